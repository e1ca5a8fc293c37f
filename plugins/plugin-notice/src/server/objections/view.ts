import type { Model } from '@nocobase/database';
import { localDateOf, notFound, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectionView, PersonRef } from '../../common/api';
import { masked } from '../intake';
import { journal, journalLines } from '../journal';
import type { Who } from '../rights';
import { tables, type JournalRecord, type ObjectionRecord } from '../store';
import { daysLeftOf } from './days-left';
import { placeRefs, rowView } from './list';
import { numbersAt } from './parameters';
import { affectedStepsOf } from './ports';
import { CASE_WENT_ON } from './receive';
import { scanOf } from './scans';
import { mayDo, standingOf } from './standing';
import { involvedIn } from './taking';

/** The kind under which each look at who objects is kept. */
export const REVEALED = 'objection.revealed';

/**
 * An objection as its reader may see it: words that tell who objects are left out for everybody but whoever decides on it.
 *
 * @throws not found `objection.notFound`
 */
export async function viewObjection(tx: Tx, who: Who, id: string, locale: Locale): Promise<ObjectionView> {
  const row = await tables.objections.find(tx, { id });
  const notice = row && (await tables.notices.find(tx, { id: row.noticeId }));
  if (!notice) throw notFound('objection.notFound');
  const staff = await tables.staff.select(tx, { noticeId: notice.id });
  const standing = standingOf(who.actor.userId, { notice, objection: row, staff });
  if (!standing.hasPart && !who.isAdministrator) throw notFound('objection.notFound');
  const hide = hidingFor(row, { isMasked: !standing.isDeciding, now: tx.now });
  const rows = await journal.rowsOf(tx, id);
  const { group } = await numbersAt(tx, row.placeId);
  const { objectorName, contact, note, acceptedAt, hearingOn, affectedStep, revision, erasedAt } = row;
  return {
    ...rowView(tx, row, {
      notice,
      places: await placeRefs(tx, row.placeId === null ? [] : [row.placeId]),
      left: (await daysLeftOf(tx, [row])).get(id),
    }),
    text: hide(row.text) ?? '',
    isMasked: !standing.isDeciding,
    lateReason: hide(row.lateReason),
    caseWentOn: rows.some(({ kind }) => kind === CASE_WENT_ON),
    hasObjector: [objectorName, contact, note].some((one) => one !== null) || (await scanOf(tx, id)) !== undefined,
    against: await personOf(tx, row.againstUserId),
    isAgainstReader: standing.isAgainst,
    acceptedAt,
    needsHearing: row.people >= group,
    hearingOn,
    hearingNotes: standing.isDeciding ? row.hearingNotes : null,
    answer: row.answer,
    affectedStep,
    involved: standing.isDeciding ? involvedIn(staff) : [],
    period: { days: notice.periodDays, unit: notice.periodUnit },
    steps: [...(await affectedStepsOf(tx.db).of(tx, notice))],
    answeredAt: row.answeredAt,
    answeredBy: refOf(row.answeredById, row.answeredByName),
    appeal: hide(row.appeal),
    appealedAt: row.appealedAt,
    reconsideration: row.reconsideration,
    reconsiderationText: row.reconsiderationText,
    reconsideredAt: row.reconsideredAt,
    reconsideredBy: refOf(row.reconsideredById, row.reconsideredByName),
    closedAt: row.closedAt,
    erasedAt,
    revision,
    readBy: readersIn(rows),
    journal: journalLines(rows, locale),
    may: mayDo(standing, who.mayReceive, row.status),
  };
}

function hidingFor({ objectorName, contact }: ObjectionRecord, { isMasked, now }: { isMasked: boolean; now: number }) {
  const names = [objectorName, contact].flatMap((name) => name ?? []);
  return (text: string | null) => (text === null || !isMasked ? text : masked(text, { names, today: localDateOf(now) }));
}

const refOf = (id: number | null, name: string | null): PersonRef | null => (id === null ? null : { id, name: name ?? '' });

async function personOf({ db, transaction }: Tx, id: number | null): Promise<PersonRef | null> {
  if (id === null) return null;
  const user = (await db.getRepository('users').findOne({ filterByTk: id, transaction })) as Model | null; // untyped in NocoBase
  const names: readonly unknown[] = [user?.get('nickname'), user?.get('username')];
  return { id, name: names.find((one): one is string => typeof one === 'string' && one !== '') ?? '' };
}

function readersIn(rows: readonly JournalRecord[]): { name: string; count: number }[] {
  const counts = new Map<number, { name: string; count: number }>();
  for (const { kind, actorId, actorName } of rows) {
    if (kind !== REVEALED || actorId === null) continue;
    counts.set(actorId, { name: actorName ?? '', count: (counts.get(actorId)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
