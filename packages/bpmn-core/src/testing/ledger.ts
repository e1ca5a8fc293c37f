import type { Applied, TokenRow, Variables } from '../contract';
import { findElement, type Graph } from '../graph';
import type { StoredInstance } from '../host';

/** A user task, as a host keeps it beyond its token. */
export interface Task {
  readonly tokenId: string;
  readonly elementId: string;
  /** The instances of multi-instance activities around it, from the outside in. */
  readonly plane: string;
  /** The task whose completion or return opened it; `null` where an event or a withdrawal did. */
  readonly openedBy: Task | null;
  status: 'open' | 'done' | 'returned' | 'cancelled';
  /** What was before it was done. */
  before: Snapshot | null;
}

/** Where a case stands: what a withdrawal has to bring back. */
export interface Snapshot {
  readonly tokens: readonly string[];
  readonly variables: Variables;
}

/** Without what waits at inclusive joins: these ask who can still come, so what they have let on need not come again. */
export function snapshotOf(graph: Graph, { row, tokens }: StoredInstance): Snapshot {
  const isKept = ({ kind, elementId }: TokenRow) =>
    kind !== 'joining' || findElement(graph, elementId)?.kind !== 'inclusiveGateway';
  const places = [...tokens.values()].filter(isKept).map(({ kind, elementId }) => `${kind} ${elementId}`);
  return { tokens: places.sort(), variables: row.variables };
}

/** The user tasks of one instance, in the order in which they were opened. */
export class Ledger {
  readonly tasks: Task[] = [];

  /** Somebody is about to end their task. */
  end(tokenId: string, status: 'done' | 'returned', before: Snapshot): Task | null {
    const task = this.openAt(tokenId);
    if (!task) return null;
    task.status = status;
    task.before = before;
    return task;
  }

  note(instance: StoredInstance, { effects }: Applied, openedBy: Task | null): void {
    for (const effect of effects) {
      if (effect.type === 'workCancelled') this.cancel(effect.tokenId);
      if (effect.type !== 'workOpened') continue;
      const { tokenId, elementId } = effect;
      const plane = planeOf(instance, tokenId);
      this.tasks.push({ tokenId, elementId, plane, openedBy, status: 'open', before: null });
    }
  }

  open(): readonly Task[] {
    return this.tasks.filter(({ status }) => status === 'open');
  }

  private openAt(tokenId: string): Task | undefined {
    return this.tasks.find((task) => task.tokenId === tokenId && task.status === 'open');
  }

  private cancel(tokenId: string): void {
    const task = this.openAt(tokenId);
    if (task) task.status = 'cancelled';
  }
}

function planeOf({ tokens }: StoredInstance, tokenId: string): string {
  const around: string[] = [];
  for (let token = tokens.get(tokenId); token?.parentId; token = tokens.get(token.parentId)) {
    if (tokens.get(token.parentId)?.kind === 'multiInstance') around.unshift(token.id);
  }
  return around.join('>');
}
