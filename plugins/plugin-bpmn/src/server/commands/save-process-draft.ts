import type { ProcessDraftSaved } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord, type VersionRecord } from '../store';
import { checkDrawing } from './check-drawing';
import { keepDraft, keepProcess, parametersOf } from './deploy-process';

export interface DraftToSave {
  readonly key: string;
  readonly xml: string;
  /** Of what the editor opened or saved last: who saves over somebody else's work is told instead. */
  readonly revision: string;
  readonly locale: Locale;
}

/**
 * Keeps what somebody draws as the process's draft, unfinished drawings too: their problems come back, and publishing refuses them. Without a
 * draft one is made from what was opened. Who may: administrators. Never: touches a published version or a running instance, or what
 * somebody else has saved since.
 *
 * @throws conflict `process.draftChanged`, which says who saved when; bad input `process.keyChanged`, `bpmn.*` for what is no BPMN
 */
export async function saveProcessDraft(
  tx: Tx,
  actor: Actor,
  { key, xml, revision, locale }: DraftToSave,
): Promise<ProcessDraftSaved> {
  mustHave(actor, 'design');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process) throw notFound('process.notFound', { key });
  const before = await drawnVersion(tx, process);
  if (before.xmlHash !== revision) throw draftChanged(before);
  const checked = await checkDrawing(tx, xml, locale);
  if (checked.processKey !== key) throw badInput('process.keyChanged', { key });
  const kept = checked.graph ? await keepProcess(tx, checked, {}) : process;
  const parameterKeys = checked.graph ? parametersOf(checked.graph) : before.parameterKeys;
  const note = process.draftVersionId ? before.note : null;
  const draft = await keepDraft(tx, actor, kept, { xml, note, parameterKeys });
  return { revision: draft.xmlHash, number: draft.number, savedAt: draft.savedAt, problems: checked.problems };
}

/** What an editor opens: the draft, else the version in force, else the last one. @throws not found `process.notFound` */
export async function drawnVersion(tx: Tx, { key, draftVersionId, publishedVersionId }: ProcessRecord): Promise<VersionRecord> {
  const id = draftVersionId ?? publishedVersionId;
  const version = await tables.versions.find(tx, id ? { id } : { processKey: key }, { order: [['number', 'DESC']] });
  if (!version) throw notFound('process.notFound', { key });
  return version;
}

const draftChanged = ({ number, status, savedAt, savedByName, publishedAt, publishedByName }: VersionRecord) =>
  conflict('process.draftChanged', {
    number,
    by: (status === 'draft' ? savedByName : publishedByName) ?? '',
    at: status === 'draft' ? savedAt : publishedAt,
  });
