import type { Database } from '@nocobase/database';
import type { CaseChange } from '../runtime/case-changes';
import { engineOf, type Engine } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { peopleAffected, peopleOfRecentTasks } from './affected-store';

/** How long changes gather before they are counted: a meeting that votes is one look, not forty. */
const GATHER_MS = 300;
/** Counting takes at most this part of the time, however long a look takes: commands go first. */
const SHARE = 0.1;
/** People per transaction: other writers get their turn between two batches. */
const BATCH = 20;
/** How far a start looks back for changes that a crash lost. */
const LOOK_BACK_MS = 60 * 60 * 1000;

/** Writes the figures of these people and tells their open browsers. */
export type WriteStats = (tx: Tx, userIds: readonly number[]) => Promise<void>;

/**
 * Keeps the counts of NocoBase's task centre, in the background and in batches: never in the transaction of a command, so
 * that opening two thousand ballots costs no count. Figures are derived; what is lost is found again at the next change, at
 * the next start, or when the person opens the list.
 */
export class TaskStatsRefresher {
  private changes: CaseChange[] = [];
  private readonly people = new Set<number>();
  private timer: NodeJS.Timeout | undefined;
  private lookTookMs = 0;
  private running: Promise<void> = Promise.resolve();
  private write: WriteStats | undefined;
  private onError: (error: unknown) => void = () => undefined;

  constructor(private readonly engine: Engine) {}

  use(write: WriteStats, onError: (error: unknown) => void): void {
    this.write = write;
    this.onError = onError;
  }

  touch(change: CaseChange): void {
    this.changes.push(change);
    this.plan();
  }

  touchPeople(userIds: readonly number[]): void {
    userIds.forEach((id) => this.people.add(id));
    this.plan();
  }

  async catchUp(): Promise<void> {
    const since = this.engine.clock.now() - LOOK_BACK_MS;
    this.touchPeople(await this.engine.read((tx) => peopleOfRecentTasks(tx, since)));
  }

  /** Counts what has gathered, now; at a graceful stop nothing is left behind. */
  drain(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running = this.running.then(() => this.refresh()).catch((error) => this.onError(error));
    return this.running;
  }

  private plan(): void {
    if (!this.write || this.timer) return;
    this.timer = setTimeout(() => void this.drain(), Math.max(GATHER_MS, this.lookTookMs / SHARE));
    this.timer.unref();
  }

  private async refresh(): Promise<void> {
    const { write } = this;
    const changes = this.changes;
    this.changes = [];
    if (!write) return;
    if (changes.length > 0) (await this.engine.read((tx) => peopleAffected(tx, changes))).forEach((id) => this.people.add(id));
    const userIds = [...this.people];
    this.people.clear();
    const begun = performance.now(); // not the engine's clock, which may be set while this counts
    for (let start = 0; start < userIds.length; start += BATCH) {
      await this.engine.writeQuietly((tx) => write(tx, userIds.slice(start, start + BATCH)));
    }
    this.lookTookMs = performance.now() - begun;
  }
}

const refreshers = new WeakMap<Database, TaskStatsRefresher>();

/** The refresher of an application, found by its database. */
export function taskStatsOf(db: Database): TaskStatsRefresher {
  const known = refreshers.get(db) ?? new TaskStatsRefresher(engineOf(db));
  refreshers.set(db, known);
  return known;
}
