import type { Effect, Json } from '@wuxin/bpmn-core';
import type { JobRecord } from '../store';
import type { Advance } from './advance';

type DurableEffect = Extract<
  Effect,
  { type: 'callOpened' | 'callCancelled' | 'messageThrown' | 'signalThrown' | 'instanceEnded' | 'escalationThrown' }
>;
type NewJob = Pick<JobRecord, 'kind' | 'tokenId' | 'taskId' | 'payload' | 'dueAt' | 'maxAttempts' | 'idempotencyKey'>;

const MAX_ATTEMPTS = 8;

/** An effect on other instances as a job: it happens after the commit, once, whatever dies when. */
export function jobForEffect({ tx, session, unit }: Pick<Advance, 'tx' | 'session' | 'unit'>, effect: DurableEffect): NewJob {
  const { id, parentTokenId } = session.record;
  // only a call that is left takes its job along; every other effect outlives the token that had it
  const common = { taskId: null, tokenId: null, payload: json(effect), dueAt: tx.now, maxAttempts: MAX_ATTEMPTS };
  const toCaller = { ...common, payload: { ...json(effect), parentTokenId } };
  switch (effect.type) {
    case 'callOpened':
      return { ...common, kind: 'startChild', tokenId: effect.tokenId, idempotencyKey: `call:${effect.tokenId}` };
    case 'callCancelled':
      return { ...common, kind: 'cancelChild', idempotencyKey: `cancelCall:${effect.tokenId}` };
    case 'messageThrown':
    case 'signalThrown':
      // a loop may throw from one element several times within one step
      return { ...common, kind: effect.type, idempotencyKey: `throw:${unit.newId()}` };
    case 'escalationThrown':
      return { ...toCaller, kind: 'escalateCall', idempotencyKey: `escalate:${unit.newId()}` };
    case 'instanceEnded':
      return { ...toCaller, kind: 'completeCall', idempotencyKey: `ended:${id}` };
  }
}

function json(effect: DurableEffect): Record<string, Json> {
  return { ...effect } as unknown as Record<string, Json>; // effects are JSON by contract
}
