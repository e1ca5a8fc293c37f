import { explainFinding, textAt, type Span } from '@wuxin/redaction';
import type { Locale, Tx } from '@wuxin/plugin-bpmn';
import type { CheckView, FindingPlace } from '../../common/api';
import { assertMay, LockedNotice } from '../acts';
import type { Who } from '../rights';
import { checkNotice, type Checked, type CheckedText } from './findings';

/** So much of the text around a finding is shown. */
const AROUND = 40;

/** What the check finds, with the masked forms, for whoever may decide on it. */
export async function viewCheck(tx: Tx, who: Who, id: string, locale: Locale): Promise<CheckView> {
  const locked = await LockedNotice.read(tx, id);
  await assertMay('noticeNotices:check', who, locked);
  const checked = await checkNotice(tx, locked.notice);
  const { stamp, unchecked } = checked;
  return { stamp, unchecked, findings: checked.texts.flatMap((text) => findingsIn(checked, text, locale)) };
}

function findingsIn(checked: Checked, text: CheckedText, locale: Locale): CheckView['findings'] {
  return text.findings.map((finding) => ({
    id: finding.id,
    kind: finding.kind,
    certainty: finding.certainty,
    words: explainFinding(finding, locale),
    found: finding.found,
    pieces: finding.spans.map((span, at) => ({
      place: placeOf(checked, text, span),
      start: span.start,
      end: span.end,
      ...aroundOf(textAt(text.document, span), span),
      mask: finding.masks[at] ?? '***',
    })),
  }));
}

const aroundOf = (whole: string, { start, end }: Span) => ({
  before: whole.slice(Math.max(0, start - AROUND), start),
  text: whole.slice(start, end),
  after: whole.slice(end, end + AROUND),
});

function placeOf({ files }: Checked, { file, document }: CheckedText, { block, row, cell }: Span): FindingPlace {
  if (file) return { kind: 'file', fileId: file.row.id };
  if (block === 0) return { kind: 'title' };
  const named = document.blocks.length - files.length;
  const fileId = files[block - named]?.id;
  if (fileId !== undefined) return { kind: 'fileName', fileId };
  return { kind: 'block', block: block - 1, ...(row === undefined ? {} : { row }), ...(cell === undefined ? {} : { cell }) };
}
