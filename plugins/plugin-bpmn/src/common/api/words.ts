/** What all of the answers are made of: people, places, stages, deadlines, states; and a refusal. */

export type Channel = 'web' | 'phone' | 'paper';
export type DeadlineLevel = 'onTime' | 'near' | 'overdue';
export type InstanceStatus = 'running' | 'suspended' | 'completed' | 'terminated' | 'cancelled';
export type TaskStatus = 'open' | 'completed' | 'cancelled';
export type VersionStatus = 'draft' | 'published' | 'retired';

export interface PersonRef {
  id: number;
  name: string;
}

export interface PlaceRef {
  id: string;
  name: string;
}

export interface StageView {
  key: string;
  name: string;
  /** `passed`: some element of it was left and none is active. */
  state: 'passed' | 'current' | 'upcoming';
  enteredAt: number | null;
  leftAt: number | null;
}

export interface DeadlineView {
  /** The first moment that is too late. */
  dueAt: number;
  /** Last day in time, `YYYY-MM-DD` where the office is, for deadlines that end with a day: people read it as a date. */
  dueOn?: string | null;
  level: DeadlineLevel;
  /** The deadline lies beyond the calendar that was known when it was computed. */
  isProvisional: boolean;
  /** For people: "10 个日历日，自 2026-11-01 起". */
  explanation: string;
  /** Its clock stands still: nothing is due, and `dueAt` is when the clock goes on by itself. */
  stopped?: { since: number; resumesOn: string } | null;
}

/** Every refusal of ours: `errors[0]` of the answer. The message is in the reader's language. */
export interface ApiError {
  code: string;
  message: string;
  data?: Record<string, unknown>;
}
