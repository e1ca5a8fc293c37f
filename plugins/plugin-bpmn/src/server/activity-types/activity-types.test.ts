import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { activityTypesOf } from '.';

/** What a plugin adds to a process. */
describe('an activity type', () => {
  let desk: Desk;
  const held = new Set<string>();

  beforeAll(async () => {
    desk = await Desk.open();
    activityTypesOf(desk.db).registerOnce({
      type: 'hall',
      enter: async ({ tokenId }) => {
        held.add(tokenId);
        return { kind: 'waiting' };
      },
      cancel: async ({ tokenId, element }) => {
        if (element.id === 'hold') held.delete(tokenId);
      },
    });
    await desk.publishLines(
      'halls',
      `<bpmn:startEvent id="begin" /><bpmn:serviceTask id="hold" wuxin:activityType="hall" />
      <bpmn:boundaryEvent id="late" attachedToRef="hold">${timer('after', 'Duration', 'PT1H')}</bpmn:boundaryEvent>
      ${userTask('clear')}<bpmn:endEvent id="end" />
      begin -> hold
      hold -> end
      late -> clear
      clear -> end`,
    );
  });
  afterAll(() => desk?.close());
  beforeEach(() => held.clear());

  it('puts away what it holds when an event at its border takes its work', async () => {
    const { instanceId } = await desk.start('halls');
    expect(held.size).toBe(1);
    desk.now += HOUR_MS;

    await desk.drain();

    expect(await desk.openElements(instanceId)).toEqual(['clear']);
    expect(held.size).toBe(0);
  });

  it('and when the case is cancelled', async () => {
    const { instanceId } = await desk.start('halls');

    expect((await desk.instance('cancel', 'root', instanceId, { reason: '停办' })).status).toBe(200);

    expect(held.size).toBe(0);
  });
});
