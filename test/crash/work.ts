import type { Client as Database } from 'pg';
import type { Client } from './client';
import { pause } from './wait';

/** People who do their tasks at once, as many at a time. */
const HANDS = 6;

/** The people and systems that use the hosts: they start cases and complete tasks, and try again when an answer is lost. */
export class Work {
  private readonly busy = new Set<string>();
  private isOver = false;
  refusedAfterLoss = 0;
  /** Refusals that no lost answer explains. */
  readonly unexplained: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly database: () => Promise<Database>,
  ) {}

  /** The same key twice is one case. */
  async startCase(number: number): Promise<void> {
    const key = `case-${number}`;
    const body = { processKey: 'crash', businessKey: key, isIdempotent: true, variables: { key } };
    const { status, code } = await this.client.post('bpmnInstances:start', body);
    if (status !== 200) this.unexplained.push(`start ${key}: ${status} ${code}`);
  }

  /** Completes whatever opens, until it is told that this is over. */
  async completeTasks(): Promise<void> {
    while (!this.isOver) {
      const ids = (await this.openTaskIds()).filter((id) => !this.busy.has(id)).slice(0, HANDS);
      await Promise.all(ids.map((id) => this.complete(id)));
      if (ids.length === 0) await pause(50);
    }
  }

  end(): void {
    this.isOver = true;
  }

  private async openTaskIds(): Promise<string[]> {
    try {
      const database = await this.database();
      const { rows } = await database.query<{ id: string }>(
        `SELECT "id" FROM "bpmnTasks" WHERE "status" = 'open' ORDER BY "id" LIMIT 50`,
      );
      return rows.map(({ id }) => id);
    } catch {
      return []; // the database is being restarted
    }
  }

  private async complete(id: string): Promise<void> {
    this.busy.add(id);
    const answer = await this.client.post(`bpmnTasks:complete?filterByTk=${id}`, { outcome: 'complete', data: {} });
    this.busy.delete(id);
    if (answer.status === 200) return;
    const isDoneBefore = answer.status === 409 && answer.code === 'task.alreadyHandled';
    if (isDoneBefore && answer.isAfterLoss) this.refusedAfterLoss += 1;
    else this.unexplained.push(`complete ${id}: ${answer.status} ${answer.code}`);
  }
}
