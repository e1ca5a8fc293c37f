import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { MeetingDesk, MotionView } from '../../common/api';
import { mayDo } from '../acts';
import { attendanceView, movementsOf, presentIn } from '../attendance';
import { placeRefs, problemsOf } from '../meetings';
import { isOfPhones, motionView } from '../motions';
import type { Who } from '../rights';
import { entriesOf, rollView } from '../rolls';
import { rulesOf } from '../rules';
import { slipsView } from '../slips';
import { tables, type MeetingRecord, type MotionRecord, type MovementRecord, type RollEntryRecord } from '../store';
import { readMeeting, rulesOfMeeting, type ReadMeeting } from './read';

/** Everything that the desk of a meeting shows: as many statements whatever the roll and however many motions there are. */
export async function meetingDesk(tx: Tx, who: Who, id: string): Promise<MeetingDesk> {
  const read = await readMeeting(tx, who, id);
  const { meeting, staff, posts, roll } = read;
  const { type, ordinary } = await rulesOfMeeting(tx, meeting);
  const entries = roll ? await entriesOf(tx, roll.id) : [];
  const movements = await movementsOf(tx, id);
  const rollHead = roll && (await rollView(tx, { meeting, roll, entries, type, rule: ordinary })).head;
  const places = await placeRefs(tx, meeting.placeId === null ? [] : [meeting.placeId]);
  const motions = await motionViews(tx, who, read, { entries, movements });
  return {
    id,
    number: meeting.number,
    title: meeting.title,
    typeKey: meeting.typeKey,
    typeTitle: type.title,
    place: meeting.placeId === null ? null : (places.get(meeting.placeId) ?? null),
    status: meeting.status,
    plannedAt: meeting.plannedAt,
    venue: meeting.venue,
    agenda: [...meeting.agenda],
    noticeOn: meeting.noticeOn,
    openedAt: meeting.openedAt,
    closedAt: meeting.closedAt,
    staff: staff.map(({ userId, name, post }) => ({ id: userId, name, post })),
    may: mayDo(who, posts, { meeting, roll }).filter((name) => name !== 'ballotBoxes:drawKey' || !motions.some(isKeyInUse)),
    conveningProblems: await problemsNow(tx, meeting, type),
    roll: rollHead,
    attendance: attendanceView({ entries, present: presentIn(movements, tx.now), rule: ordinary }),
    motions,
    key: meeting.publicKey === null ? null : { publicKey: meeting.publicKey, isOpen: motions.some(({ box }) => box?.isOpened) },
    slips: await slipsView(tx, meeting),
    minutes: meeting.minutes,
    reconvenes: await reconvenesOf(tx, meeting),
    instanceId: meeting.instanceId,
    revision: meeting.revision,
  };
}

/** Ballots may be sealed to the key that there is. */
const isKeyInUse = ({ way, openedAt }: MotionView): boolean => isOfPhones({ way }) && openedAt !== null;

/** Before it is convened as if the notice went out today. */
async function problemsNow(tx: Tx, meeting: MeetingRecord, type: Parameters<typeof problemsOf>[1]) {
  if (meeting.status !== 'draft' && meeting.status !== 'convened') return [];
  const noticeOn = meeting.noticeOn ?? localDateOf(tx.now);
  return problemsOf(tx, type, { meeting, noticeOn, heldOn: localDateOf(meeting.plannedAt) });
}

interface Seen {
  readonly entries: readonly RollEntryRecord[];
  readonly movements: readonly MovementRecord[];
}

async function motionViews(tx: Tx, who: Who, { meeting, posts, roll }: ReadMeeting, seen: Seen): Promise<MotionView[]> {
  const motions = await tables.motions.select(tx, { meetingId: meeting.id }, { order: [['number', 'ASC'], ['round', 'ASC']] }); // prettier-ignore
  if (motions.length === 0) return [];
  const motionId = motions.map(({ id }) => id);
  const recusals = await tables.recusals.select(tx, { motionId });
  const answers = await tables.rollCalls.select(tx, { motionId });
  const sheets = await tables.sheets.select(tx, { motionId }, { order: [['attempt', 'ASC'], ['at', 'ASC'], ['id', 'ASC']] }); // prettier-ignore
  const boxes = await tables.boxes.selectColumns(tx, ['motionId', 'ballotCount'], { motionId });
  const rules = await rulesOf(tx, [...new Set(motions.map(({ ruleKey }) => ruleKey))]);
  const viewed = { who, posts, meeting, roll, now: tx.now, rules };
  const own = <Row extends { motionId: string }>(rows: readonly Row[], { id }: MotionRecord) =>
    rows.filter((row) => row.motionId === id);
  return motions.map((motion) => {
    const rows = { ...seen, recusals: own(recusals, motion), answers: own(answers, motion) };
    const inBox = own(boxes, motion).reduce((sum, { ballotCount }) => sum + ballotCount, 0);
    return motionView(viewed, motion, { rows, sheets: own(sheets, motion), inBox });
  });
}

async function reconvenesOf(tx: Tx, { reconvenesId, reconvenedTimes }: MeetingRecord): Promise<MeetingDesk['reconvenes']> {
  const before = reconvenesId === null ? undefined : await tables.meetings.find(tx, { id: reconvenesId });
  return before ? { id: before.id, title: before.title, times: reconvenedTimes } : null;
}
