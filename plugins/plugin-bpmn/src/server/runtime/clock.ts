import type { Instant } from '@wuxin/bpmn-core';

/** Where time comes from; a test sets it. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
