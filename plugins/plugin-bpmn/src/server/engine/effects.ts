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
export function jobForEffect({ tx, session }: Pick<Advance, 'tx' | 'session'>, effect: DurableEffect): NewJob {
  const { id, nextSequence, parentTokenId } = { ...session.record, ...session.instance };
  const common = { taskId: null, dueAt: tx.now, maxAttempts: MAX_ATTEMPTS };
  switch (effect.type) {
    case 'callOpened':
      return {
        ...common,
        kind: 'startChild',
        tokenId: effect.tokenId,
        payload: json(effect),
        idempotencyKey: `call:${effect.tokenId}`,
      };
    case 'callCancelled':
      // not tied to the token, which is gone: the job has to outlive it
      return {
        ...common,
        kind: 'cancelChild',
        tokenId: null,
        payload: json(effect),
        idempotencyKey: `cancelCall:${effect.tokenId}`,
      };
    case 'messageThrown':
    case 'signalThrown':
      // an element can throw again when the process comes by again: the sequence tells the throws apart
      return {
        ...common,
        kind: effect.type,
        tokenId: null,
        payload: json(effect),
        idempotencyKey: `throw:${effect.tokenId}:${effect.elementId}:${nextSequence}`,
      };
    case 'escalationThrown':
      return {
        ...common,
        kind: 'escalateCall',
        tokenId: null,
        payload: { ...json(effect), parentTokenId },
        idempotencyKey: `escalate:${effect.tokenId}:${effect.elementId}:${nextSequence}`,
      };
    case 'instanceEnded':
      return {
        ...common,
        kind: 'completeCall',
        tokenId: null,
        payload: { ...json(effect), parentTokenId },
        idempotencyKey: `ended:${id}`,
      };
  }
}

function json(effect: DurableEffect): Record<string, Json> {
  return { ...effect } as unknown as Record<string, Json>; // effects are JSON by contract
}
