import { snapshotDecisions } from '../decisions';
import { inheritTemplates } from '../documents';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { tables, type VersionRecord } from '../store';
import { authorshipOf, keepAuthors, mustBeAnother } from '../two-people';
import { loadVersion } from '../versions';
import { nextNumber, parametersOf, publisher, saver } from './deploy-process';
import { armStartEvents, decisionRefs, withTableParameters } from './publish-process';

/**
 * Publishes a process again as it is, with the decision tables that hold now: new instances decide by a changed table
 * without anybody touching the diagram. XML, frozen forms and templates stay those of the published version.
 *
 * Who may: administrators. From: published, without a draft, whose publishing takes the tables anyway. Never touches
 * running instances: they keep their version, and the table in it.
 *
 * @throws conflict `process.notPublished`, `process.hasDraft`, `process.ownDraft` where two people are asked for
 */
export async function renewProcess(
  tx: Tx,
  actor: ActorOrSystem,
  key: string,
  note?: string,
): Promise<{ versionId: string; number: number }> {
  mustHave(actor, 'publish');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process) throw notFound('process.notFound', { key });
  const { name, publishedVersionId, draftVersionId } = process;
  if (!publishedVersionId) throw conflict('process.notPublished', { key, name });
  if (draftVersionId) throw conflict('process.hasDraft', { key, name });
  const published = await loadVersion(tx, publishedVersionId);
  const decisions = await snapshotDecisions(tx, decisionRefs(published));
  const { authors } = await authorshipOf(tx, {
    processKey: key,
    draft: undefined,
    published: published.record,
    decisionKeys: decisionRefs(published),
  });
  await mustBeAnother(tx, actor, authors);
  const record: VersionRecord = {
    ...published.record,
    id: engineOf(tx.db).newId(),
    number: await nextNumber(tx, key),
    status: 'published',
    decisions: { ...decisions },
    parameterKeys: withTableParameters(parametersOf(published.graph), decisions),
    note: note ?? null,
    savedAt: tx.now,
    ...saver(actor),
    publishedAt: tx.now,
    ...publisher(actor),
  };
  await tables.versions.insert(tx, [record]);
  await keepAuthors(tx, { processKey: key, versionId: record.id }, authors);
  await inheritTemplates(tx, publishedVersionId, record.id);
  await tables.versions.update(tx, { id: publishedVersionId }, { status: 'retired' });
  await tables.processes.update(tx, { key }, { publishedVersionId: record.id });
  await armStartEvents(tx, process, { record, graph: published.graph });
  if (actor !== SYSTEM) {
    const { number: version } = record;
    await noteSettingChange(tx, actor, ['process', key], { kind: 'processRenewed', version, note: note?.trim() ?? '' });
  }
  return { versionId: record.id, number: record.number };
}
