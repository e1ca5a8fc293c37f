import { badInput, conflict, engineOf, forbidden, notFound, textOf, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type { RollChangeBody, RollChangeRow } from '../../common/api';
import { act, type LockedMeeting } from '../acts';
import type { Who } from '../rights';
import { tables, type RollChangeRecord, type RollEntryRecord } from '../store';
import { addEntries, factsOf, keptEntry } from './entries';
import { hashOfRoll } from './hash';
import { entriesOf, openedMotions } from './store';

/** The first of two people: what is to be changed of a frozen roll, and why. */
export function proposeChange(tx: Tx, who: Who, meetingId: string, body: RollChangeBody): Promise<{ id: string }> {
  return act(tx, who, ['ballotRolls:proposeChange', meetingId], async (locked) => {
    const roll = locked.frozenRoll;
    await assertNoMotionOpened(tx, meetingId);
    if (body.reason.trim() === '') throw badInput('ballot.reasonMissing');
    if (body.kind !== 'add') await entryOf(tx, roll.id, body.entryId);
    if (body.kind !== 'withdraw') factsOf(body.entry, 1);
    const row: RollChangeRecord = {
      id: engineOf(tx.db).newId(),
      rollId: roll.id,
      kind: body.kind,
      entryId: body.kind === 'add' ? null : body.entryId,
      entry: body.kind === 'withdraw' ? null : keptEntry(body.entry),
      reason: body.reason.trim(),
      status: 'proposed',
      proposedById: who.actor.userId,
      proposedByName: who.actor.name,
      proposedAt: tx.now,
      decidedById: null,
      decidedByName: null,
      decidedAt: null,
      hashBefore: hashOfRoll(await entriesOf(tx, roll.id)),
      hashAfter: null,
    };
    await tables.rollChanges.insert(tx, [row]);
    locked.note('rollChangeProposed', { change: row.id, kind: row.kind });
    return { id: row.id };
  });
}

/** The second person: from now on the roll says so. */
export function confirmChange(tx: Tx, who: Who, meetingId: string, changeId: string): Promise<void> {
  return act(tx, who, ['ballotRolls:confirmChange', meetingId], async (locked) => {
    const change = await changeToDecide(tx, who, locked, changeId);
    await assertNoMotionOpened(tx, meetingId);
    await apply(tx, change);
    const hashAfter = hashOfRoll(await entriesOf(tx, change.rollId));
    await tables.rolls.update(tx, { id: change.rollId }, { hash: hashAfter });
    await decide(tx, who, change, { status: 'confirmed', hashAfter });
    locked.note('rollChangeConfirmed', { change: changeId, kind: change.kind, hash: hashAfter });
  });
}

export function refuseChange(tx: Tx, who: Who, meetingId: string, changeId: string): Promise<void> {
  return act(tx, who, ['ballotRolls:refuseChange', meetingId], async (locked) => {
    const change = await changeToDecide(tx, who, locked, changeId);
    await decide(tx, who, change, { status: 'refused', hashAfter: null });
    locked.note('rollChangeRefused', { change: changeId, kind: change.kind });
  });
}

async function changeToDecide(tx: Tx, { actor }: Who, { frozenRoll }: LockedMeeting, id: string): Promise<RollChangeRecord> {
  const change = await tables.rollChanges.find(tx, { id, rollId: frozenRoll.id });
  if (!change) throw notFound('ballot.changeNotFound');
  if (change.status !== 'proposed') throw conflict('ballot.changeDecided');
  if (change.proposedById === actor.userId) throw forbidden('ballot.changeNeedsTwo');
  return change;
}

async function apply(tx: Tx, { rollId, kind, entryId, entry }: RollChangeRecord): Promise<void> {
  if (kind === 'withdraw') {
    await tables.rollEntries.update(tx, { rollId, id: entryId }, { isWithdrawn: true });
    return;
  }
  if (!entry) throw new Error('a change that adds or corrects has an entry');
  if (kind === 'add') {
    const numbers = (await entriesOf(tx, rollId)).map(({ number }) => number);
    await addEntries(tx, rollId, [entry], Math.max(...numbers));
  } else {
    const { identityDigest, ...facts } = factsOf(entry, 1);
    // nobody has to enter again what only its digest is kept of
    const changes = identityDigest === null ? facts : { ...facts, identityDigest };
    await tables.rollEntries.update(tx, { rollId, id: entryId }, changes);
  }
}

const decide = (tx: Tx, { actor }: Who, { id }: RollChangeRecord, outcome: Pick<RollChangeRecord, 'status' | 'hashAfter'>) =>
  tables.rollChanges.update(tx, { id }, { ...outcome, decidedById: actor.userId, decidedByName: actor.name, decidedAt: tx.now });

/** Whoever could have voted is who stood on it then. */
async function assertNoMotionOpened(tx: Tx, meetingId: string): Promise<void> {
  if ((await openedMotions(tx, meetingId)) > 0) throw conflict('ballot.rollInUse');
}

async function entryOf(tx: Tx, rollId: string, id: string): Promise<RollEntryRecord> {
  const entry = await tables.rollEntries.find(tx, { id, rollId });
  if (!entry) throw notFound('ballot.entryNotFound');
  return entry;
}

/** The newest first. */
export async function rollChanges(
  tx: Tx,
  { rollId, userId, mayDecide, locale }: { rollId: string; userId: number; mayDecide: boolean; locale: Locale },
): Promise<RollChangeRow[]> {
  const rows = await tables.rollChanges.select(tx, { rollId }, { order: [['proposedAt', 'DESC'], ['id', 'DESC']] }); // prettier-ignore
  const named = await tables.rollEntries.select(tx, { id: rows.flatMap(({ entryId }) => entryId ?? []) });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: textOf(locale, `rollChange.${row.kind}`, { name: (row.entryId && names.get(row.entryId)) ?? row.entry?.name ?? '' }),
    reason: row.reason,
    status: row.status,
    proposedBy: { id: row.proposedById, name: row.proposedByName },
    proposedAt: row.proposedAt,
    decidedBy: row.decidedById === null ? null : { id: row.decidedById, name: row.decidedByName ?? '' },
    hashBefore: row.hashBefore,
    hashAfter: row.hashAfter,
    mayDecide: mayDecide && row.status === 'proposed' && row.proposedById !== userId,
  }));
}
