import type { Channel } from '../../common/api';
import type { Rights } from './rights';

/** Who acts, as history keeps it: names are stored as they were. */
export interface Actor {
  readonly userId: number;
  readonly name: string;
  /** Administers cases, calendars and processes: NocoBase's own administrators, and whose role has the snippet `pm.wuxin.processes`. */
  readonly isAdministrator: boolean;
  /** What this person may do to processes; absent: what follows from `isAdministrator`. */
  readonly rights?: Rights;
  readonly roles: readonly string[];
  readonly channel: Channel;
}

/** The engine itself: timers, jobs, messages of other instances. */
export const SYSTEM = 'system';
export type ActorOrSystem = Actor | typeof SYSTEM;
