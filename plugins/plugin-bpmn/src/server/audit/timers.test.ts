import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { tables, type HistoryRecord } from '../store';
import { taskStatsOf } from '../task-stats';
import { photograph } from './__fixtures__/world';
import { verifyDatabase } from '.';

const CYCLES = { counted: 'R3/PT1H', computed: '="R3/PT1H"', endless: 'R/PT1H' } as const;
type Cycle = keyof typeof CYCLES;

describe('how often timers fired', () => {
  let desk: Desk;
  let restore: () => Promise<void>;
  /** The counted and the computed cycle have fired twice and will once more, the endless one twice. */
  const cases: Record<Cycle, string> = { counted: '', computed: '', endless: '' };
  let ended: string;

  beforeAll(async () => {
    desk = await Desk.open();
    for (const [key, cycle] of Object.entries(CYCLES)) {
      const again = `<bpmn:boundaryEvent id="again" attachedToRef="a" cancelActivity="false">${timer('t', 'Cycle', cycle)}</bpmn:boundaryEvent>`;
      await desk.publishLines(
        key,
        `<bpmn:startEvent id="begin" />${userTask('a')}${again}${userTask('nudge')}<bpmn:endEvent id="end" />
        begin -> a
        a -> end
        again -> nudge
        nudge -> end`,
      );
    }
    ended = (await desk.start('counted')).instanceId;
    for (let hour = 0; hour < 4; hour += 1) await desk.advance(HOUR_MS);
    for (const key of ['counted', 'computed', 'endless'] as const) cases[key] = (await desk.start(key)).instanceId;
    for (let hour = 0; hour < 2; hour += 1) await desk.advance(HOUR_MS);
    await taskStatsOf(desk.db).drain();
    restore = await photograph(desk);
  });
  afterEach(() => restore());
  afterAll(() => desk?.close());

  const verify = () => verifyDatabase(desk.engine);
  const found = async () => (await verify()).invariants.find(({ name }) => name === 'timer.once');
  const firedIn = (instanceId: string) =>
    tables.history.select(desk, { instanceId, kind: 'timerFired' }, { order: [['sequence', 'ASC']] });
  /** As if it had happened once more, after everything else. */
  const addLike = async (row: HistoryRecord, changes: Partial<HistoryRecord>): Promise<string> => {
    const { historySequence } = await desk.row(row.instanceId);
    const id = `${row.id}:more`;
    await desk.write((tx) => tables.history.insert(tx, [{ ...row, ...changes, id, sequence: historySequence + 1 }]));
    return id;
  };

  it('is right where each fired as often as its cycle says, and history tells which time it was', async () => {
    expect(await verify()).toMatchObject({ isWhole: true });
    const told = (await firedIn(ended)).map(({ data }) => data);
    const first = Number(told[0]?.dueAt);
    expect(told).toEqual([
      { dueAt: first, remaining: 3 },
      { dueAt: first + HOUR_MS, remaining: 2 },
      { dueAt: first + 2 * HOUR_MS, remaining: 1 },
    ]);
  });

  it('is not right where one of three times fired a fourth time', async () => {
    const [last] = (await firedIn(ended)).toReversed();
    const rowId = await addLike(last!, { data: { dueAt: Number(last!.data.dueAt) + HOUR_MS, remaining: 0 } });

    expect(await found()).toMatchObject({
      broken: 1,
      first: { table: 'bpmnHistory', rowId, instanceId: ended, data: { fault: 'firedAgain', times: 4, allowed: 3 } },
    });
  });

  it.each(['counted', 'computed'] as const)(
    'is not right where one that is %s waits for more times than are left',
    async (cycle) => {
      const [row] = await tables.subscriptions.select(desk, { instanceId: cases[cycle] });
      await desk.write((tx) => tables.subscriptions.update(tx, { id: row!.id }, { data: { ...row!.data, remaining: 2 } }));

      expect(await found()).toMatchObject({
        broken: 1,
        first: { table: 'bpmnSubscriptions', rowId: row!.id, data: { fault: 'firedAgain', times: 2, toCome: 2, allowed: 3 } },
      });
    },
  );

  it.each(['counted', 'computed', 'endless'] as const)(
    'is not right where one time of one that is %s fired twice',
    async (cycle) => {
      const [first] = await firedIn(cases[cycle]);
      await desk.db.sequelize.query(`DELETE FROM "bpmnSubscriptions" WHERE "instanceId" = '${cases[cycle]}'`);
      const rowId = await addLike(first!, {});

      expect(await found()).toMatchObject({
        broken: 1,
        first: { table: 'bpmnHistory', rowId, data: { fault: 'sameTimeAgain', dueAt: first!.data.dueAt } },
      });
    },
  );

  it('is not right where a time that fired waits again', async () => {
    const [row] = await tables.subscriptions.select(desk, { instanceId: cases.endless });
    const [, second] = await firedIn(cases.endless);
    await desk.write((tx) => tables.subscriptions.update(tx, { id: row!.id }, { dueAt: Number(second!.data.dueAt) }));

    expect(await found()).toMatchObject({
      first: { table: 'bpmnSubscriptions', rowId: row!.id, data: { fault: 'sameTimeAgain' } },
    });
  });

  it('is right where an earlier build did not write down which time it was', async () => {
    await desk.write((tx) => tables.history.update(tx, { kind: 'timerFired' }, { data: {} }));

    expect(await found()).toMatchObject({ broken: 0 });
  });
});
