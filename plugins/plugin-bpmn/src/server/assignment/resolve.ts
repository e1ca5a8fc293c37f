import type { Transaction } from 'sequelize';
import type { PersonRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { administratorKeys } from './administrators';
import { barringKey, prefixOf, userKey } from './keys';
import { peopleOf } from './people';
import { readWhenNobody, readWhenStarter } from './policies';
import { describeRules, keysForRules } from './rules';
import type { AssignmentReason, AssignmentRequest, GroupKey, ResolvedAssignment, WhenNobody } from './types';

type Assigned = Extract<ResolvedAssignment, { outcome: 'assigned' }>;

/**
 * Who gets a task that opens now. Rules first; the element's policies say what follows when they find nobody, or nobody
 * but the starter. Throws a coded error that names the element when a rule cannot be read (the caller's incident).
 */
export async function resolveAssignment(tx: ReadAt, request: AssignmentRequest): Promise<ResolvedAssignment> {
  const whenNobody = readWhenNobody(request.element, request.settings);
  const whenStarter = readWhenStarter(request.element, request.settings);
  const { starterId } = request.instance;
  const keys = await keysForRules(tx, request);
  const people = await membersOfAll(tx, keys);
  const subjectIds = await subjectsOf(tx, request);
  const barredIds = [...subjectIds, ...(whenStarter.policy === 'allow' || starterId === null ? [] : [starterId])];
  const others = people.filter(({ id }) => !barredIds.includes(id));
  if (others.length > 0) return assigned({ keys, people: others, barredIds, fallback: null });
  if (people.length > 0 && people.every(({ id }) => subjectIds.includes(id)))
    return { outcome: 'onlySubject', reason: reasonFor(request, 'assignment.onlySubject') };

  const ask = (policy: WhenNobody, code: AssignmentReason['code']) =>
    fallBack(tx, { policy, starterId, barredIds, reason: reasonFor(request, code) });
  if (people.length === 0) return ask(whenNobody, 'assignment.nobody');
  switch (whenStarter.policy) {
    case 'allow':
    case 'exclude':
      return ask(whenNobody, 'assignment.onlyStarter');
    case 'administrators':
      return ask('administrators', 'assignment.onlyStarter');
    case 'skip':
      return {
        outcome: 'skippedForStarter',
        taskOutcome: whenStarter.outcome,
        reason: reasonFor(request, 'assignment.onlyStarter'),
      };
  }
}

async function subjectsOf(tx: ReadAt, request: AssignmentRequest): Promise<readonly number[]> {
  const assignments = request.settings.subjects ?? [];
  if (assignments.length === 0) return [];
  const subjects = await membersOfAll(tx, await keysForRules(tx, { ...request, settings: { assignments } }));
  return subjects.map(({ id }) => id);
}

interface Fallback {
  readonly policy: WhenNobody;
  readonly starterId: number | null;
  readonly barredIds: readonly number[];
  readonly reason: AssignmentReason;
}

async function fallBack(tx: ReadAt, { policy, starterId, barredIds, reason }: Fallback): Promise<ResolvedAssignment> {
  if (policy === 'incident') return { outcome: 'nobody', reason };
  const starterKeys = starterId === null ? [] : [userKey(starterId)];
  const keys = policy === 'administrators' ? administratorKeys : starterKeys;
  const people = (await membersOfAll(tx, keys)).filter(({ id }) => !barredIds.includes(id));
  if (people.length === 0) return { outcome: 'nobody', reason };
  return assigned({ keys, people, barredIds, fallback: { policy, reason } });
}

interface Found extends Pick<Assigned, 'people' | 'fallback'> {
  readonly keys: readonly GroupKey[];
  readonly barredIds: readonly number[];
}

function assigned({ keys, people, barredIds, fallback }: Found): Assigned {
  const known = new Set(people.map(({ id }) => userKey(id)));
  // a person who is gone or barred is no candidate; a group stays, whoever is in it later
  const open = keys.filter((key) => prefixOf(key) !== 'user' || known.has(key));
  const [only] = people;
  const isOnePerson = only !== undefined && open.length === 1 && open[0] === userKey(only.id);
  return {
    outcome: 'assigned',
    groupKeys: [...open, ...barredIds.map(barringKey)],
    people,
    assigneeId: isOnePerson ? only.id : null,
    fallback,
  };
}

/** A vote opens a task for everybody in one transaction: who is in a group is asked once. */
const membersByTransaction = new WeakMap<Transaction, Map<string, Promise<readonly PersonRef[]>>>();

function membersOfAll(tx: ReadAt, keys: readonly GroupKey[]): Promise<readonly PersonRef[]> {
  if (!tx.transaction) return findMembers(tx, keys);
  const ofTransaction = membersByTransaction.get(tx.transaction) ?? new Map<string, Promise<readonly PersonRef[]>>();
  membersByTransaction.set(tx.transaction, ofTransaction);
  const name = JSON.stringify(keys);
  const members = ofTransaction.get(name) ?? findMembers(tx, keys);
  ofTransaction.set(name, members);
  return members;
}

async function findMembers(tx: ReadAt, keys: readonly GroupKey[]): Promise<readonly PersonRef[]> {
  const groups = [...(await peopleOf(tx, keys)).values()].flat();
  return [...new Map(groups.map((person) => [person.id, person])).values()].sort((a, b) => a.id - b.id);
}

function reasonFor(request: AssignmentRequest, code: AssignmentReason['code']): AssignmentReason {
  return { code, data: { ...request.element, rules: describeRules(request) } };
}
