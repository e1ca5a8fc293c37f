import { inheritTemplates } from '../documents';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { tables, type VersionRecord } from '../store';
import { authorsOfVersion, keepAuthors, mustBeAnother } from '../two-people';
import { checkXml, hasErrors, loadVersion } from '../versions';
import { mustBindOnlyWhatIsBound } from './bindings';
import { nextNumber, publisher, saver } from './deploy-process';
import { armStartEvents } from './publish-process';

export interface RollBack {
  readonly key: string;
  /** Of the earlier version that shall be in force again. */
  readonly number: number;
  readonly reason: string;
}

/**
 * Publishes an earlier version again, as it was: drawing, forms, decision tables and templates, under a number of its own, so that the
 * list of versions stays the order in which they were in force. Who may: with the right to publish, with a reason, which is kept. From: a version
 * that was published before; also where the process is out of use. Never touches a running case, or the draft, which comes after it.
 * Kept tests do not run: they say how the process goes that is being taken back.
 *
 * @throws bad input `reason.missing`; not found `process.notFound`, `version.notFound`; conflict `version.notEarlier`,
 * `process.hasErrors` where what it needs is gone; forbidden `process.mayNotBind`;
 * conflict `process.ownDraft` where two people are asked for
 */
export async function rollBackProcess(
  tx: Tx,
  actor: Actor,
  { key, number, reason }: RollBack,
): Promise<{ versionId: string; number: number }> {
  mustHave(actor, 'publish');
  if (!reason.trim()) throw badInput('reason.missing');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process) throw notFound('process.notFound', { key });
  const found = await tables.versions.find(tx, { processKey: key, number });
  if (!found) throw notFound('version.notFound', { versionId: String(number) });
  if (found.status !== 'retired') throw conflict('version.notEarlier', { number });
  const earlier = await loadVersion(tx, found.id);
  // an activity type or a place to return to may be gone since
  const { problems } = await checkXml(tx, earlier.record.xml, 'zh-CN');
  if (hasErrors(problems)) throw conflict('process.hasErrors', { problems });
  await mustBindOnlyWhatIsBound(tx, actor, key, earlier.graph);
  const authors = await authorsOfVersion(tx, earlier.record);
  await mustBeAnother(tx, actor, authors);
  const record: VersionRecord = {
    ...earlier.record,
    id: engineOf(tx.db).newId(),
    number: await numberBeforeDraft(tx, key, process.draftVersionId),
    status: 'published',
    note: reason.trim(),
    savedAt: tx.now,
    ...saver(actor),
    publishedAt: tx.now,
    ...publisher(actor),
  };
  await tables.versions.insert(tx, [record]);
  await keepAuthors(tx, { processKey: key, versionId: record.id }, authors);
  await inheritTemplates(tx, earlier.record.id, record.id);
  const { publishedVersionId } = process;
  if (publishedVersionId) await tables.versions.update(tx, { id: publishedVersionId }, { status: 'retired' });
  await tables.processes.update(tx, { key }, { publishedVersionId: record.id });
  await armStartEvents(tx, process, { record, graph: earlier.graph });
  const change = { kind: 'processRolledBack', version: record.number, earlier: number, reason: reason.trim() } as const;
  await noteSettingChange(tx, actor, ['process', key], change);
  return { versionId: record.id, number: record.number };
}

/** A draft is published after what is in force: it goes on under the next number. */
async function numberBeforeDraft(tx: Tx, key: string, draftVersionId: string | null): Promise<number> {
  const next = await nextNumber(tx, key);
  if (draftVersionId === null) return next;
  await tables.versions.update(tx, { id: draftVersionId }, { number: next });
  return next - 1;
}
