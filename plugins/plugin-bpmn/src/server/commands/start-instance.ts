import type { Filter } from '@nocobase/database';
import type { Json, Variables } from '@wuxin/bpmn-core';
import type { PlaceRef } from '../../common/api';
import { evaluateAt, plainText } from '../expressions';
import { GENESIS } from '../history';
import { snapshotForStart } from '../parameters';
import { placesOf } from '../places';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { InstanceSession, notePlacePath, tables, type InstanceRecord, type ProcessRecord } from '../store';
import { loadVersion, type LoadedVersion } from '../versions';
import { moveTokens, save, unitFor } from './opened-instance';
import { recordOfStart } from './start-record';

export interface StartRequest {
  readonly processKey: string;
  readonly title?: string;
  /** What a called case is called where its process has no rule for titles. */
  readonly titleOfCaller?: string;
  /** What a called case is called in English, at its place; where its process has no rule for titles, as its caller. */
  readonly titleEn?: { readonly ofCaller: string | null; readonly ofCall: (place: PlaceRef | undefined) => string };
  readonly placeId?: string | null;
  readonly businessKey?: string | null;
  /** What makes a start idempotent: a second one with the same key finds the first instance. */
  readonly startKey?: string | null;
  readonly variables?: Variables;
  readonly record?: Record<string, Json>;
  readonly recordId?: string | null;
  /** The rows of the record collection that the starter may read; without it, all. */
  readonly recordScope?: Filter;
  readonly startEventId?: string;
  readonly parent?: { readonly instanceId: string; readonly tokenId: string };
  /** A running instance of an older version calls the version it knows. */
  readonly versionId?: string;
  readonly processId?: string;
  readonly starter?: { readonly id: number; readonly name: string };
}

export interface StartedInstance {
  readonly instanceId: string;
  readonly isNew: boolean;
  readonly taskIds: readonly string[];
}

/**
 * Starts an instance of the published version. Who may: checked by the caller (`mayStart`). The instance keeps the version
 * and the parameter values of this moment.
 *
 * @throws not found `process.notPublished`; conflict `parameter.unconfirmed`, `record.hasOpenInstance`; bad input
 * `place.notFound`, `instance.titleTooLong`, `record.notFound`, `record.fieldNotAllowed`
 */
export async function startInstance(tx: Tx, actor: ActorOrSystem, request: StartRequest): Promise<StartedInstance> {
  const existing = await startedBefore(tx, request);
  if (existing) return existing;
  const process = await processOf(tx, request.processKey);
  const version = await loadVersion(tx, request.versionId ?? mustBePublished(process));
  const record = await newInstance(tx, actor, { request, process, version });
  const session = InstanceSession.create(tx, record);
  const unit = unitFor(tx, record, version);
  const opened = { tx, session, instance: record, version, unit, actor };
  unit.record({
    kind: 'caseStarted',
    actor,
    data: { title: record.title, version: version.record.number, businessKey: record.businessKey },
  });
  await moveTokens(opened, { type: 'start', variables: request.variables ?? {}, startEventId: request.startEventId });
  await save(opened);
  return { instanceId: record.id, isNew: true, taskIds: unit.openedTasks.map(({ task }) => task.id) };
}

async function startedBefore(tx: Tx, { startKey }: StartRequest): Promise<StartedInstance | undefined> {
  const found = startKey ? await tables.instances.find(tx, { startKey }) : undefined;
  if (!found) return undefined;
  const open = await tables.tasks.select(tx, { instanceId: found.id, status: 'open' });
  return { instanceId: found.id, isNew: false, taskIds: open.map(({ id }) => id) };
}

/** Nobody publishes or retires it while an instance starts: what starts is what is published when it is there. */
async function processOf(tx: Tx, key: string): Promise<ProcessRecord> {
  const process = await tables.processes.find(tx, { key }, { forShare: true });
  if (!process) throw notFound('process.notFound', { key });
  return process;
}

function mustBePublished(process: ProcessRecord): string {
  if (!process.publishedVersionId) throw notFound('process.notPublished', { key: process.key, name: process.name });
  return process.publishedVersionId;
}

interface Start {
  readonly request: Pick<StartRequest, 'title' | 'titleEn' | 'titleOfCaller' | 'processId' | 'variables' | 'record'>;
  readonly process: ProcessRecord;
  readonly version: LoadedVersion;
}

async function newInstance(
  tx: Tx,
  actor: ActorOrSystem,
  { request, process, version }: Start & { readonly request: StartRequest },
): Promise<InstanceRecord> {
  const id = engineOf(tx.db).newId();
  const placePath = await placePathOf(tx, request.placeId ?? null);
  const place = placePath.at(-1);
  await notePlacePath(tx, placePath);
  const parameters = await snapshotForStart(tx, version.record.parameterKeys, place?.id ?? null);
  const processId = request.processId ?? process.key;
  const title = titleOf(tx, { request, process, version }, { parameters, place });
  const recordId = await recordOfStart(tx, { request, process, title });
  const starter = request.starter ?? (actor === SYSTEM ? null : { id: actor.userId, name: actor.name });
  return {
    ...EMPTY_INSTANCE,
    id,
    processKey: process.key,
    processName: process.name,
    versionId: version.record.id,
    versionNumber: version.record.number,
    processId,
    variables: {},
    parameters,
    businessKey: request.businessKey ?? null,
    startKey: request.startKey ?? null,
    title,
    titleEn: titleEnOf({ request, process, version }, { title, place }),
    recordCollection: process.recordCollection,
    recordId,
    starterId: starter?.id ?? null,
    starterName: starter?.name ?? null,
    placeId: place?.id ?? null,
    placeName: place?.name ?? null,
    placePath,
    parentInstanceId: request.parent?.instanceId ?? null,
    parentTokenId: request.parent?.tokenId ?? null,
    startedAt: tx.now,
  };
}

/** What every instance begins with, whatever it is about. */
export const EMPTY_INSTANCE = {
  revision: 0,
  status: 'running',
  suspension: null,
  undo: null,
  nextSequence: 1,
  stage: null,
  stageSince: null,
  dueAt: null,
  nearAt: null,
  isDueProvisional: false,
  endedAt: null,
  historySequence: 0,
  historyHash: GENESIS,
} as const satisfies Partial<InstanceRecord>;

export async function placePathOf(tx: Tx, placeId: string | null): Promise<PlaceRef[]> {
  const path = await placesOf(tx.db).chainOf(tx, placeId);
  if (placeId !== null && path.length === 0) throw badInput('place.notFound', { placeId });
  return path.map(({ id, name }) => ({ id, name }));
}

const MAX_TITLE = 200;

export function titleOf(
  tx: Tx,
  { request, process, version }: Start,
  facts: { parameters: Variables; place?: PlaceRef },
): string {
  const title = request.title?.trim() || titleByRule(tx, { request, process, version }, facts);
  if (title.length > MAX_TITLE) throw badInput('instance.titleTooLong', { maximum: MAX_TITLE });
  return title;
}

function titleEnOf(
  { request: { titleEn, titleOfCaller } }: Start,
  { title, place }: { title: string; place?: PlaceRef },
): string | null {
  if (!titleEn) return null;
  return title === titleOfCaller ? titleEn.ofCaller : titleEn.ofCall(place);
}

/** `wuxin:title` of the process: a text, or FEEL with `=` over the start variables and `place`. */
function titleByRule(tx: Tx, { request, process, version }: Start, facts: { parameters: Variables; place?: PlaceRef }): string {
  const rule = version.graph.processes[request.processId ?? process.key]?.settings.title;
  const fallback = request.titleOfCaller ?? [facts.place?.name, process.name].filter(Boolean).join(' ');
  if (!rule) return fallback;
  if (!rule.startsWith('=')) return rule;
  const variables = { ...request.variables, place: facts.place ? { ...facts.place } : null };
  const scope = { variables, record: request.record ?? null, parameters: facts.parameters };
  const title = evaluateAt({ elementId: process.key, elementName: process.name }, rule.slice(1), scope, tx.now);
  return plainText(title) || fallback;
}
