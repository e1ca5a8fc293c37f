import type { Instant } from '@wuxin/bpmn-core';
import type { ClockStop, LocalDate } from '@wuxin/workday';
import type { ElementRef, InstanceScope } from '../expressions';

/** `wuxin:deadline` as the compiled element carries it. */
export interface DeadlineSettings {
  /** A whole number, or FEEL with `=`. */
  readonly amount: string;
  readonly unit: string;
  /** `opened` (default), `started`, or FEEL with `=` that gives a date. */
  readonly base?: string;
  /** For so many working days altogether its clock may be stopped; missing: not at all. A whole number, or FEEL with `=`. */
  readonly stopLimit?: string;
  readonly steps: readonly DeadlineStepSettings[];
}

export interface DeadlineStepSettings {
  /**
   * Counted from the due date: `-2` is two before it, `0` the due date itself, `1` the first after it. A whole number, or
   * FEEL with `=`. Steps in days come at nine in the morning, when people work; only an outcome at `0` comes the moment
   * that time is up.
   */
  readonly amount: string;
  readonly unit: string;
  readonly action: string;
  /** For `escalate`: an assignee kind, and its value. For `outcome`: `value` is the outcome's key. */
  readonly kind?: string;
  readonly value?: string;
}

export interface DeadlineRequest {
  readonly element: ElementRef;
  readonly settings: { readonly deadline?: DeadlineSettings };
  readonly scope: InstanceScope;
  readonly openedAt: Instant;
  /** When the instance started. */
  readonly startedAt: Instant;
  readonly placeId: string | null;
  /** When its clock stood still; all of them have ended. */
  readonly stops?: readonly ClockStop[];
}

export type DeadlineAction =
  | { readonly action: 'remind' }
  | { readonly action: 'escalate'; readonly kind: string; readonly value: string }
  | { readonly action: 'outcome'; readonly outcome: string };

export type DeadlineStep = { readonly at: Instant } & DeadlineAction;

export interface ComputedDeadline {
  /** The first moment that is too late: 24:00 of `dueOn`, or the end of the last hour. */
  readonly dueAt: Instant;
  /** The last day on which it is still in time, `YYYY-MM-DD`: what people are told. */
  readonly dueOn: string;
  /** The same before a last day of rest moved to a working day. */
  readonly lastDay: LocalDate;
  /** From here on it is `near`: four fifths of the time are over. */
  readonly nearAt: Instant;
  /** The deadline lies beyond what the calendar knows. */
  readonly isProvisional: boolean;
  readonly explanation: { readonly zh: string; readonly en: string };
  /** In time order. */
  readonly steps: readonly DeadlineStep[];
}
