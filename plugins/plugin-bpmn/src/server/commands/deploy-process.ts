import { createHash } from 'node:crypto';
import type { Graph } from '@wuxin/bpmn-core';
import { parametersUsed } from '@wuxin/feel';
import type { DeployResult } from '../../common/api';
import { inheritTemplates } from '../documents';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { tables, type ProcessRecord, type VersionRecord } from '../store';
import { noteAuthor } from '../two-people';
import { addRecordCollection, checkXml, expressionsOf, hasErrors, type Checked } from '../versions';

export interface Deployment {
  readonly xml: string;
  /** What an administrator reads instead of the process's own name. */
  readonly name?: string;
  readonly note?: string;
  readonly locale: 'zh-CN' | 'en-US';
}

/**
 * Checks BPMN XML and keeps it as the process's draft. With an error nothing is kept and the problems say which element is
 * wrong. Who may: administrators, content packs. Never: touches a published version or a running instance.
 */
export async function deployProcess(tx: Tx, actor: ActorOrSystem, deployment: Deployment): Promise<DeployResult> {
  mustHave(actor, 'design');
  const checked = await checkXml(tx, deployment.xml, deployment.locale);
  if (!checked.graph || hasErrors(checked.problems))
    return { processKey: checked.processKey ?? '', versionId: null, problems: checked.problems };
  const process = await keepProcess(tx, checked, deployment);
  const { xml, note } = deployment;
  const draft = await keepDraft(tx, actor, process, { xml, note: note ?? null, parameterKeys: parametersOf(checked.graph) });
  return { processKey: process.key, versionId: draft.id, problems: checked.problems };
}

export type Deployable = Extract<Checked, { graph: object }>;

/** Says of the process what its newest file says; one that is not known yet is made. */
export async function keepProcess(
  tx: Tx,
  { graph, processKey }: Deployable,
  { name }: Pick<Deployment, 'name'>,
): Promise<ProcessRecord> {
  const known = await tables.processes.find(tx, { key: processKey }, { forUpdate: true });
  const facts = processFacts({ graph, processKey }, name);
  addRecordCollection(tx.db, facts.recordCollection);
  if (known) {
    await tables.processes.update(tx, { key: processKey }, facts);
    return { ...known, ...facts };
  }
  const process = { key: processKey, ...facts, publishedVersionId: null, draftVersionId: null, createdAt: tx.now };
  await tables.processes.insert(tx, [process]);
  return process;
}

/** @param name what an administrator or content calls it instead of the drawing */
export function processFacts(
  { graph, processKey }: Pick<Deployable, 'graph' | 'processKey'>,
  name: string | undefined,
): Pick<ProcessRecord, 'name' | 'nameEn' | 'recordCollection'> {
  const info = graph.processes[processKey];
  const own = info?.name ?? processKey;
  return {
    name: name ?? own,
    // the file says its own name in English, not one that somebody gave it
    nameEn: name === undefined || name === own ? (info?.settings.nameEn ?? null) : null,
    recordCollection: info?.settings.recordCollection ?? null,
  };
}

/** Keeps a file as the draft of a process, in the place of the draft before it; the caller has locked the process. */
export async function keepDraft(
  tx: Tx,
  actor: ActorOrSystem,
  process: ProcessRecord,
  given: Pick<VersionRecord, 'xml' | 'note' | 'parameterKeys'>,
): Promise<VersionRecord> {
  await noteAuthor(tx, actor, process.key);
  const content = { ...given, xmlHash: hashOfXml(given.xml), savedAt: tx.now, ...saver(actor) };
  const known = process.draftVersionId ? await tables.versions.find(tx, { id: process.draftVersionId }) : undefined;
  if (known) {
    await tables.versions.update(tx, { id: known.id, status: 'draft' }, content);
    return { ...known, ...content };
  }
  const draft: VersionRecord = {
    ...content,
    ...UNPUBLISHED,
    id: engineOf(tx.db).newId(),
    processKey: process.key,
    number: await nextNumber(tx, process.key),
  };
  await tables.versions.insert(tx, [draft]);
  const before = await tables.versions.find(tx, { processKey: process.key, number: draft.number - 1 });
  await inheritTemplates(tx, before?.id, draft.id);
  await tables.processes.update(tx, { key: process.key }, { draftVersionId: draft.id });
  return draft;
}

export const hashOfXml = (xml: string): string => createHash('sha256').update(xml).digest('hex');

/** The keys of the parameters that a file reads itself, sorted. */
export function parametersOf(graph: Graph): string[] {
  return [...new Set(expressionsOf(graph).flatMap((expression) => [...parametersUsed(expression)]))].sort();
}

export const UNPUBLISHED = {
  status: 'draft',
  forms: {},
  decisions: {},
  publishedAt: null,
  publishedById: null,
  publishedByName: null,
} as const satisfies Partial<VersionRecord>;

export async function nextNumber(tx: Tx, processKey: string): Promise<number> {
  const latest = await tables.versions.find(tx, { processKey }, { order: [['number', 'DESC']] });
  return (latest?.number ?? 0) + 1;
}

/** Who published, as the version keeps it. */
export const publisher = (actor: ActorOrSystem) =>
  actor === SYSTEM
    ? { publishedById: null, publishedByName: null }
    : { publishedById: actor.userId, publishedByName: actor.name };

/** Who saved a draft last, as the version keeps it. */
export const saver = (actor: ActorOrSystem) =>
  actor === SYSTEM ? { savedById: null, savedByName: null } : { savedById: actor.userId, savedByName: actor.name };
