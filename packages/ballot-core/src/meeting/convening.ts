import { isInForce } from '../schemas';
import { daysAfter, daysBetween } from './days';
import type { MeetingType } from './meeting-type';

/**
 * Why a meeting may not be held on a day.
 *
 * - `notInForce`: its law does not apply then
 * - `noticeShort`: it was convened too late; `earliest` is the first day on which it may be held
 * - `reconvenedEarly`, `reconvenedLate`: between the meeting that too few came to and this one there are too few or too many days
 * - `reconvenedTooOften`: too few came as often as the rule lets; it has to be reported
 */
export type ConveningProblem =
  | { readonly code: 'notInForce'; readonly validFrom?: string; readonly validUntil?: string }
  | { readonly code: 'noticeShort'; readonly noticeDays: number; readonly earliest: string }
  | { readonly code: 'reconvenedEarly' | 'reconvenedLate'; readonly earliest: string; readonly latest: string }
  | { readonly code: 'reconvenedTooOften'; readonly times: number };

/** Days are ISO days of the place. */
export interface Convening {
  /** When the notice reached people: the day itself does not count (Civil Code, article 201). */
  readonly noticeOn: string;
  readonly heldOn: string;
  /** The meeting before to which too few came, and how often it was reconvened since the first one. */
  readonly after?: { readonly heldOn: string; readonly times: number };
}

/** What stands against holding a meeting of this type on that day, for the clerk who convenes it; empty when nothing does. */
export function conveningProblems(type: MeetingType, { noticeOn, heldOn, after }: Convening): ConveningProblem[] {
  return [...forceProblem(type, heldOn), ...noticeProblem(type, noticeOn, heldOn), ...reconveningProblems(type, heldOn, after)];
}

function forceProblem(type: MeetingType, heldOn: string): ConveningProblem[] {
  const { validFrom, validUntil } = type;
  return isInForce(type, heldOn) ? [] : [{ code: 'notInForce', validFrom, validUntil }];
}

function noticeProblem({ notice }: MeetingType, noticeOn: string, heldOn: string): ConveningProblem[] {
  if (!notice || daysBetween(noticeOn, heldOn) >= notice.days) return [];
  return [{ code: 'noticeShort', noticeDays: notice.days, earliest: daysAfter(noticeOn, notice.days) }];
}

function reconveningProblems({ reconvening }: MeetingType, heldOn: string, after: Convening['after']): ConveningProblem[] {
  if (!reconvening || !after) return [];
  const { atLeastDays, atMostDays, times } = reconvening;
  if (after.times >= times) return [{ code: 'reconvenedTooOften', times }];
  const [earliest, latest] = [daysAfter(after.heldOn, atLeastDays), daysAfter(after.heldOn, atMostDays)];
  if (heldOn < earliest) return [{ code: 'reconvenedEarly', earliest, latest }];
  return heldOn > latest ? [{ code: 'reconvenedLate', earliest, latest }] : [];
}
