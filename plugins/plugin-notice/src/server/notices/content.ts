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

/**
 * The same for a text that nobody can shorten first, so that it is within {@link CONTENT_LIMITS}: where lines are too many, several are one paragraph,
 * and what is more than a notice holds is left out.
 *
 * @param more the paragraph that stands for what was left out
 */
export function blocksWithin(text: string, more: string): NoticeBlock[] {
  const { blocks, textCharacters, characters } = CONTENT_LIMITS;
  const lines = blocksOfLines(text).flatMap((block) => (block.kind === 'table' ? [] : piecesOf(block.text, textCharacters)));
  const paragraphs = lines.length <= blocks ? lines : packed(lines, textCharacters);
  const held = within(paragraphs, { blocks, characters });
  const isWhole = held.length === paragraphs.length;
  const said = isWhole ? held : [...within(paragraphs, { blocks: blocks - 1, characters: characters - more.length }), more];
  return said.map((one) => ({ kind: 'paragraph', text: one }));
}

function within(paragraphs: readonly string[], most: { readonly blocks: number; readonly characters: number }): string[] {
  let total = 0;
  const firstOver = paragraphs.findIndex((one, at) => (total += one.length) > most.characters || at >= most.blocks);
  return paragraphs.slice(0, firstOver === -1 ? paragraphs.length : firstOver);
}

/** Not in the middle of a sign. */
function piecesOf(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return [text.slice(0, end), ...piecesOf(text.slice(end), most)];
}

function packed(lines: readonly string[], most: number): string[] {
  const done: string[] = [];
  for (const line of lines) {
    const last = done.at(-1);
    if (last === undefined || last.length + 1 + line.length > most) done.push(line);
    else done[done.length - 1] = `${last}\n${line}`;
  }
  return done;
}
