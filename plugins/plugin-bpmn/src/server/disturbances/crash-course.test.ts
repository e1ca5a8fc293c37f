import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../__fixtures__';
import { activityTypesOf, serviceHandlersOf, serviceType } from '../engine';
import { tables } from '../store';
import { EXPECTED_COURSES, ROWS_PER_CASE, unexpectedSteps } from '../../../../../test/crash/course';

const MINUTE_MS = 60_000;

/** The course that each case of a crash run has to take is the one that nobody disturbs. */
describe('the case that crash runs play', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    activityTypesOf(desk.db).registerOnce(serviceType('effect'));
    serviceHandlersOf(desk.db).set('effect', () => Promise.resolve({ kind: 'done', variables: {} }));
    await desk.publish(readFileSync(join(__dirname, '../../../../../test/crash/crash.bpmn'), 'utf8'));
  });
  afterAll(() => desk?.close());

  it('takes the expected course when nothing disturbs it', async () => {
    const { instanceId } = await desk.start('crash', 'clerk', { variables: { key: 'a' } });
    await desk.drain();
    await desk.advance(MINUTE_MS);
    for (const elementId of ['check', 'vote', 'vote', 'vote']) await desk.complete('clerk', instanceId, elementId);
    await desk.drain();

    const cases = await tables.instances.select(desk, {}, { order: [['startedAt', 'ASC']] });
    expect(cases.map(({ status }) => status)).toEqual(['completed', 'completed']);
    const courses: Record<string, Record<string, number>> = {};
    let rows = 0;
    for (const { id, processId } of cases) {
      const history = await tables.history.select(desk, { instanceId: id });
      const steps = history.flatMap(({ kind, elementId, data }) =>
        kind === 'flowsTaken' && Array.isArray(data.flows)
          ? data.flows.map((flow) => `flow ${String(flow)}`)
          : [`${kind} ${elementId ?? ''}`],
      );
      const times = (courses[processId] = {} as Record<string, number>);
      for (const step of steps) times[step] = (times[step] ?? 0) + 1;
      rows += history.length;
    }
    expect(courses).toEqual(EXPECTED_COURSES);
    expect(rows).toBe(ROWS_PER_CASE);
  });

  it('is found to have taken another one where a step happened twice in every case, or never', () => {
    const { crash = {}, called = {} } = EXPECTED_COURSES;
    const { 'elementLeft inside': _never, ...rest } = called;

    expect(
      unexpectedSteps([
        { processId: 'crash', steps: crash },
        { processId: 'called', steps: called },
      ]),
    ).toEqual([]);
    expect(
      unexpectedSteps([
        { processId: 'crash', steps: { ...crash, 'taskCompleted check': 2 } },
        { processId: 'called', steps: rest },
      ]),
    ).toEqual(['crash: taskCompleted check ×2 instead of ×1', 'called: elementLeft inside ×0 instead of ×1']);
  });
});
