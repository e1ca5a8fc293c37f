import type { CompensationRow, Json, TokenRow } from '../contract';
import { elementsOf, type Element } from '../graph';
import { isJsonArray, isJsonObject, textAt } from '../json';
import { isEventSubProcess, scopeOf } from './ancestry';
import { cancelToken } from './cancel';
import { leaveByBoundary } from './catching';
import { dropGroup, recordsOf } from './records';
import type { Run } from './run';
import { openEventSubProcess } from './scope';
import { consume } from './activity';
import { insertToken, removeToken, spawn } from './tokens';

/** What happens when all handlers of a throw are done. */
export type Afterwards = 'leave' | 'nothing' | 'cancelTransaction';

/**
 * Makes the token of a throw wait while the handlers of completed activities run, newest first, one after the other
 * (BPMN 2.0 §13.5.5). The rows are looked up again before each handler, so that nothing is compensated twice.
 */
export function beginCompensation(run: Run, token: TokenRow, records: readonly CompensationRow[], afterwards: Afterwards): void {
  run.tokens.update({ ...token, kind: 'compensation', data: { ...token.data, queue: queueOf(records), afterwards } });
  run.push({ type: 'compensate', tokenId: token.id });
}

/** Compensates beside the token, which goes on at once (`waitForCompletion="false"`). */
export function compensateBeside(run: Run, token: TokenRow, records: readonly CompensationRow[]): void {
  beginCompensation(run, insertToken(run, { parentId: token.parentId, elementId: token.elementId }), records, 'nothing');
}

/** What a compensation throw means: one activity, or everything completed in its scope. */
export function recordsFor(run: Run, token: TokenRow, activityId: string | null): readonly CompensationRow[] {
  const records: CompensationRow[] = [];
  for (let scope = scopeOf(run, token); scope; scope = isEventSubProcess(run, scope) ? scopeOf(run, scope) : null) {
    if (run.element(scope.elementId).scope?.isCompensable) records.push(...recordsOf(run, scope.id));
    const recordId = textAt(scope.data, 'recordId');
    if (recordId !== null) {
      records.push(...recordsOf(run, recordId));
      break;
    }
  }
  const wanted = activityId === null ? records : records.filter((record) => record.elementId === activityId);
  return wanted.sort((a, b) => b.sequence - a.sequence);
}

/** Begins the next handler, or goes on after the throw when there is none left. */
export function compensateNext(run: Run, token: TokenRow): void {
  const [next, ...rest] = isJsonArray(token.data.queue) ? token.data.queue : [];
  if (next === undefined) return afterAll(run, token);
  const record = findRecord(run, next);
  const waiting: TokenRow = { ...token, data: { ...token.data, queue: rest }, variables: record?.variables ?? {} };
  run.tokens.update(waiting);
  if (!record) return run.push({ type: 'compensate', tokenId: token.id });
  run.compensations.delete(record.id);
  beginHandler(run, waiting, record);
}

function beginHandler(run: Run, token: TokenRow, record: CompensationRow): void {
  const element = run.element(record.elementId);
  const isWholeLoop = element.activity?.loop != null && token.data.ofLoop !== record.elementId;
  if (isWholeLoop) return descend(run, token, record, { ofLoop: record.elementId });
  const handlerId = element.activity?.compensationHandlerId;
  if (handlerId) return void spawn(run, { parentId: token.id, elementId: handlerId });
  const start = compensationStart(run, element);
  if (start) return void openEventSubProcess(run, token, start, {}, { recordId: record.id });
  descend(run, token, record, {});
}

/** Compensates what was recorded inside a sub-process or a loop; the snapshot is visible to the handlers. */
function descend(run: Run, token: TokenRow, record: CompensationRow, data: TokenRow['data']): void {
  const inner = insertToken(run, {
    parentId: token.id,
    elementId: record.elementId,
    kind: 'compensation',
    data: { ...data, recordId: record.id },
  });
  beginCompensation(run, inner, recordsOf(run, record.id), 'nothing');
}

function afterAll(run: Run, token: TokenRow): void {
  const parent = run.parentOf(token);
  if (parent?.kind === 'compensation') {
    removeToken(run, token);
    return run.push({ type: 'compensate', tokenId: parent.id });
  }
  switch (token.data.afterwards) {
    case 'leave':
      run.tokens.update({ ...token, kind: 'activity', variables: {} });
      return run.push({ type: 'leave', tokenId: token.id });
    case 'cancelTransaction':
      return parent ? leaveCancelled(run, parent) : undefined;
    default:
      return consume(run, token);
  }
}

/** A cancelled transaction is left by its cancel boundary event (BPMN 2.0 §13.5.4). */
function leaveCancelled(run: Run, transaction: TokenRow): void {
  const parent = run.parentOf(transaction);
  const activity = parent?.kind === 'multiInstance' ? parent : transaction;
  const boundaries = elementsOf(run.graph, run.element(activity.elementId).activity?.boundaryIds ?? []);
  const boundary = boundaries.find((event) => event.event?.definitions.some(({ kind }) => kind === 'cancel'));
  if (boundary) leaveByBoundary(run, activity, boundary, {});
  else cancelToken(run, activity);
}

/** Start event of the compensation event sub-process inside a sub-process. */
function compensationStart(run: Run, element: Element): Element | null {
  const handlers = elementsOf(run.graph, element.scope?.eventSubProcessIds ?? []);
  const starts = handlers.flatMap((handler) => elementsOf(run.graph, handler.scope?.startIds ?? []));
  return starts.find((start) => start.event?.definitions.some(({ kind }) => kind === 'compensation')) ?? null;
}

/** Forgets what an event sub-process that compensated did not throw at. */
export function endCompensationHandler(run: Run, token: TokenRow): void {
  const recordId = textAt(token.data, 'recordId');
  if (recordId !== null) dropGroup(run, recordId);
}

function queueOf(records: readonly CompensationRow[]): Json {
  return records.map(({ id, scopeTokenId }) => ({ id, scope: scopeTokenId }));
}

function findRecord(run: Run, queued: Json): CompensationRow | null {
  if (!isJsonObject(queued)) return null;
  const scope = textAt(queued, 'scope');
  return scope === null ? null : (run.compensations.inGroup(scope).find((record) => record.id === queued.id) ?? null);
}
