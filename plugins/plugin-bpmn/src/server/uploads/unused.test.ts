import { DAY_MS, Desk, userTask, type Person } from '../__fixtures__';
import type { FileRef } from '../../common/api';
import { installDraftForm } from '../forms';
import { tables } from '../store';
import { discardUnusedUploads, KEPT_MS } from './unused';

const PDF = { name: '家庭情况.pdf', content: Buffer.from('%PDF-1.4') };

/** People add a file, close the page and never come back: nobody sees it any more, and the storage would keep it for ever. */
describe('an upload that nobody submitted', () => {
  let desk: Desk;
  let instanceId: string;
  let taskId: string;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const papers = (through: string) => ({
        type: 'belongsToMany',
        name: 'papers',
        target: 'attachments',
        through,
        interface: 'attachment',
        uiSchema: { title: '附件' },
      });
      const title = { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } };
      db.collection({ name: 'requests', fields: [title, papers('requestPapers')] });
      db.collection({ name: 'archives', fields: [title, papers('archivePapers')] });
      await db.sync();
    });
    const description = { collection: 'requests', rows: [[{ field: 'title' }], [{ field: 'papers' }]] };
    await desk.write((tx) => installDraftForm(tx, { processKey: 'request', elementId: 'write', description }));
    await desk.publishLines(
      'request',
      `@wuxin:recordCollection="requests"
      <bpmn:startEvent id="begin" />${userTask('write', { kind: 'role', value: 'checker' })}${userTask('read')}<bpmn:endEvent id="end" />
      begin -> write
      write -> read
      read -> end`,
    );
  });
  beforeEach(async () => {
    const started = await desk.start('request', 'clerk', { title: '一件' });
    instanceId = started.instanceId;
    taskId = started.taskIds[0]!;
  });
  afterAll(() => desk?.close());

  /** Beside a task, as its attachments are. */
  const toTask = async (who: Person = 'checker'): Promise<number> => {
    const sent = await desk.as(who).upload<FileRef>('bpmnTasks:upload', { params: { filterByTk: taskId }, file: PDF });
    expect(sent.errors).toEqual([]);
    return sent.data.id;
  };
  /** Into a field of a form, as NocoBase's upload does. */
  const toForm = async (who: Person = 'checker'): Promise<number> => {
    const params = { attachmentField: 'requests.papers' };
    const sent = await desk.as(who).upload<{ id: number }>('attachments:create', { params, file: PDF });
    expect(sent.errors).toEqual([]);
    return sent.data.id;
  };
  const KINDS: readonly [string, () => Promise<number>][] = [
    ['beside a task', toTask],
    ['in a field of a form', toForm],
  ];
  const isThere = async (id: number) => (await desk.db.getRepository('attachments').count({ filter: { id } })) === 1;
  const afterItsTime = () => desk.advance(KEPT_MS + DAY_MS);
  const submit = (who: Person, data: object) => desk.complete(who, instanceId, 'write', { data: {}, ...data });

  it.each(KINDS)('%s is removed from the storage when its time is over', async (_, upload) => {
    const id = await upload();

    await afterItsTime();

    expect(await isThere(id)).toBe(false);
    expect(await tables.files.count(desk, { attachmentId: id })).toBe(0);
    expect(await desk.openIncident(instanceId)).toBeUndefined();
  });

  it.each(KINDS)('%s is kept until the last moment of its time', async (_, upload) => {
    const id = await upload();
    const sweepAt = (now: number) => desk.engine.writeAt(now, discardUnusedUploads);

    await sweepAt(desk.now + KEPT_MS - 1);
    expect(await tables.files.count(desk, { attachmentId: id })).toBe(1);
    await sweepAt(desk.now + KEPT_MS);

    expect(await tables.files.count(desk, { attachmentId: id })).toBe(0);
  });

  it('is judged by its own age: one that came later the same day stays as long', async () => {
    const start = desk.now;
    const first = await toTask();
    await desk.advance(1);
    const second = await toTask();

    await desk.engine.writeAt(start + KEPT_MS, discardUnusedUploads);
    const left = await tables.files.select(desk, { attachmentId: [first, second] });
    expect(left).toMatchObject([{ attachmentId: second }]);

    await afterItsTime();
    expect([await isThere(first), await isThere(second)]).toEqual([false, false]);
  });

  it.each<[string, () => Promise<number>]>([
    [
      'was submitted beside its task',
      async () => {
        const id = await toTask();
        await submit('checker', { fileIds: [id] });
        return id;
      },
    ],
    [
      'was submitted in a form',
      async () => {
        const id = await toForm();
        await submit('checker', { data: { papers: [id] } });
        return id;
      },
    ],
    [
      'was submitted in a form, whose record has lost it since',
      async () => {
        const id = await toForm();
        await submit('checker', { data: { papers: [id] } });
        await desk.instance('cancel', 'clerk', instanceId, { reason: '停' });
        const { recordId } = await desk.row(instanceId);
        await desk.db.getRepository('requests').update({ filterByTk: recordId!, values: { papers: [] } });
        return id;
      },
    ],
    [
      'is in a record that nobody has a case about',
      async () => {
        const id = await toForm();
        await desk.db.getRepository('requests').create({ values: { title: '无办件', papers: [id] } });
        return id;
      },
    ],
    [
      'is in a collection of others',
      async () => {
        const id = await toForm();
        await desk.db.getRepository('archives').create({ values: { title: '存档', papers: [id] } });
        return id;
      },
    ],
  ])('never goes when it %s', async (_, use) => {
    const id = await use();

    await afterItsTime();
    await afterItsTime();

    expect(await isThere(id)).toBe(true);
  });

  describe('that a draft still has', () => {
    const draft = (who: Person, data: object) => desk.task('saveDraft', who, taskId, { data, opinion: '' });

    it('in its form is kept, and goes when the draft goes', async () => {
      const id = await toForm();
      await draft('checker', { papers: [id] });
      await afterItsTime();
      expect(await isThere(id)).toBe(true);

      await submit('checker', { data: {} });
      await desk.advance(2 * DAY_MS);

      expect(await isThere(id)).toBe(false);
    });

    it('of somebody else, to whom it was given back, is kept', async () => {
      await desk.task('claim', 'checker', taskId);
      await desk.task('delegate', 'checker', taskId, { to: desk.id('outsider'), reason: '请先写' });
      const id = await toForm('outsider');
      await submit('outsider', { data: { papers: [id] } });

      await afterItsTime();

      expect(await isThere(id)).toBe(true);
      await submit('checker', { data: { papers: [] } });
      await desk.advance(2 * DAY_MS);
      expect(await isThere(id)).toBe(false);
    });

    it('beside the task is kept as long as its uploader is at work there', async () => {
      const id = await toTask();
      await draft('checker', { title: '写了一半' });
      await afterItsTime();
      expect(await isThere(id)).toBe(true);

      await submit('checker', {});
      await desk.advance(2 * DAY_MS);

      expect(await isThere(id)).toBe(false);
    });

    it('is not kept for a number that merely looks alike', async () => {
      const id = await toForm();
      await draft('checker', { title: `第 ${id}9 号` });

      await afterItsTime();

      expect(await isThere(id)).toBe(false);
    });
  });

  it('and that goes just now cannot be submitted any more', async () => {
    const id = await toForm();
    await desk.engine.writeAt(desk.now + KEPT_MS, discardUnusedUploads); // the storage has not removed it yet

    const answer = await desk.task('complete', 'checker', taskId, { outcome: 'complete', data: { papers: [id] } });

    expect(answer).toMatchObject({ status: 400, errors: [{ code: 'task.unknownFile' }] });
  });

  it('and that a record has taken meanwhile is left where it is', async () => {
    const id = await toForm();
    await desk.engine.writeAt(desk.now + KEPT_MS, discardUnusedUploads);
    await desk.db.getRepository('archives').create({ values: { title: '存档', papers: [id] } });

    await desk.drain();

    expect(await isThere(id)).toBe(true);
  });
});
