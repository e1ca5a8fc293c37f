import type { Graph } from '@wuxin/bpmn-core';
import { draftFormUid } from '../../common/form';
import { decisionRefs, drawnVersion, parametersOf, withTableParameters } from '../commands';
import { snapshotDecisions } from '../decisions';
import { freezeForm, hasDraftForm, type FrozenForm } from '../forms';
import { conflict, notFound } from '../runtime/errors';
import { perDatabase } from '../runtime/per-database';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord, type VersionRecord } from '../store';
import { checkXml, hasErrors, loadVersion, type LoadedVersion } from '../versions';

export interface TriedVersion {
  readonly process: ProcessRecord;
  readonly version: LoadedVersion;
}

/** Drafts are looked at again with every step: the graph of a drawing is made once. */
const graphs = perDatabase(() => new Map<string, Graph>());
const MAX_GRAPHS = 20;

/**
 * What the designer shows of a process: its draft as it would be published now, else the version in force.
 *
 * @throws not found `process.notFound`; conflict `process.hasErrors`, `decision.notDefined`
 */
export async function versionToTry(tx: Tx, key: string): Promise<TriedVersion> {
  const process = await tables.processes.find(tx, { key });
  if (!process) throw notFound('process.notFound', { key });
  const record = await drawnVersion(tx, process);
  if (record.status !== 'draft') return { process, version: await loadVersion(tx, record.id) };
  const graph = await graphOf(tx, record);
  const decisions = await snapshotDecisions(tx, decisionRefs({ graph }));
  const parameterKeys = withTableParameters(parametersOf(graph), decisions);
  return { process, version: { record: { ...record, decisions: { ...decisions }, parameterKeys }, graph } };
}

/** The version that a process is called in. */
export async function versionInForce(tx: Tx, key: string): Promise<TriedVersion> {
  const process = await tables.processes.find(tx, { key });
  if (!process?.publishedVersionId) throw notFound('process.notPublished', { key, name: process?.name ?? key });
  return { process, version: await loadVersion(tx, process.publishedVersionId) };
}

async function graphOf(tx: Tx, { xml, xmlHash }: VersionRecord): Promise<Graph> {
  const known = graphs(tx.db);
  const kept = known.get(xmlHash);
  if (kept) return kept;
  const { graph, problems } = await checkXml(tx, xml, 'zh-CN');
  if (!graph || hasErrors(problems)) throw conflict('process.hasErrors', { problems });
  const oldest = known.keys().next().value;
  if (known.size >= MAX_GRAPHS && oldest !== undefined) known.delete(oldest);
  known.set(xmlHash, graph);
  return graph;
}

export async function hasForm(tx: Tx, { record }: LoadedVersion, elementId: string): Promise<boolean> {
  if (record.status !== 'draft') return Object.hasOwn(record.forms, elementId);
  return hasDraftForm(tx, draftFormUid(record.processKey, elementId));
}

/** The form of a task: as it would be frozen, where the version is a draft. @throws bad input `form.cannotCompile` */
export async function formOf(tx: Tx, { record }: LoadedVersion, elementId: string): Promise<FrozenForm | null> {
  if (record.status !== 'draft') return (record.forms[elementId] as FrozenForm | undefined) ?? null; // frozen by publishProcess
  const draftUid = draftFormUid(record.processKey, elementId);
  return (await hasDraftForm(tx, draftUid)) ? freezeForm(tx, { draftUid, elementId }) : null;
}
