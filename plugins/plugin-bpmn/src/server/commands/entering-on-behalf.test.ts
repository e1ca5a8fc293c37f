import { Desk, userTask } from '../__fixtures__';
import { installDraftForm } from '../forms';

/** 代录: an administrator whose task it is not enters what its holder said, on the same form. */
describe('an administrator who enters on behalf', () => {
  let desk: Desk;
  let taskId: string;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'letters',
        createdBy: true,
        fields: [{ type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } }],
      });
      await db.sync();
    });
    const description = { collection: 'letters', rows: [[{ field: 'title' }]] };
    await desk.write((tx) => installDraftForm(tx, { processKey: 'formed', elementId: 'write', description }));
    await desk.publishLines(
      'formed',
      `@wuxin:recordCollection="letters"
      <bpmn:startEvent id="begin" />${userTask('write', { kind: 'role', value: 'checker' })}<bpmn:endEvent id="end" />
      begin -> write
      write -> end`,
    );
    const { taskIds } = await desk.start('formed', 'clerk', { title: '来信' });
    taskId = taskIds[0]!;
  });
  afterAll(() => desk?.close());

  it('sees the form, which the starter who may only see the case does not', async () => {
    const { data: opened } = await desk.open('root', taskId);
    const { data: watched } = await desk.open('clerk', taskId);

    expect(opened.task.may).toMatchObject({ complete: false, enterOnBehalf: true });
    expect(opened).toMatchObject({ record: { title: '来信' }, contract: { writable: ['title'] } });
    expect(opened.formTree).not.toBeNull();
    expect(watched).toMatchObject({ formTree: null, record: null });
  });

  it('keeps a draft of their own, which somebody else may not', async () => {
    const draft = { data: { title: '口述' }, opinion: '本人口述' };

    const kept = await desk.task('saveDraft', 'root', taskId, draft);
    const refused = await desk.task('saveDraft', 'clerk', taskId, draft);

    expect(kept.status).toBe(200);
    expect((await desk.open('root', taskId)).data.draft).toMatchObject(draft);
    expect(refused).toMatchObject({ status: 403, errors: [{ code: 'task.notYours' }] });
  });

  it('completes it with the values of the form for the holder only', async () => {
    const data = { title: '口述的来信' };

    const own = await desk.task('complete', 'root', taskId, { outcome: 'complete', data });
    const entered = await desk.task('complete', 'root', taskId, { outcome: 'complete', data, onBehalfOf: desk.id('checker') });

    expect(own).toMatchObject({ status: 403, errors: [{ code: 'task.notYours' }] });
    expect(entered.errors).toEqual([]);
    const { instanceId } = (await desk.open('root', taskId)).data.task;
    expect(await desk.record(instanceId)).toMatchObject(data);
  });
});
