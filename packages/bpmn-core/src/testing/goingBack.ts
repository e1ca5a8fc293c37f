import type { Command } from '../contract';
import { findElement, type Graph } from '../graph';
import type { StoredInstance } from '../host';
import { comesAgain, tokensEndedByReturn } from '../return';
import type { Ledger, Snapshot, Task } from './ledger';

export type Move = Extract<Command, { type: 'move' }>;

/** Somebody sends an open task back to an earlier one. */
export interface Return {
  readonly task: Task;
  readonly command: Move;
}

/** Every return that a host offers: to a task that was done before in the same scope, and from which the case comes here again. */
export function returns(graph: Graph, instance: StoredInstance, { tasks }: Ledger): readonly Return[] {
  const reader = instance.reader();
  return tasks
    .filter(({ status }) => status === 'open')
    .flatMap((task) => {
      const inScope = tasks.filter((other) => other.plane === task.plane && isBeside(graph, task, other));
      const first = inScope.findIndex(({ elementId }) => elementId === task.elementId);
      const earlier = new Set(inScope.slice(0, first).map(({ elementId }) => elementId));
      const isDone = (id: string) =>
        inScope.some(({ elementId, status }) => elementId === id && (status === 'done' || status === 'returned'));
      return [...earlier]
        .filter((to) => isDone(to) && comesAgain(graph, { from: task.elementId, to }))
        .map((toElementId): Return => {
          const fromTokenIds = tokensEndedByReturn(graph, reader, task.tokenId, toElementId);
          return { task, command: { type: 'move', fromTokenIds, toElementId, variables: {} } };
        });
    });
}

/** Somebody takes their last step back. */
export interface Withdrawal {
  readonly back: Snapshot;
  readonly command: Move;
}

/** The withdrawal that a host offers: when nothing has come of the last step but tasks of its own scope, which nobody has done. */
export function withdrawals(graph: Graph, { row, tokens }: StoredInstance, ledger: Ledger): readonly Withdrawal[] {
  const followers = ledger.open();
  const [task, ...others] = new Set(followers.map(({ openedBy }) => openedBy));
  // what a return has ended beside it nobody brings back
  if (!task?.before || task.status !== 'done' || others.length > 0) return [];
  const all = [task, ...followers];
  if (all.some((other) => other.plane !== '' || !isBeside(graph, task, other))) return [];
  if (!followers.every(({ elementId: from }) => comesAgain(graph, { from, to: task.elementId }))) return [];
  const expected = new Set(followers.map(({ tokenId }) => tokenId));
  if ([...tokens.values()].some(({ id, kind }) => kind !== 'scope' && !expected.has(id))) return [];
  const { before } = task;
  const nothing = Object.fromEntries(Object.keys(row.variables).map((name) => [name, null]));
  const variables = { ...nothing, ...before.variables };
  return [{ back: before, command: { type: 'move', fromTokenIds: [...expected], toElementId: task.elementId, variables } }];
}

const isBeside = (graph: Graph, one: Task, other: Task) =>
  findElement(graph, one.elementId)?.scopeId === findElement(graph, other.elementId)?.scopeId;
