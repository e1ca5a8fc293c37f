import type { FileRef } from '../../common/api';
import { Desk, userTask, type Person } from '../__fixtures__';
import { installDraftForm } from '../forms';

const PDF = { name: '平面图.pdf', content: Buffer.from('%PDF-1.4') };

/** A file in a field of the form is its uploader's until the form is submitted; a delegate does not submit it. */
describe('files in the form of a delegated task', () => {
  let desk: Desk;
  let taskId: string;
  let instanceId: string;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'plans',
        createdBy: true,
        fields: [
          { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } },
          {
            type: 'belongsToMany',
            name: 'drawings',
            target: 'attachments',
            through: 'planDrawings',
            interface: 'attachment',
            uiSchema: { title: '图纸' },
          },
        ],
      });
      await db.sync();
    });
    const description = { collection: 'plans', rows: [[{ field: 'drawings' }]] };
    await desk.write((tx) => installDraftForm(tx, { processKey: 'planning', elementId: 'draw', description }));
    await desk.publishLines(
      'planning',
      `@wuxin:recordCollection="plans"
      <bpmn:startEvent id="begin" />${userTask('draw', { kind: 'role', value: 'checker' })}<bpmn:endEvent id="end" />
      begin -> draw
      draw -> end`,
    );
  });
  afterAll(() => desk?.close());

  beforeEach(async () => {
    const started = await desk.start('planning');
    instanceId = started.instanceId;
    taskId = started.taskIds[0]!;
    await desk.task('delegate', 'checker', taskId, { to: desk.id('outsider'), reason: '请先画图' });
  });

  const uploaded = async (by: Person): Promise<FileRef> => {
    const params = { attachmentField: 'plans.drawings' };
    return (await desk.as(by).upload<FileRef>('attachments:create', { params, file: PDF })).data;
  };
  const complete = (by: Person, file: FileRef) =>
    desk.task('complete', by, taskId, { outcome: 'complete', data: { drawings: [{ id: file.id, title: file.title }] } });

  it('are opened and submitted by who delegated it, once it has come back', async () => {
    const file = await uploaded('outsider');
    expect((await desk.as('checker').file(file.url)).status).toBe(404);

    expect((await complete('outsider', file)).errors).toEqual([]);

    expect((await desk.open('checker', taskId)).data.draft?.data).toMatchObject({ drawings: [{ id: file.id }] });
    expect(await desk.as('checker').file(file.url)).toMatchObject({ status: 200, content: PDF.content });
    expect((await desk.as('checker2').file(file.url)).status).toBe(404);
    expect((await complete('checker', file)).errors).toEqual([]);
    expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    expect((await desk.as('clerk').file(file.url)).status).toBe(200); // who started the case
  });

  it('are not taken from somebody else by who delegated it', async () => {
    const file = await uploaded('outsider');
    await desk.task('complete', 'outsider', taskId, { outcome: 'complete', data: {} });

    expect((await complete('checker', file)).errors).toMatchObject([{ code: 'task.foreignFile' }]);
  });
});
