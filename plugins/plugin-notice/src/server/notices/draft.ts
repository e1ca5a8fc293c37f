import {
  type ActorOrSystem,
  badInput,
  conflict,
  engineOf,
  forbidden,
  nextOfYear,
  placesOf,
  SYSTEM,
  type Tx,
} from '@wuxin/plugin-bpmn';
import type { NoticeBody, NoticeChangeBody, StaffBody } from '../../common/api';
import { act } from '../acts';
import { journal } from '../journal';
import type { Who } from '../rights';
import { writeStaff } from '../staff';
import { tables, type NoticeName, type NoticeRecord } from '../store';
import { assertContent } from './content';
import { mustBeKind, numbersAt, periodDaysOf } from './numbers';
import { reasonIn } from './reason';

/** What is asked of a notice; of a process that waits for it, with the case and the token. */
export interface NoticeAsked extends NoticeBody {
  /** Left out: as the kind says. */
  readonly takesObjections?: boolean;
  readonly knownNames?: readonly NoticeName[] | null;
  readonly instanceId?: string | null;
  readonly tokenId?: string | null;
  readonly returnsUpheld?: boolean;
  readonly affectedSteps?: readonly string[] | null;
  readonly previousId?: string | null;
}

/** By a person. @throws forbidden `notice.mayNotDraft` */
export async function draftNotice(tx: Tx, who: Who, body: NoticeBody): Promise<{ id: string }> {
  if (!who.mayDraft) throw forbidden('notice.mayNotDraft');
  const { userId } = who.actor;
  // whoever drafts it sees it again, and is not who approves it
  const own = body.staff.some((one) => one.userId === userId && one.post === 'drafter')
    ? []
    : [{ userId, post: 'drafter' as const }];
  return createNotice(tx, who.actor, { ...body, staff: [...body.staff, ...own] });
}

/** A county has more than 9,999 in a year. */
const NUMBER_DIGITS = 6;

/** Part of a command that has asked who may: a notice that is being drafted. */
export async function createNotice(tx: Tx, by: ActorOrSystem, asked: NoticeAsked): Promise<{ id: string }> {
  const actor = by === SYSTEM ? null : by;
  const id = engineOf(tx.db).newId();
  const planned = await plannedOf(tx, asked);
  const number = await nextOfYear(tx, tables.notices, { digits: NUMBER_DIGITS });
  await tables.notices.insert(tx, [
    {
      number,
      ...NOTHING_YET,
      ...planned,
      id,
      knownNames: asked.knownNames ?? null,
      instanceId: asked.instanceId ?? null,
      tokenId: asked.tokenId ?? null,
      returnsUpheld: asked.returnsUpheld ?? false,
      affectedSteps: asked.affectedSteps ?? null,
      previousId: asked.previousId ?? null,
      createdAt: tx.now,
      createdById: actor?.userId ?? null,
      createdByName: actor?.name ?? null,
    },
  ]);
  await writeStaff(tx, id, asked.staff);
  // whoever has a text put right has not written it: they may approve it again
  const kind = asked.previousId ? 'redrafted' : 'created';
  await journal.append(tx, id, actor, [{ kind, data: { kind: planned.kindKey } }]);
  return { id };
}

/** @throws conflict `notice.changedMeanwhile`: somebody saved since the revision that was changed here */
export function updateNotice(tx: Tx, who: Who, id: string, { revision, ...body }: NoticeChangeBody): Promise<void> {
  return act(tx, who, ['noticeNotices:update', id], async (locked) => {
    const { notice } = locked;
    if (revision !== undefined && revision !== notice.revision) throw conflict('notice.changedMeanwhile');
    const isOfCase = notice.tokenId !== null;
    const before = { ...notice, staff: [], takesObjections: isOfCase ? notice.takesObjections : undefined };
    locked.change(await plannedOf(tx, { ...before, ...body }));
    if (body.staff) await writeStaff(tx, id, body.staff);
    locked.note('updated');
  });
}

/** Somebody fell ill: whoever does what changes while it is posted, too. */
export function setStaff(
  tx: Tx,
  who: Who,
  id: string,
  { staff, reason }: { readonly staff: readonly StaffBody[]; readonly reason: string },
): Promise<void> {
  return act(tx, who, ['noticeNotices:setStaff', id], async (locked) => {
    const said = reasonIn(reason);
    await writeStaff(tx, id, staff);
    locked.note('staffChanged', { reason: said });
  });
}

const NOTHING_YET = {
  status: 'draft',
  check: null,
  submittedAt: null,
  approvedAt: null,
  approvedById: null,
  approvedByName: null,
  wallToken: null,
  publishedAt: null,
  startsOn: null,
  endsOn: null,
  keepUntilOn: null,
  endedAt: null,
  takenDownAt: null,
  outcome: null,
  contentHash: null,
  revision: 1,
} as const satisfies Partial<NoticeRecord>;

/** @throws bad input of content, kind, period, place, day and boards */
async function plannedOf(tx: Tx, asked: Omit<NoticeAsked, 'staff'>) {
  assertContent(asked);
  const { kindKey, placeId = null, notBefore = null, boardIds = [] } = asked;
  const kind = await mustBeKind(tx, kindKey);
  if (placeId !== null && (await placesOf(tx.db).chainOf(tx, placeId)).length === 0) throw badInput('notice.placeUnknown');
  await assertBoards(tx, boardIds);
  const numbers = await numbersAt(tx, kind, placeId);
  return {
    kindKey,
    form: kind.form,
    title: asked.title.trim(),
    body: asked.body,
    placeId,
    matter: asked.matter ?? null,
    notBefore,
    boardIds: [...new Set(boardIds)],
    periodDays: periodDaysOf(numbers, asked.periodDays),
    periodUnit: kind.periodUnit,
    keepDays: numbers.keepDays,
    boardProof: numbers.boardProof,
    takesObjections: asked.takesObjections ?? kind.takesObjections,
  };
}

/** @throws bad input `notice.boardUnknown` */
async function assertBoards(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tables.boards.count(tx, { id: [...new Set(ids)], isInUse: true });
  if (found < new Set(ids).size) throw badInput('notice.boardUnknown');
}
