import { Desk, userTask } from '../__fixtures__';
import { isSqlite, tables } from '../store';
import { keepDraft } from './drafts';

/** What people have typed lives as long as their open task, whoever is faster. */
describe('drafts', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'letter',
      `<bpmn:startEvent id="begin" />${userTask('write')}<bpmn:endEvent id="end" />
      begin -> write
      write -> end`,
    );
  });
  afterAll(() => desk?.close());

  const draftOf = (taskId: string) => ({ taskId, userId: desk.id('clerk'), data: {}, opinion: '草稿', savedAt: desk.now });

  it('are not kept for a task that is closed already', async () => {
    const { instanceId, taskIds } = await desk.start('letter');
    await desk.complete('clerk', instanceId, 'write');

    const isKept = await desk.write((tx) => keepDraft(tx, draftOf(taskIds[0]!)));

    expect(isKept).toBe(false);
    expect(await tables.drafts.count(desk, { taskId: taskIds[0]! })).toBe(0);
  });

  it('go with the task also when one is saved while the completion waits', async () => {
    const { taskIds } = await desk.start('letter');
    const gate = newGate();
    const saving = desk.write(async (tx) => {
      await keepDraft(tx, draftOf(taskIds[0]!));
      gate.reached();
      await gate.opened;
    });
    await gate.isReached;

    const completing = desk.task('complete', 'clerk', taskIds[0]!, { outcome: 'complete' });
    await somebodyWaits(desk);
    gate.open();
    await saving;

    expect((await completing).errors).toEqual([]);
    expect(await tables.drafts.count(desk, { taskId: taskIds[0]! })).toBe(0);
  });
});

function newGate() {
  let [reached, open] = [() => undefined as void, () => undefined as void];
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { reached: () => reached(), isReached, open: () => open(), opened };
}

/** Until a transaction waits for a lock. On SQLite writers wait in a queue of this process, which needs no look. */
async function somebodyWaits({ db }: Desk): Promise<void> {
  if (isSqlite(db)) return;
  for (;;) {
    const [rows] = await db.sequelize.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
}
