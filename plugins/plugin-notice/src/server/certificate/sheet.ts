import { dayInWords } from '@wuxin/notice-wall';
import { type DocxBlock, docxOf, fileNameOf, textOf, type Locale, type PrintedDocument, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeBlock } from '../../common/api';
import { qrPng } from '../qr';
import type { Who } from '../rights';
import type { Asked } from './file';
import { printedFacts, type PrintedFacts } from './facts';

const QR_MILLIMETRES = 38;

/** What is posted on a board: large letters, when and how to object, and a code that leads to the wall. */
export async function sheetFile(tx: Tx, who: Who, asked: Asked): Promise<PrintedDocument> {
  const facts = await printedFacts(tx, who, asked);
  const content = docxOf(sheetOf(facts, asked.locale));
  return { content, fileName: fileNameOf(textOf(asked.locale, 'notice.sheet.fileName'), facts.notice.title) };
}

function sheetOf(facts: PrintedFacts, locale: Locale): DocxBlock[] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `notice.sheet.${key}`, data);
  const { notice, files, placeName, wallAddress } = facts;
  const how =
    notice.endsOn === null
      ? t('objectSoon', { days: notice.periodDays })
      : t('objectUntil', { deadline: dayInWords(locale, notice.endsOn) });
  return [
    { kind: 'posterTitle', text: notice.title },
    ...notice.body.map(blockOf),
    ...(files.length === 0 ? [] : [textBlock(t('files', { names: files.map(({ name }) => name) }))]),
    { kind: 'posterStrong', text: periodText(facts, locale) },
    ...(notice.takesObjections
      ? [
          { kind: 'posterStrong' as const, text: how },
          { kind: 'paragraph' as const, text: t('how') },
        ]
      : []),
    { kind: 'picture', png: qrPng(wallAddress), widthMillimetres: QR_MILLIMETRES, description: t('code') },
    { kind: 'note', text: t('scan', { address: wallAddress }) },
    {
      kind: 'note',
      text: t('foot', { place: placeName ?? '', number: notice.number, hash: (notice.contentHash ?? '').slice(0, 16) }),
    },
  ];
}

function periodText({ notice }: PrintedFacts, locale: Locale): string {
  const unit = textOf(locale, `notice.unit.${notice.periodUnit}`);
  const { startsOn, endsOn, periodDays: days } = notice;
  return startsOn === null || endsOn === null
    ? textOf(locale, 'notice.sheet.periodOf', { days, unit })
    : textOf(locale, 'notice.sheet.period', {
        startsOn: dayInWords(locale, startsOn),
        endsOn: dayInWords(locale, endsOn),
        days,
        unit,
      });
}

const textBlock = (text: string): DocxBlock => ({ kind: 'posterText', text });

function blockOf(block: NoticeBlock): DocxBlock {
  if (block.kind !== 'table')
    return block.kind === 'heading' ? { kind: 'posterHeading', text: block.text } : textBlock(block.text);
  const rows = block.rows.map((cells) =>
    cells.flatMap(({ text, columns = 1 }) => [text, ...Array<string>(columns - 1).fill('')]),
  );
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const even = rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
  return {
    kind: 'table',
    isLarge: true,
    rows: even,
    widths: Array<number>(width).fill(1),
    ...((block.headerRows ?? 0) > 0 ? { hasHead: true as const } : {}),
  };
}
