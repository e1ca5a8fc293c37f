import { redact, redactDocx } from '@wuxin/redaction';
import { badInput, conflict, type Tx } from '@wuxin/plugin-bpmn';
import { extname } from 'node:path';
import type { NoticeBlock, RedactBody } from '../../common/api';
import { act } from '../acts';
import { attachmentsOf, rewriteFile } from '../files';
import type { Who } from '../rights';
import type { FileRecord, NoticeRecord, RedactionRecord } from '../store';
import { contentDigest } from './digest';
import { checkNotice, type Checked, type CheckedText } from './findings';

const WORDS_CHARACTERS = 300;

/**
 * Writes the masked forms that a person accepted, and that they looked at everything: until title, text or attachments change, the notice may go
 * on. Every finding is decided on, what stays with a reason, and of what no check can read somebody says that they looked.
 */
export function redactNotice(tx: Tx, who: Who, id: string, given: RedactBody): Promise<void> {
  return act(tx, who, ['noticeNotices:redact', id], async (locked) => {
    const { notice } = locked;
    const checked = await checkNotice(tx, notice);
    if (checked.stamp !== given.stamp) throw conflict('notice.checkStale');
    const decided = decisionsOn(checked, given);
    const looked = lookedAt(checked, given);
    const masked = maskedNotice(checked, decided.isMasked);
    await writeFiles(tx, checked, { masked, isMasked: decided.isMasked });
    const content = { title: masked.title, body: masked.body };
    const record: RedactionRecord = {
      digest: contentDigest(content, await attachmentsOf(tx, id)),
      checkedAt: tx.now,
      checkedById: who.actor.userId,
      checkedByName: who.actor.name,
      kinds: decided.kinds,
      reasons: decided.reasons,
      looked,
    };
    locked.change({ ...content, check: record });
    locked.note('checked', {
      digest: record.digest,
      findings: decided.total,
      kept: decided.reasons.length,
      looked: looked.length,
    });
  });
}

interface Decided {
  readonly isMasked: (id: string) => boolean;
  readonly kinds: RedactionRecord['kinds'];
  readonly reasons: readonly string[];
  readonly total: number;
}

/** @throws bad input `notice.findingUndecided`, `notice.keepReasonMissing`, `notice.reasonTellsIt` */
function decisionsOn({ texts }: Checked, { decisions }: RedactBody): Decided {
  const findings = texts.flatMap((text) => text.findings);
  const byId = new Map(decisions.map((one) => [one.id, one]));
  const kinds: Record<string, { masked: number; kept: number }> = {};
  const reasons: string[] = [];
  for (const { id, kind, found } of findings) {
    const decision = byId.get(id);
    if (!decision) throw badInput('notice.findingUndecided', { count: findings.filter((one) => !byId.has(one.id)).length });
    const count = (kinds[kind] ??= { masked: 0, kept: 0 });
    count[decision.decision === 'mask' ? 'masked' : 'kept'] += 1;
    if (decision.decision === 'keep') reasons.push(reasonFor(found, decision.reason));
  }
  return { isMasked: (id) => byId.get(id)?.decision === 'mask', kinds, reasons, total: findings.length };
}

/** Reasons are kept, what was found is not. */
function reasonFor(found: string, reason: string): string {
  const said = reason.trim();
  if (said === '' || said.length > WORDS_CHARACTERS) throw badInput('notice.keepReasonMissing', { maximum: WORDS_CHARACTERS });
  if (said.includes(found)) throw badInput('notice.reasonTellsIt');
  return said;
}

/** @throws bad input `notice.notLookedAt`, which names the files */
function lookedAt({ unchecked }: Checked, { looked = [] }: RedactBody): RedactionRecord['looked'] {
  const words = new Map(looked.map((one) => [one.fileId, one.words.trim().slice(0, WORDS_CHARACTERS)]));
  const missing = unchecked.filter(({ fileId }) => !words.get(fileId));
  if (missing.length > 0) throw badInput('notice.notLookedAt', { names: missing.map(({ name }) => name) });
  return unchecked.map(({ fileId }) => ({ fileId, words: words.get(fileId) ?? '' }));
}

interface Masked extends Pick<NoticeRecord, 'title' | 'body'> {
  readonly fileNames: readonly string[];
}

function maskedNotice({ texts, files }: Checked, isMasked: Decided['isMasked']): Masked {
  const own = texts.find(({ file }) => file === null);
  if (!own) throw new Error('the text of the notice itself is always checked');
  const [title, ...rest] = redact(own.document, own.findings.filter(({ id }) => isMasked(id))).blocks; // prettier-ignore
  const body = rest.slice(0, rest.length - files.length);
  const names = rest.slice(rest.length - files.length);
  return {
    title: title && title.kind !== 'table' ? title.text : '',
    body: body as NoticeBlock[], // blocks of the body keep their kinds
    fileNames: names.map((block) => (block.kind === 'table' ? '' : block.text)),
  };
}

/** Word files lose comments, tracked changes and properties whether anything was found in them or not. */
async function writeFiles(
  tx: Tx,
  { files, texts }: Checked,
  { masked, isMasked }: { readonly masked: Masked; readonly isMasked: Decided['isMasked'] },
): Promise<void> {
  for (const [index, file] of files.entries()) {
    const text = texts.find((one) => one.file?.row.id === file.id);
    const bytes = text?.file ? maskedWord(text, text.file.bytes, isMasked) : null;
    const name = nameOf(file, masked.fileNames[index] ?? file.name);
    if (bytes !== null || name !== file.name) await rewriteFile(tx, file.id, { name, bytes });
  }
}

const maskedWord = ({ findings }: CheckedText, bytes: Buffer, isMasked: Decided['isMasked']): Uint8Array =>
  redactDocx(
    bytes,
    findings.filter(({ id }) => isMasked(id)),
  );

/** A mask leaves no sign in a name that a file system refuses. */
function nameOf({ name: before }: FileRecord, masked: string): string {
  if (masked === before) return before;
  const stem = masked.slice(0, masked.length - extname(masked).length);
  return `${stem.replaceAll('*', '×')}${extname(before)}`;
}
