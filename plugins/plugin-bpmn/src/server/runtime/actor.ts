import type { Channel } from '../../common/api';

/** Who acts, as history keeps it: names are stored as they were. */
export interface Actor {
  readonly userId: number;
  readonly name: string;
  /** Administers processes: NocoBase's own administrators, and whose role has the snippet `pm.wuxin.processes`. */
  readonly isAdministrator: boolean;
  readonly roles: readonly string[];
  readonly channel: Channel;
}

/** The engine itself: timers, jobs, messages of other instances. */
export const SYSTEM = 'system';
export type ActorOrSystem = Actor | typeof SYSTEM;
