import { scheduleStart, startTriggers, type StartTrigger } from '@wuxin/bpmn-core';
import { parametersOfTable, type DecisionTable } from '@wuxin/decision';
import { evaluateFeel } from '@wuxin/feel';
import { snapshotDecisions } from '../decisions';
import { checkTemplates, freezeTemplates, templateProblems } from '../documents';
import { draftFormUid } from '../../common/form';
import { freezeForm, hasDraftForm, type FrozenForm } from '../forms';
import { mustBeRatingForms } from '../ratings';
import { SYSTEM, type Actor, type ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { noteSettingChange } from '../setting-changes';
import { tables, type ProcessRecord, type StartTriggerRecord, type VersionRecord } from '../store';
import { authorshipOf, freezeAuthors, mustBeAnother, publishRequests } from '../two-people';
import { hasErrors, loadVersion, type LoadedVersion } from '../versions';
import { mustBindOnlyWhatIsBound } from './bindings';
import { checkDrawing } from './check-drawing';
import { publisher } from './deploy-process';

/**
 * Makes the draft the version that new instances start with. XML, forms, templates and decision tables are frozen with it;
 * running instances keep theirs. Who may: with the right to publish, content packs; what is newly bound, with the right to bind. From: a draft
 * without errors.
 *
 * @throws conflict `process.noDraft`, `process.hasErrors`; bad input `form.cannotCompile` …; forbidden `process.mayNotBind`; conflict
 * `process.ownDraft` where two people are asked for
 */
export async function publishProcess(
  tx: Tx,
  actor: ActorOrSystem,
  key: string,
  note?: string,
): Promise<{ versionId: string; number: number }> {
  mustHave(actor, 'publish');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process) throw notFound('process.notFound', { key });
  const draft = await draftOf(tx, process);
  await mustBindOnlyWhatIsBound(tx, actor, key, draft.graph);
  const { authors } = await authorshipOf(tx, {
    processKey: key,
    draft: draft.record,
    published: await publishedOf(tx, process),
    decisionKeys: decisionRefs(draft),
  });
  await mustBeAnother(tx, actor, authors);
  await checkAndFreezeTemplates(tx, draft);
  const forms = await freezeForms(tx, process, draft);
  const decisions = await snapshotDecisions(tx, decisionRefs(draft));
  const parameterKeys = withTableParameters(draft.record.parameterKeys, decisions);
  const frozen = {
    status: 'published' as const,
    parameterKeys,
    forms: { ...forms },
    decisions: { ...decisions },
    publishedAt: tx.now,
    ...publisher(actor),
  };
  await tables.versions.update(tx, { id: draft.record.id }, { ...frozen, ...(note ? { note } : {}) });
  if (process.publishedVersionId) await tables.versions.update(tx, { id: process.publishedVersionId }, { status: 'retired' });
  await tables.processes.update(tx, { key }, { publishedVersionId: draft.record.id, draftVersionId: null });
  await armStartEvents(tx, process, draft);
  await freezeAuthors(tx, draft.record, authors);
  await publishRequests.delete(tx, { processKey: key });
  const { id: versionId, number } = draft.record;
  if (actor !== SYSTEM)
    await noteSettingChange(tx, actor, ['process', key], { kind: 'processPublished', version: number, note: note?.trim() ?? '' });
  return { versionId, number };
}

/**
 * Takes a process out of use: nobody can start it; running instances go on. Who may: with the right to publish, with a reason, which is
 * kept. From: published. @throws bad input `reason.missing`; conflict `process.notPublished`
 */
export async function retireProcess(tx: Tx, actor: Actor, key: string, reason: string): Promise<void> {
  mustHave(actor, 'publish');
  if (!reason.trim()) throw badInput('reason.missing');
  const process = await tables.processes.find(tx, { key }, { forUpdate: true });
  if (!process?.publishedVersionId) throw conflict('process.notPublished', { key, name: process?.name ?? key });
  const { number } = (await loadVersion(tx, process.publishedVersionId)).record;
  await tables.versions.update(tx, { id: process.publishedVersionId }, { status: 'retired' });
  await tables.processes.update(tx, { key }, { publishedVersionId: null });
  await tables.startTriggers.delete(tx, { processKey: key });
  await noteSettingChange(tx, actor, ['process', key], { kind: 'processRetired', version: number, reason: reason.trim() });
}

export async function publishedOf(tx: Tx, { publishedVersionId: id }: ProcessRecord): Promise<VersionRecord | undefined> {
  return id === null ? undefined : tables.versions.find(tx, { id });
}

async function draftOf(tx: Tx, process: ProcessRecord): Promise<LoadedVersion> {
  if (!process.draftVersionId) throw conflict('process.noDraft', { key: process.key });
  const record = await tables.versions.find(tx, { id: process.draftVersionId });
  if (!record) throw conflict('process.noDraft', { key: process.key });
  // an editor saves unfinished drawings too, and what a draft refers to may have changed since
  const { problems } = await checkDrawing(tx, record.xml, 'zh-CN');
  if (hasErrors(problems)) throw conflict('process.hasErrors', { problems });
  return loadVersion(tx, record.id);
}

async function checkAndFreezeTemplates(tx: Tx, draft: LoadedVersion): Promise<void> {
  const checks = await checkTemplates(tx, draft);
  const problems = checks.flatMap(({ template, problems: found }) => templateProblems('zh-CN', template, found));
  if (hasErrors(problems)) throw conflict('process.hasErrors', { problems });
  await freezeTemplates(tx, checks);
}

async function freezeForms(tx: Tx, process: ProcessRecord, { graph }: LoadedVersion): Promise<Record<string, FrozenForm>> {
  const forms: Record<string, FrozenForm> = {};
  for (const element of Object.values(graph.elements).filter(({ type }) => type === 'bpmn:UserTask')) {
    const draftUid = draftFormUid(process.key, element.id);
    if (!(await hasDraftForm(tx, draftUid))) continue;
    if (!process.recordCollection)
      throw badInput('form.noCollection', { elementId: element.id, elementName: element.name ?? element.id });
    forms[element.id] = await freezeForm(tx, { draftUid, elementId: element.id });
  }
  mustBeRatingForms(graph.elements, forms);
  return forms;
}

export function decisionRefs({ graph }: { readonly graph: LoadedVersion['graph'] }): string[] {
  const refs = Object.values(graph.elements).flatMap(({ settings }) => settings.decisionRef ?? []);
  return [...new Set(refs)];
}

/** `param("…")` also stands in cells of decision tables. */
export function withTableParameters(own: readonly string[], decisions: Readonly<Record<string, DecisionTable>>): string[] {
  const ofTables = Object.values(decisions).flatMap((table) => [...parametersOfTable(table)]);
  return [...new Set([...own, ...ofTables])].sort();
}

/** Start events by message, signal and timer listen for the newest version only. */
export async function armStartEvents(tx: Tx, process: ProcessRecord, version: LoadedVersion): Promise<void> {
  await tables.startTriggers.delete(tx, { processKey: process.key });
  const triggers = startTriggers(version.graph).flatMap((trigger) => triggerRow(tx, process, version, trigger));
  await tables.startTriggers.insert(tx, triggers);
}

function triggerRow(tx: Tx, process: ProcessRecord, version: LoadedVersion, trigger: StartTrigger): StartTriggerRecord[] {
  if (trigger.kind === 'none') return [];
  const { processId, elementId } = trigger;
  const ids = { id: engineOf(tx.db).newId(), processKey: process.key, versionId: version.record.id, processId, elementId };
  if (trigger.kind !== 'timer')
    return [{ ...ids, kind: trigger.kind, name: trigger.name, dueAt: null, data: {}, leasedUntil: null }];
  const schedule = scheduleStart(version.graph, trigger, {
    now: tx.now,
    evaluate: (feel) => evaluateFeel(feel, {}, { now: tx.now }),
  });
  if (!schedule) return [];
  return [{ ...ids, kind: 'timer', name: null, dueAt: schedule.dueAt, data: { ...schedule }, leasedUntil: null }];
}
