import { badInput } from '@wuxin/plugin-bpmn';
import type { NoticeBlock } from '../../common/api';

/** What a notice holds at most; a longer text is an attachment. */
export const CONTENT_LIMITS = {
  titleCharacters: 200,
  blocks: 200,
  textCharacters: 5_000,
  rows: 500,
  columns: 20,
  cellCharacters: 500,
  /** Of all texts together. */
  characters: 100_000,
} as const;

/** @throws bad input `notice.titleMissing`, `notice.titleTooLong`, `notice.bodyTooLong` */
export function assertContent({ title, body }: { readonly title: string; readonly body: readonly NoticeBlock[] }): void {
  if (title.trim() === '') throw badInput('notice.titleMissing');
  if (title.trim().length > CONTENT_LIMITS.titleCharacters)
    throw badInput('notice.titleTooLong', { maximum: CONTENT_LIMITS.titleCharacters });
  const over =
    body.length > CONTENT_LIMITS.blocks ? 'blocks' : (body.map(overOf).find((name) => name !== undefined) ?? totalOf(body));
  if (over !== undefined) throw badInput('notice.bodyTooLong', { limit: over, maximum: CONTENT_LIMITS[over] });
}

type LimitName = keyof typeof CONTENT_LIMITS;

function overOf(block: NoticeBlock): LimitName | undefined {
  if (block.kind !== 'table') return block.text.length > CONTENT_LIMITS.textCharacters ? 'textCharacters' : undefined;
  if (block.rows.length > CONTENT_LIMITS.rows) return 'rows';
  if (block.rows.some((cells) => cells.length > CONTENT_LIMITS.columns)) return 'columns';
  const isLong = block.rows.some((cells) => cells.some(({ text }) => text.length > CONTENT_LIMITS.cellCharacters));
  return isLong ? 'cellCharacters' : undefined;
}

function totalOf(body: readonly NoticeBlock[]): LimitName | undefined {
  const total = body.flatMap(textsOf).reduce((sum, text) => sum + text.length, 0);
  return total > CONTENT_LIMITS.characters ? 'characters' : undefined;
}

const textsOf = (block: NoticeBlock): string[] =>
  block.kind === 'table' ? block.rows.flatMap((cells) => cells.map(({ text }) => text)) : [block.text];

export const hasText = (body: readonly NoticeBlock[]): boolean => body.flatMap(textsOf).some((text) => text.trim() !== '');

/** A text as blocks: an empty line ends nothing, each line is a paragraph. */
export const blocksOfLines = (text: string): NoticeBlock[] =>
  text.split(/\r?\n/).flatMap((line): NoticeBlock[] => (line.trim() === '' ? [] : [{ kind: 'paragraph', text: line.trim() }]));
