import type { TrackedInstance } from '../../common/api';
import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { completeActivity } from '../commands';
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
      waitsFor: async ({ tokenIds, locale }) =>
        new Map(
          tokenIds.map((id) => [id, { text: locale === 'en-US' ? 'The hall is taken' : '礼堂已占用', address: '/admin/halls' }]),
        ),
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

  it('says what a case waits for, and where that is done', async () => {
    const { instanceId } = await desk.start('halls');

    const waiting = async (locale: 'zh-CN' | 'en-US') => {
      const params = { filterByTk: instanceId };
      return (await desk.as('root').get<TrackedInstance>('bpmnInstances:track', { params, locale })).data.waiting;
    };
    expect(await waiting('zh-CN')).toEqual([
      { kind: 'activity', elementId: 'hold', elementName: 'hold', since: desk.now, text: '礼堂已占用', address: '/admin/halls' },
    ]);
    expect(await waiting('en-US')).toMatchObject([{ text: 'The hall is taken' }]);
  });

  it('ends what waited, with its variables and what it decided; a second time nothing happens', async () => {
    const { instanceId } = await desk.start('halls');
    const [tokenId = ''] = held;
    const decided = { 'zh-CN': '礼堂用过了', 'en-US': 'The hall was used' };
    const complete = () =>
      desk.engine.write((tx) => completeActivity(tx, desk.actor('clerk'), { tokenId, variables: { seats: 30 }, decided }));

    expect([await complete(), await complete()]).toEqual([true, false]);

    const tracked = await desk.as('root').get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: instanceId } });
    expect(tracked.data.instance.status).toBe('completed');
    expect(tracked.data.history.filter(({ kind }) => kind === 'activityDecided').map(({ text }) => text)).toEqual([
      'hold：礼堂用过了',
    ]);
  });
});
