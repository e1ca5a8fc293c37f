import type { TrackedInstance } from '../../common/api';
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

  it('tells the history of the case what it has decided, in the language of who reads it', async () => {
    activityTypesOf(desk.db).registerOnce({
      type: 'scale',
      enter: async () => ({
        kind: 'completed',
        variables: {},
        decided: { 'zh-CN': '共 3 票，通过', 'en-US': '3 votes, passed' },
      }),
    });
    await desk.publishLines(
      'scales',
      `<bpmn:startEvent id="begin" /><bpmn:serviceTask id="weigh" name="计票" wuxin:nameEn="Count" wuxin:activityType="scale" />
      ${userTask('clear')}<bpmn:endEvent id="end" />
      begin -> weigh
      weigh -> clear
      clear -> end`,
    );
    const { instanceId } = await desk.start('scales');

    const decided = async (locale: 'zh-CN' | 'en-US') => {
      const tracked = await desk
        .as('root')
        .get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: instanceId }, locale });
      return tracked.data.history.filter(({ kind }) => kind === 'activityDecided').map(({ text }) => text);
    };
    expect(await decided('zh-CN')).toEqual(['计票：共 3 票，通过']);
    expect(await decided('en-US')).toEqual(['Count: 3 votes, passed']);
  });

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
