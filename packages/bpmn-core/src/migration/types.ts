import type { Applied, Instant, Json } from '../contract';

/** Where what stands in one version goes on in another one. Ids of the source on the left, of the target on the right. */
export interface MigrationMapping {
  /** Elements, the process itself among them. */
  readonly elements: Readonly<Record<string, string>>;
  /** Flows into joins: whoever waits there came by one of them. */
  readonly flows: Readonly<Record<string, string>>;
}

/** Why what stands at one element cannot go on at another one. */
export type PairProblemCode =
  | 'targetUnknown'
  | 'kindDiffers'
  | 'workDiffers'
  | 'loopDiffers'
  | 'orderingDiffers'
  | 'scopeDiffers'
  | 'attachedElsewhere';

export interface PairProblem {
  readonly code: PairProblemCode;
  readonly elementId: string;
  readonly targetId: string;
}

/** Why one instance cannot be migrated. */
export type MigrationReasonCode =
  | Exclude<PairProblemCode, 'targetUnknown'>
  | 'instanceEnded'
  | 'elementUnmapped'
  | 'flowUnmapped'
  | 'flowTwice'
  | 'joinUnfillable'
  | 'joinOverfull'
  | 'compensating'
  | 'compensationLost'
  | 'eventPartlyReceived'
  | 'eventFails';

export interface MigrationReason {
  readonly code: MigrationReasonCode;
  /** Of the source; of the target for `joinUnfillable` and `joinOverfull`. */
  readonly elementId: string;
  readonly tokenId: string | null;
  readonly data: { readonly [key: string]: Json };
}

export interface MigrationOptions {
  /** What happens to timers whose definition differs: they fire when they would have, or when the new definition says. */
  readonly timers: 'kept' | 'renewed';
  /** Since when something is waited for; a renewed duration counts from there. */
  openedAt(subscriptionId: string): Instant | null;
}

export interface MovedToken {
  readonly tokenId: string;
  readonly fromId: string;
  readonly toId: string;
}

export type Migration =
  | { readonly kind: 'refused'; readonly reasons: readonly MigrationReason[] }
  | {
      readonly kind: 'migrated';
      readonly applied: Applied;
      /** Every token that was there, also where its element has the same id; before joins went on. */
      readonly moved: readonly MovedToken[];
    };
