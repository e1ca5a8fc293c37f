import { demonstrationName } from '../harness';
import type { Call } from './calls';

const HALF_AN_HOUR_MS = 1_800_000;
const DAY_MS = 24 * 3_600_000;

const POSTS = { chair: 'secretary', clerk: 'drafter', teller: 'witness', secondTeller: 'director' } as const;

interface Called {
  readonly typeKey: string;
  readonly title: string;
}

/** A meeting for soon with the staff of the demonstration, as the form sends it. @returns its id */
export async function callMeeting(call: Call, { typeKey, title }: Called): Promise<string> {
  const idOf = async (username: string) => {
    const name = demonstrationName(username);
    const found = await call<{ id: number; name: string }[]>('ballotMeetings:people', '', { search: name });
    return found.find((person) => person.name === name)!.id;
  };
  const staff = [
    { userId: await idOf(POSTS.chair), post: 'chair' },
    { userId: await idOf(POSTS.clerk), post: 'clerk' },
    { userId: await idOf(POSTS.teller), post: 'teller' },
    { userId: await idOf(POSTS.secondTeller), post: 'teller' },
  ];
  const planned = { plannedAt: Date.now() + HALF_AN_HOUR_MS, venue: '村委会会议室', agenda: [{ title }], staff };
  return (await call<{ id: string }>('ballotMeetings:create', '', { typeKey, title, ...planned })).id;
}

/** Its roll is frozen, the notice went out in time. */
export async function convene(call: Call, id: string): Promise<void> {
  await call('ballotRolls:freeze', id, {});
  const noticeOn = new Date(Date.now() - 12 * DAY_MS).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 10);
  await call('ballotMeetings:convene', id, { noticeOn });
}

/** The first so many of the roll are there. */
export async function arrive(call: Call, id: string, count: number): Promise<void> {
  const { rows } = await call<{ rows: { id: string }[] }>('ballotRolls:entries', id, { pageSize: 50 });
  const entryIds = rows.slice(0, count).map((row) => row.id);
  await call('ballotAttendance:arrive', id, { entryIds, means: 'clerk' });
}
