import { Desk, userTask } from '../__fixtures__';
import { installDraftForm } from '../forms';
import { tables } from '../store';

/** A decision is challenged by what its paper said on the day, not by what the record says now. */
describe('the form of a closed task', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const fields = [
        { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } },
        { type: 'integer', name: 'agreed', interface: 'integer', uiSchema: { title: '赞成' } },
        { type: 'text', name: 'remark', interface: 'textarea', uiSchema: { title: '审查意见' } },
      ];
      db.collection({ name: 'closedVotes', fields });
      await db.sync();
    });
    const form = (...names: string[]) => ({ collection: 'closedVotes', rows: names.map((field) => [{ field }]) });
    const forms = { vote: form('title', 'agreed', 'remark'), check: form('agreed', 'remark') };
    for (const [elementId, description] of Object.entries(forms))
      await desk.write((tx) => installDraftForm(tx, { processKey: 'rounds', elementId, description }));
    await desk.publishLines(
      'rounds',
      `@wuxin:recordCollection="closedVotes"
      <bpmn:startEvent id="begin" />${userTask('vote')}${userTask('check')}<bpmn:endEvent id="end" />
      begin -> vote
      vote -> check
      check -> end`,
    );
  });
  afterAll(() => desk?.close());

  const twoRounds = async () => {
    const { instanceId, taskIds } = await desk.start('rounds', 'clerk', { title: '公约表决' });
    await desk.complete('clerk', instanceId, 'vote', { data: { agreed: 127 } });
    const check = await desk.openTask(instanceId, 'check');
    await desk.task('returnTo', 'clerk', check, { elementId: 'vote', reason: '没有通过，再次召集' });
    const second = await desk.openTask(instanceId, 'vote');
    await desk.complete('clerk', instanceId, 'vote', { data: { agreed: 239 } });
    await desk.complete('clerk', instanceId, 'check', { data: { remark: '过程合规' } });
    return { instanceId, first: taskIds[0]!, returned: check, second };
  };

  it('says what was sent with it, though a later round wrote other numbers', async () => {
    const { first, second } = await twoRounds();

    expect((await desk.open('clerk', first)).data.record).toMatchObject({ title: '公约表决', agreed: 127 });
    expect((await desk.open('clerk', second)).data.record).toMatchObject({ agreed: 239 });
  });

  it('has nothing where something was written only later', async () => {
    const { first } = await twoRounds();

    expect((await desk.open('clerk', first)).data.record).toMatchObject({ remark: null });
  });

  it('says what stood before when its own words were erased, and that they were', async () => {
    const { instanceId, first, second } = await twoRounds();
    const [row] = (await tables.history.select(desk, { instanceId, kind: 'taskCompleted' })).filter(
      ({ data }) => data.taskId === second,
    );
    await desk.write((tx) => tables.historyPayloads.delete(tx, { historyId: row!.id }));

    expect((await desk.open('clerk', second)).data).toMatchObject({ isRecordErased: true, record: { agreed: 127 } });
    expect((await desk.open('clerk', first)).data).toMatchObject({ isRecordErased: false, record: { agreed: 127 } });
  });
});
