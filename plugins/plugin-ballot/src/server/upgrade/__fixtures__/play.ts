import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Asking,
  castByPhone,
  DAY_MS,
  dayOf,
  type Hall,
  NOON,
  openBoxOf,
  secretMeeting,
  type PaperOfMeeting,
} from '../../__fixtures__';

/** What people of the hall held in their hands when the database was stored, and what of it the database does not have. */
export interface Left {
  /** The clock of the hall: the day of all meetings. */
  readonly now: number;
  /** Of six, three have voted: their codes come first. */
  readonly secret: Vote;
  /** Nine have voted on phones and six on paper; the vote is closed and one teller has counted. */
  readonly mixed: Vote;
  /** Two of four have answered. */
  readonly rollCall: Ids;
  /** The first teller has counted. */
  readonly hands: Ids;
  /** With one motion decided and one that waits. */
  readonly adjourned: Ids;
  readonly notHeld: string;
  readonly draft: string;
  /** Its roll is frozen, and the clerk has proposed to take its first entry off. */
  readonly changing: { readonly id: string; readonly change: string };
  /** A case waits for it. */
  readonly asked: Ids & { readonly instanceId: string };
}

interface Ids {
  readonly id: string;
  readonly motionId: string;
}

interface Vote extends Ids {
  readonly paper: PaperOfMeeting;
}

const fileOf = (folder: string, build: string) => join(folder, `${build}.${process.env.DB_DIALECT}.json`);
export const keepLeft = (folder: string, build: string, left: Left) =>
  writeFileSync(fileOf(folder, build), `${JSON.stringify(left, null, 2)}\n`);
export const readLeft = (folder: string, build: string) => JSON.parse(readFileSync(fileOf(folder, build), 'utf8')) as Left;

export const HANDS = { approve: 11, oppose: 9, abstain: 0 };
export const ON_PAPER = { issued: 6, recovered: 6, approve: 2, oppose: 4, abstain: 0, invalid: 0 };

/** One meeting at each place at which an upgrade could find one, all on one day. */
export async function playMeetings(hall: Hall): Promise<Left> {
  const onOneDay = <Made>(make: () => Promise<Made>): Promise<Made> => {
    hall.now = NOON;
    return make();
  };
  const left = {
    secret: await onOneDay(() => secretVote(hall)),
    mixed: await onOneDay(() => mixedVote(hall)),
    rollCall: await onOneDay(() => rollCall(hall)),
    hands: await onOneDay(() => hands(hall)),
    adjourned: await onOneDay(() => adjourned(hall)),
    notHeld: await onOneDay(() => notHeld(hall)),
    draft: await onOneDay(() => draft(hall)),
    asked: await onOneDay(() => askedByProcess(hall)),
    changing: await onOneDay(() => changing(hall)),
  };
  return { ...left, now: hall.now };
}

async function secretVote(hall: Hall): Promise<Vote> {
  const paper = await secretMeeting(hall, { people: 6, present: 6 });
  const motionId = await hall.motion(paper.id, { way: 'phone' });
  await hall.do('chair', 'ballotMotions:open', motionId);
  for (const [index, choice] of (['approve', 'approve', 'oppose'] as const).entries()) {
    await castByPhone(hall, paper, { motionId, code: paper.codes[index]!, choice: [choice] });
  }
  return { id: paper.id, motionId, paper };
}

async function mixedVote(hall: Hall): Promise<Vote> {
  const paper = await secretMeeting(hall, { people: 15, present: 15 });
  const motionId = await hall.motion(paper.id, { way: 'mixed' });
  await hall.do('chair', 'ballotMotions:open', motionId);
  for (const code of paper.codes.slice(0, 9)) await castByPhone(hall, paper, { motionId, code, choice: ['approve'] });
  for (const code of paper.codes.slice(9)) await hall.do('clerk', 'ballotBoxes:exchange', paper.id, { code });
  await hall.do('chair', 'ballotMotions:close', motionId);
  await openBoxOf(hall, paper, motionId);
  await hall.do('teller', 'ballotMotions:count', motionId, { counts: ON_PAPER });
  return { id: paper.id, motionId, paper };
}

async function rollCall(hall: Hall): Promise<Ids> {
  const id = await hall.opened(hall.people(4), 4);
  const motionId = await hall.motion(id, { way: 'rollCall' });
  await hall.do('chair', 'ballotMotions:open', motionId);
  for (const { id: entryId } of (await hall.entries(id)).slice(0, 2)) {
    await hall.do('clerk', 'ballotMotions:answer', motionId, { entryId, answer: 'approve' });
  }
  return { id, motionId };
}

async function hands(hall: Hall): Promise<Ids> {
  const id = await hall.opened(hall.people(30), 20);
  const motionId = await hall.motion(id);
  await hall.do('chair', 'ballotMotions:open', motionId);
  await hall.do('chair', 'ballotMotions:close', motionId);
  await hall.do('teller', 'ballotMotions:count', motionId, { counts: HANDS });
  return { id, motionId };
}

async function adjourned(hall: Hall): Promise<Ids> {
  const id = await hall.opened(hall.people(3), 3);
  await hall.decided(await hall.motion(id), { approve: 3, oppose: 0, abstain: 0 });
  const motionId = await hall.motion(id);
  await hall.do('chair', 'ballotMeetings:adjourn', id, { reason: '停电', continuesAt: hall.now + DAY_MS });
  return { id, motionId };
}

async function notHeld(hall: Hall): Promise<string> {
  const id = await hall.convened(hall.people(30));
  await hall.motion(id);
  await hall.do('chair', 'ballotMeetings:notHeld', id, { reason: '不足三分之二' });
  return id;
}

async function draft(hall: Hall): Promise<string> {
  const { id } = await hall.meeting();
  await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(5) });
  return id;
}

async function changing(hall: Hall): Promise<Left['changing']> {
  const id = await hall.convened(hall.people(3));
  const [first] = await hall.entries(id);
  const proposal = { kind: 'withdraw', entryId: first!.id, reason: '户口已迁出' };
  const { id: change } = await hall.do<{ id: string }>('clerk', 'ballotRolls:proposeChange', id, proposal);
  return { id, change };
}

async function askedByProcess(hall: Hall): Promise<Left['asked']> {
  const asking = new Asking(hall);
  await asking.holdPosts();
  await asking.publish('asked');
  const instanceId = await asking.start('asked', { day: dayOf(hall.now) });
  const { id } = await asking.meetingOf(instanceId);
  await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(30) });
  const [motion] = (await hall.desk(id)).motions;
  return { id, motionId: motion!.id, instanceId };
}
