import { fireStartTimer, fireTimer } from '../commands';
import { SYSTEM } from '../runtime/actor';
import type { Engine } from '../runtime/engine';
import { LEASE_BATCH, leaseJobs, leaseTimers } from './lease';
import { inGroups, runGroup } from './run-group';

/** How often the tables are looked at without a poke: the upper bound of a lost one. */
const POLL_MS = 1_000;
/** Between two looks that pokes ask for: a meeting that votes is a few looks, not one for each vote. */
const REST_MS = 50;

export interface WorkerLog {
  error(message: string, error: unknown): void;
}

/**
 * Carries out what is due: jobs and timers. Several workers, in one process or on several nodes, share the tables; each row
 * is leased. Stopping waits for what runs.
 */
export class Worker {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isPoked = false;
  private isStopped = true;

  constructor(
    private readonly engine: Engine,
    private readonly owner: string,
    private readonly log: WorkerLog,
    private readonly rest: () => Promise<void> = () => new Promise((over) => setTimeout(over, REST_MS)),
  ) {}

  start(): void {
    this.isStopped = false;
    this.timer = setInterval(() => this.poke(), POLL_MS);
    this.timer.unref();
    this.poke();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** There may be work. Many pokes while it works or rests are one more look afterwards. */
  poke(): void {
    this.isPoked = true;
    if (this.running || this.isStopped) return;
    this.running = this.loop().finally(() => {
      this.running = undefined;
    });
  }

  /** Works until nothing is due; tests call it instead of waiting. */
  async drain(): Promise<void> {
    while (await this.workOnce());
  }

  private async loop(): Promise<void> {
    while (this.isPoked && !this.isStopped) {
      this.isPoked = false;
      try {
        while (!this.isStopped && (await this.workOnce()));
      } catch (error) {
        this.log.error('wuxin: worker could not reach its tables', error);
      }
      await this.rest();
    }
  }

  /** @returns whether there was anything to do */
  private async workOnce(): Promise<boolean> {
    const { engine } = this;
    const timers = await engine.writeQuietly((tx) => leaseTimers(tx, LEASE_BATCH));
    for (const id of timers.subscriptionIds) await this.guarded(() => engine.writeQuietly((tx) => fireTimer(tx, SYSTEM, id)));
    for (const id of timers.triggerIds) await this.guarded(() => engine.writeQuietly((tx) => fireStartTimer(tx, id)));
    const jobs = await engine.writeQuietly((tx) => leaseJobs(tx, this.owner, LEASE_BATCH));
    for (const group of inGroups(engine, jobs)) await this.guarded(() => runGroup(engine, group));
    return timers.subscriptionIds.length + timers.triggerIds.length + jobs.length > 0;
  }

  /** One bad row must not keep the others waiting: its lease ends by itself and it is tried again. */
  private async guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error('wuxin: work that was due failed', error);
    }
  }
}
