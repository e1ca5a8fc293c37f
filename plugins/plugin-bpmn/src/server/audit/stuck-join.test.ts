import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { tables } from '../store';
import { taskStatsOf } from '../task-stats';
import { verifyDatabase } from '.';

/** Of three branches two wait at a join for the third, which a timer has led elsewhere. */
describe('a case that waits at a join for what never comes', () => {
  let desk: Desk;
  let instanceId: string;

  beforeAll(async () => {
    desk = await Desk.open();
    const late = `<bpmn:boundaryEvent id="late" attachedToRef="c">${timer('t', 'Duration', 'PT1H')}</bpmn:boundaryEvent>`;
    await desk.publishLines(
      'forked',
      `<bpmn:startEvent id="begin" /><bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />
      ${userTask('a')}${userTask('b')}${userTask('c')}${late}<bpmn:endEvent id="end" /><bpmn:endEvent id="elsewhere" />
      begin -> fork
      fork -> a
      fork -> b
      fork -> c
      a -> join
      b -> join
      c -> join
      join -> end
      late -> elsewhere`,
    );
    instanceId = (await desk.start('forked')).instanceId;
    for (const elementId of ['a', 'b']) await desk.complete('clerk', instanceId, elementId);
    await desk.advance(HOUR_MS);
    await taskStatsOf(desk.db).drain();
  });
  afterAll(() => desk?.close());

  const found = async () => (await verifyDatabase(desk.engine)).invariants.filter(({ broken }) => broken > 0);

  it('is right with the incident that says so, one for all who wait there', async () => {
    expect(await desk.openIncident(instanceId)).toMatchObject({ code: 'joinStuck', elementId: 'join' });
    expect(await found()).toEqual([]);
  });

  it('is not right without it, for each token that waits', async () => {
    await desk.write((tx) => tables.incidents.update(tx, { instanceId }, { status: 'resolved' }));
    const waiting = await tables.tokens.select(desk, { instanceId, kind: 'joining' }, { order: [['id', 'ASC']] });

    expect(waiting).toHaveLength(2);
    expect(await found()).toMatchObject([
      {
        name: 'case.goesOn',
        broken: 2,
        first: { table: 'bpmnTokens', rowId: waiting[0]!.id, data: { fault: 'waitsForNothing' } },
      },
    ]);
  });
});
