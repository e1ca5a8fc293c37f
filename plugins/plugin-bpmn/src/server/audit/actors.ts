import { isBarred, peopleOf, type GroupKey } from '../assignment';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';

/** Finds out which tasks somebody can do. Groups are few and asked for once, however many tasks name them. */
export class Actors {
  private readonly members = new Map<GroupKey, readonly number[]>();

  constructor(private readonly tx: Tx) {}

  /** Tasks whose holder has an account or, before anybody holds them, one of whose candidates has. */
  async actable(tasks: readonly TaskRecord[]): Promise<ReadonlySet<string>> {
    const candidates = await this.candidatesOf(tasks.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id));
    const keysOf = ({ id, assigneeId }: TaskRecord) =>
      assigneeId === null ? (candidates.get(id) ?? []) : [`user:${assigneeId}`];
    await this.learn(tasks.flatMap(keysOf));
    const canBeDone = tasks.filter((task) => {
      const keys = keysOf(task);
      return keys.some((key) => this.members.get(key)?.some((userId) => !isBarred(keys, userId)));
    });
    return new Set(canBeDone.map(({ id }) => id));
  }

  private async candidatesOf(taskIds: readonly string[]): Promise<ReadonlyMap<string, GroupKey[]>> {
    const keys = new Map<string, GroupKey[]>();
    if (taskIds.length === 0) return keys;
    for (const { taskId, groupKey } of await tables.candidates.select(this.tx, { taskId: [...taskIds] })) {
      const known = keys.get(taskId);
      if (known) known.push(groupKey);
      else keys.set(taskId, [groupKey]);
    }
    return keys;
  }

  private async learn(keys: readonly GroupKey[]): Promise<void> {
    const unknown = [...new Set(keys)].filter((key) => !this.members.has(key));
    if (unknown.length === 0) return;
    const found = await peopleOf(this.tx, unknown);
    for (const key of unknown)
      this.members.set(
        key,
        (found.get(key) ?? []).map(({ id }) => id),
      );
  }
}
