import type { Json, Variables } from '../contract';
import type { Thrown } from './catching';
import { isJsonObject, textAt, type JsonObject } from '../json';

/**
 * One thing that is still to be done in the command. A step either happens or leaves no trace; the step of a failed token
 * is kept in its row, for `retry`.
 */
export type Step =
  /** A token has arrived at its element. */
  | { readonly type: 'enter'; readonly tokenId: string }
  /** The behaviour of an activity, without loops, inputs and boundary events: work that ended in an error is opened again. */
  | { readonly type: 'begin'; readonly tokenId: string }
  | { readonly type: 'finish'; readonly tokenId: string; readonly variables: Variables }
  | { readonly type: 'leave'; readonly tokenId: string }
  /** A scope may have no tokens left. */
  | { readonly type: 'emptied'; readonly tokenId: string }
  | { readonly type: 'childLeft'; readonly tokenId: string }
  | { readonly type: 'compensate'; readonly tokenId: string }
  | { readonly type: 'recheckJoins'; readonly tokenId: string }
  /** Work outside ended with an error, or escalates. */
  | { readonly type: 'throw'; readonly tokenId: string; readonly thrown: Thrown }
  | { readonly type: 'trigger'; readonly tokenId: string; readonly subscriptionId: string; readonly variables: Variables };

const SIMPLE_STEPS = ['enter', 'begin', 'leave', 'emptied', 'childLeft', 'compensate', 'recheckJoins'] as const;

/** Reads back a step that was stored in a failed token's row. */
export function readStep(stored: Json | undefined, tokenId: string): Step {
  const data: JsonObject = isJsonObject(stored) ? stored : {};
  const subscriptionId = textAt(data, 'subscriptionId');
  if (subscriptionId !== null) {
    return { type: 'trigger', tokenId, subscriptionId, variables: variablesOf(data) };
  }
  if (data.type === 'finish') return { type: 'finish', tokenId, variables: variablesOf(data) };
  if (data.type === 'error' || data.type === 'escalation') {
    return {
      type: 'throw',
      tokenId,
      thrown: { kind: data.type, code: textAt(data, 'code') ?? '', variables: variablesOf(data) },
    };
  }
  return { type: SIMPLE_STEPS.find((type) => type === data.type) ?? 'enter', tokenId };
}

function variablesOf(data: JsonObject): Variables {
  return isJsonObject(data.variables) ? data.variables : {};
}

/** The elements that a token came by in this command, newest first: how the step guard finds a loop. */
export interface Trail {
  readonly elementId: string;
  readonly previous: Trail | null;
}

export interface QueuedStep {
  readonly step: Step;
  readonly trail: Trail | null;
}

export function stepToJson(step: Step): JsonObject {
  if (step.type === 'finish') return { type: step.type, variables: step.variables };
  if (step.type === 'throw') return { type: step.thrown.kind, code: step.thrown.code, variables: step.thrown.variables };
  if (step.type === 'trigger') return { type: step.type, subscriptionId: step.subscriptionId, variables: step.variables };
  return { type: step.type };
}
