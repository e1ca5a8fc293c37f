import { apply, CommandError, type Applied, type Command, type Effect, type Json, type Variables } from '@wuxin/bpmn-core';
import { evaluateAt } from '../expressions';
import type { HistoryEvent } from '../history';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { ENGINE_PREFIX } from '../runtime/error-text';
import { BpmnError } from '../runtime/errors';
import { readRecord, toJson } from '../records';
import type { InstanceSession } from '../store';
import type { Tx } from '../runtime/tx';
import { elementName, elementOf, type LoadedVersion } from '../versions';
import {
  activityTypesOf,
  type ActivityContext,
  type ActivityType,
  type DecidedText,
  type Entered,
  type ScratchCase,
} from '../activity-types';
import { environment } from './environment';
import { historyOf, stageAfter } from './trail';
import { jobForEffect } from './effects';
import type { Unit } from './unit';

/** Work that one instance's tokens are moved with, inside one transaction. */
export interface Advance {
  readonly tx: Tx;
  readonly session: InstanceSession;
  readonly unit: Unit;
  readonly version: LoadedVersion;
  readonly actor: ActorOrSystem;
  /** The task whose completion moves the tokens: what opens because of it can be withdrawn. */
  readonly byTaskId?: string;
  /** The process is only tried out. */
  readonly scratch?: ScratchCase;
}

/**
 * Moves tokens until every branch waits for somebody: the interpreter runs the command, work that is done at once (decision
 * tables, tallies) completes in the same transaction and the tokens move on. Effects outside become jobs.
 */
export async function advance(context: Advance, command: Command): Promise<void> {
  await carryOn(context, [command]);
}

/** The same after tokens were moved by something that is no command, as a migration is. */
export async function advanceAfter(context: Advance, applied: Applied): Promise<void> {
  await carryOn(context, await follow(context, await context.session.run(() => applied)));
}

async function carryOn(context: Advance, commands: Command[]): Promise<void> {
  for (let next = commands.shift(); next; next = commands.shift()) {
    const current = next;
    const env = environment(context, await recordOf(context));
    const applied = await context.session.run((reader) => applyOrRefuse(context.version.graph, reader, current, env));
    commands.push(...(await follow(context, applied)));
  }
}

/** As expressions see it. */
const recordOf = async ({ scratch, tx, session }: Advance): Promise<Variables | null> =>
  scratch ? (scratch.record?.plain() ?? null) : readRecord(tx, session.record);

/** Notes what a step did and carries out its effects. @returns commands that follow at once */
async function follow(context: Advance, applied: Applied): Promise<Command[]> {
  context.unit.record(...historyOf(context, applied.history));
  stageAfter(context, applied.history);
  const commands: Command[] = [];
  for (const effect of applied.effects) commands.push(...(await carryOut(context, effect)));
  return commands;
}

/** A command that the state does not allow is a refusal like every other. */
function applyOrRefuse(...step: Parameters<typeof apply>): Applied {
  try {
    return apply(...step);
  } catch (error) {
    if (error instanceof CommandError) throw new BpmnError(`${ENGINE_PREFIX}${error.code}`, 409, error.data, { cause: error });
    throw error;
  }
}

/** @returns commands that follow at once */
async function carryOut(context: Advance, effect: Effect): Promise<Command[]> {
  const { unit, session, version } = context;
  switch (effect.type) {
    case 'workOpened':
      return enter(context, effect);
    case 'workCancelled':
      unit.cancelWork(effect.tokenId);
      await takeAway(context, effect);
      return [];
    case 'callCancelled':
      unit.cancelWork(effect.tokenId);
      unit.queue(jobForEffect(context, effect));
      return [];
    case 'incidentRaised':
      unit.raise({
        ...effect,
        elementName: elementName(version.graph, effect.elementId),
        data: { ...effect.data, source: 'element' },
      });
      return [];
    case 'incidentCleared':
      unit.clearIncidents(effect.tokenId);
      return [];
    case 'instanceEnded':
    case 'escalationThrown':
      if (session.record.parentInstanceId) unit.queue(jobForEffect(context, effect));
      return [];
    case 'callOpened':
    case 'messageThrown':
    case 'signalThrown':
      unit.queue(jobForEffect(context, effect));
      return [];
  }
}

interface Work {
  readonly tokenId: string;
  readonly elementId: string;
  readonly variables: Variables;
}

/** Begins the work of an activity by its type. Retrying an incident of a failed beginning comes here again. */
export async function enter(context: Advance, work: Work): Promise<Command[]> {
  const element = elementOf(context.version, work.elementId);
  const type = activityTypesOf(context.tx.db).for(element);
  if (!type)
    return raiseAt(context, work, 'activity.unknownType', { activityType: element.settings.activityType ?? element.type });
  if (context.scratch && !type.canBeTried) {
    context.scratch.ask(work);
    return [];
  }
  const entered = await begin(type, await activityContext(context, work));
  switch (entered.kind) {
    case 'waiting':
      return [];
    case 'completed':
      if (entered.decided) context.unit.record(decidedEvent(context.version, work, entered.decided));
      return [{ type: 'completeActivity', tokenId: work.tokenId, variables: entered.variables }];
    case 'failed':
      return raiseAt(context, work, entered.code, entered.data);
  }
}

/** What an activity has decided, for the history of its case. */
export function decidedEvent(
  { graph }: Pick<LoadedVersion, 'graph'>,
  { tokenId, elementId }: Pick<Work, 'tokenId' | 'elementId'>,
  decided: DecidedText,
): HistoryEvent {
  const element = { id: elementId, name: elementName(graph, elementId) };
  const data = { sentence: decided['zh-CN'], sentenceEn: decided['en-US'] };
  return { kind: 'activityDecided', actor: SYSTEM, element, tokenId, data };
}

/** Lets the type of the work put away what it holds. */
async function takeAway(
  { tx, unit, version, session, actor, scratch }: Advance,
  { tokenId, elementId }: Pick<Work, 'tokenId' | 'elementId'>,
) {
  if (scratch) return; // what a type holds of its own lies in tables
  const element = elementOf(version, elementId);
  await activityTypesOf(tx.db).for(element)?.cancel?.({ tx, unit, version, instance: session.record, element, tokenId, actor });
}

/** What is wrong with the element must not stop whoever led there: their step is done, an administrator mends the rest. */
async function begin(type: ActivityType, context: ActivityContext): Promise<Entered> {
  try {
    return await type.enter(context);
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    return { kind: 'failed', code: error.code, data: toJson(error.data) as Record<string, Json> }; // data of an error is an object
  }
}

function raiseAt(context: Advance, { tokenId, elementId }: Work, code: string, data: Record<string, Json>): Command[] {
  const name = elementName(context.version.graph, elementId);
  context.unit.raise({ tokenId, elementId, elementName: name, code, data: { ...data, source: 'activity' } });
  return [];
}

async function activityContext(context: Advance, { tokenId, elementId, variables }: Work): Promise<ActivityContext> {
  const { tx, session, unit, version, actor } = context;
  const element = elementOf(version, elementId);
  const record = await recordOf(context);
  const reference = { elementId: element.id, elementName: element.name ?? element.id };
  const scope = { variables, record, parameters: session.record.parameters };
  return {
    tx,
    unit,
    version,
    element,
    record,
    actor,
    instance: session.record,
    tokenId,
    plane: session.planeOfToken(tokenId),
    variables,
    byTaskId: context.byTaskId ?? null,
    scratch: context.scratch ?? null,
    evaluate: (expression, fuller = record) => evaluateAt(reference, expression, { ...scope, record: fuller }, tx.now),
  };
}
