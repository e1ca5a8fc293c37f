import { forbidden, keyedDigest, localDateOf } from '@wuxin/plugin-bpmn';
import { timingSafeEqual } from 'node:crypto';
import type { SignInTicket } from '../../common/api';

const MINUTE_MS = 60_000;
/** The minute that the wall shows and the one before. */
const VALID_MINUTES = 2;

/** What the code on the wall says for this minute: nobody makes it who does not see the wall. */
export function signInTicket(meetingId: string, now: number): SignInTicket {
  const minute = Math.floor(now / MINUTE_MS);
  const ticket = ticketOf(meetingId, minute);
  return {
    ticket,
    url: `/v/admin/wuxin/meetings/${meetingId}/sign-in?ticket=${ticket}`,
    validUntil: (minute + VALID_MINUTES) * MINUTE_MS,
  };
}

/** @throws forbidden `ballot.ticketInvalid`: none of the last two minutes */
export function assertTicket(meetingId: string, ticket: string, now: number): void {
  const minute = Math.floor(now / MINUTE_MS);
  const isValid = Array.from({ length: VALID_MINUTES }, (_, ago) => ticketOf(meetingId, minute - ago)).some((valid) =>
    isSame(valid, ticket),
  );
  if (!isValid) throw forbidden('ballot.ticketInvalid');
}

/** By a key of the meeting's day. */
function ticketOf(meetingId: string, minute: number): string {
  const day = localDateOf(minute * MINUTE_MS);
  return keyedDigest(`sign-in ${meetingId} ${day}`, String(minute)).slice(0, 32);
}

function isSame(valid: string, given: string): boolean {
  const [a, b] = [Buffer.from(valid), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
