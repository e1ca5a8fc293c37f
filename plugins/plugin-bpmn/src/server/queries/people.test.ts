import type { PeopleQuery, PersonOption } from '../../common/api';
import { Desk, userTask, type Person } from '../__fixtures__';

describe('whom a task can be handed to', () => {
  let desk: Desk;
  let taskId: string;

  beforeAll(async () => {
    desk = await Desk.open();
    const check = userTask('check', { kind: 'role', value: 'checker', attributes: 'wuxin:whenStarter="exclude"' });
    await desk.publishLines(
      'review',
      `<bpmn:startEvent id="begin" />${check}<bpmn:endEvent id="end" />
      begin -> check
      check -> end`,
    );
    const { taskIds } = await desk.start('review', 'checker2');
    taskId = taskIds[0]!;
  });
  afterAll(() => desk?.close());

  const offered = async (who: Person, query: Partial<PeopleQuery> = {}) =>
    (await desk.as(who).get<PersonOption[]>('bpmnPeople:search', { params: { purpose: 'transfer', taskId, ...query } })).data;
  const names = async (who: Person, query: Partial<PeopleQuery> = {}) => (await offered(who, query)).map(({ name }) => name);

  it('is offered by the rule of the task first, each with the group that they are in', async () => {
    expect(await offered('root')).toEqual([{ id: desk.id('checker'), name: '李强', hint: '审核员' }]);
  });

  it('goes beyond the rule only by a name that somebody knows, and says so', async () => {
    expect(await offered('checker', { search: '王芳' })).toMatchObject([{ id: desk.id('clerk'), isOutside: true }]);
    expect(await names('checker', { search: '王' })).toEqual([]);
    expect(await names('checker')).toEqual([]);
  });

  it('never includes who is kept from the task, not even by name', async () => {
    expect(await names('checker', { search: '赵敏' })).toEqual([]);
  });

  it('lists nobody for a copy before a name is typed', async () => {
    expect(await names('checker', { purpose: 'cc' })).toEqual([]);
    expect(await names('checker', { purpose: 'cc', search: '孙伟' })).toEqual(['孙伟']);
  });

  it.each(['transfer', 'delegate', 'onBehalfOf', 'cc'])('is told to nobody who does not see the case: %s', async (purpose) => {
    const answer = await desk.as('outsider').get('bpmnPeople:search', { params: { purpose, taskId } });

    expect(answer).toMatchObject({ status: 404, errors: [{ code: 'instance.notFound' }] });
  });
});
