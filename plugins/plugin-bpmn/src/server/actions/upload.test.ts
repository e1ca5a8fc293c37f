import type { Model } from '@nocobase/database';
import { storagePathJoin } from '@nocobase/utils';
import { type UploadedFile, expectRefused } from '@wuxin/test';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { FileRef, Started } from '../../common/api';
import { Desk, userTask, type Person } from '../__fixtures__';
import { tables } from '../store';

const MEGABYTE = 1024 * 1024;
const PDF: UploadedFile = { name: '居民意见（第一组）.pdf', content: Buffer.from('%PDF-1.4 第一组') };

describe('files of a task', () => {
  let desk: Desk;
  let taskId: string;
  let instanceId: string;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'meetings',
        fields: [
          { type: 'string', name: 'title', interface: 'input' },
          { type: 'belongsToMany', name: 'minutes', target: 'attachments', through: 'meetingMinutes', interface: 'attachment' },
          { type: 'hasOne', name: 'summary', target: 'meetingSummaries', foreignKey: 'meetingId' },
        ],
      });
      db.collection({
        name: 'meetingSummaries',
        fields: [{ type: 'belongsTo', name: 'scan', target: 'attachments', foreignKey: 'scanId', interface: 'attachment' }],
      });
      await db.sync();
    });
    await desk.publishLines(
      'meeting',
      `@wuxin:recordCollection="meetings"
      <bpmn:startEvent id="begin" />${userTask('hold', { kind: 'role', value: 'checker' })}<bpmn:endEvent id="end" />
      begin -> hold
      hold -> end`,
    );
    await desk.publishLines(
      'report',
      `<bpmn:startEvent id="begin" />${userTask('write', { kind: 'role', value: 'checker' })}${userTask('read')}<bpmn:endEvent id="end" />
      begin -> write
      write -> read
      read -> end`,
    );
  });
  beforeEach(async () => {
    const started = await desk.start('report');
    instanceId = started.instanceId;
    taskId = started.taskIds[0]!;
  });
  afterAll(() => desk?.close());

  const upload = (who: Person, file?: UploadedFile, locale?: 'zh-CN' | 'en-US') =>
    desk.as(who).upload<FileRef>('bpmnTasks:upload', { params: { filterByTk: taskId }, file, locale });
  const filesSeenBy = async (who: Person, id = taskId) => (await desk.open(who, id)).data.files.map(({ title }) => title);
  const temporaryFiles = () =>
    readdirSync(tmpdir())
      .filter((name) => /^[0-9a-f]{32}/.test(name))
      .sort();
  const refused = async (file: UploadedFile | undefined, expected: { code: string; status: number }) => {
    const before = await desk.fingerprint(instanceId);
    const lying = temporaryFiles();
    await expectRefused((locale) => upload('checker', file, locale), expected);
    expect(await desk.fingerprint(instanceId)).toBe(before);
    expect(temporaryFiles()).toEqual(lying);
  };

  it('keep their Chinese name for people, and none of it in their address', async () => {
    const { data, status } = await upload('checker', PDF);

    expect(status).toBe(200);
    expect(data).toMatchObject({ title: '居民意见（第一组）', isPending: true, uploadedBy: { name: '李强' } });
    expect(decodeURIComponent(data.url)).not.toMatch(/居民/);
  });

  it('are the uploader’s alone until the task is completed with them, and of the case from then on', async () => {
    const { data } = await upload('checker', PDF);
    expect(await filesSeenBy('checker')).toEqual(['居民意见（第一组）']);
    expect(await filesSeenBy('checker2')).toEqual([]);

    await desk.complete('checker', instanceId, 'write', { fileIds: [data.id] });

    expect(await filesSeenBy('clerk', await desk.openTask(instanceId, 'read'))).toEqual(['居民意见（第一组）']);
  });

  it('are still waiting for their task after the page was loaded again', async () => {
    const { data } = await upload('checker', PDF);

    const { files } = (await desk.open('checker', taskId)).data;

    expect(files).toMatchObject([{ id: data.id, isPending: true }]);
  });

  it('can be taken back by the uploader before that, and by nobody else', async () => {
    const { data } = await upload('checker', PDF);

    expect((await desk.task('removeFile', 'checker2', taskId, { fileId: data.id })).status).toBe(404);
    expect((await desk.task('removeFile', 'checker', taskId, { fileId: data.id })).status).toBe(200);

    expect(await filesSeenBy('checker')).toEqual([]);
    const completion = await desk.task('complete', 'checker', taskId, { outcome: 'complete', fileIds: [data.id] });
    expect(completion.errors).toMatchObject([{ code: 'task.unknownFile' }]);
  });

  it('are gone from the storage when they were taken back', async () => {
    const { data } = await upload('checker', PDF);
    const row: Model = await desk.db.getRepository('attachments').findOne({ filterByTk: data.id });
    const stored = storagePathJoin('uploads', String(row.get('path')), String(row.get('filename')));
    expect(existsSync(stored)).toBe(true);

    await desk.task('removeFile', 'checker', taskId, { fileId: data.id });
    await desk.drain();

    expect(existsSync(stored)).toBe(false);
    expect(await desk.db.getRepository('attachments').count({ filter: { id: data.id } })).toBe(0);
    expect(await desk.openIncident(instanceId)).toBeUndefined();
  });

  describe('at their address', () => {
    const opened = async (who: Person | null, url: string) => (who ? desk.as(who) : desk.test.as()).file(url);
    let url: string;
    let attachmentId: number;
    beforeEach(async () => {
      const { data } = await upload('checker', PDF);
      url = data.url;
      attachmentId = data.id;
    });

    it('are opened by the uploader alone before they are submitted', async () => {
      expect(await opened('checker', url)).toMatchObject({ status: 200, content: PDF.content });

      for (const who of ['checker2', 'clerk', 'outsider', 'supervisor'] as const)
        expect(await opened(who, url)).toMatchObject({ status: 404, content: Buffer.from('') });
    });

    it('are opened by who sees the case after that, and by nobody else', async () => {
      await desk.complete('checker', instanceId, 'write', { fileIds: [attachmentId] });

      expect(await opened('clerk', url)).toMatchObject({ status: 200, content: PDF.content });
      expect(await opened('root', url)).toMatchObject({ status: 200, content: PDF.content });
      expect(await opened('outsider', url)).toMatchObject({ status: 404, content: Buffer.from('') });
    });

    it('are opened by no stranger', async () => {
      await desk.complete('checker', instanceId, 'write', { fileIds: [attachmentId] });

      expect((await opened(null, url)).status).toBeGreaterThanOrEqual(400);
      expect((await opened(null, url)).content).not.toEqual(PDF.content);
    });

    it('are given a temporary address only for who sees the case', async () => {
      const temporary = (who: Person) =>
        desk.as(who).post('attachments:createTemporaryURL', { params: { filterByTk: attachmentId } });

      expect(await temporary('outsider')).toMatchObject({ status: 404, errors: [{ code: 'file.notFound' }] });
      expect((await temporary('checker')).status).toBe(200);
    });

    it('are not opened through an association of another collection', async () => {
      const meeting: Model = await desk.db
        .getRepository('meetings')
        .create({ values: { title: '会议', minutes: [attachmentId] } });
      const through = (who: Person) => opened(who, `/api/meetings/${String(meeting.get('id'))}/minutes:getFile/${attachmentId}`);

      expect(await through('outsider')).toMatchObject({ status: 404, content: Buffer.from('') });
      expect(await through('checker')).toMatchObject({ status: 200, content: PDF.content });
    });

    it('stay those of their case when somebody lets a record point at them', async () => {
      const meeting: Model = await desk.db
        .getRepository('meetings')
        .create({ values: { title: '会议', minutes: [attachmentId] } });
      const own = await desk
        .as('root')
        .post<Started>('bpmnInstances:start', { data: { processKey: 'meeting', recordId: Number(meeting.get('id')) } });
      expect(own.errors).toEqual([]);

      expect(await opened('checker2', url)).toMatchObject({ status: 404, content: Buffer.from('') });
    });

    it.each([
      ['a field of the record', { minutes: 'itself' }],
      ['a sub-form of the record', { summary: { scan: 'itself' } }],
    ])('in %s are opened by who sees its case only', async (_, values) => {
      const filled = JSON.parse(JSON.stringify(values).replace('"itself"', String(attachmentId))) as object;
      const meeting: Model = await desk.db.getRepository('meetings').create({ values: { title: '会议', ...filled } });
      await desk.write((tx) => tables.files.delete(tx, { attachmentId })); // in the record only, as NocoBase's own upload leaves it
      expect((await opened('outsider', url)).status).toBe(200); // NocoBase's rule while it is no case's

      const started = await desk
        .as('root')
        .post('bpmnInstances:start', { data: { processKey: 'meeting', recordId: Number(meeting.get('id')) } });

      expect(started.errors).toEqual([]);
      expect(await opened('checker2', url)).toMatchObject({ status: 200, content: PDF.content });
      expect(await opened('outsider', url)).toMatchObject({ status: 404, content: Buffer.from('') });
    });
  });

  describe('of a field of a form', () => {
    const send = (who: Person, file: UploadedFile) =>
      desk
        .as(who)
        .upload<{ id: number; url: string }>('attachments:create', { params: { attachmentField: 'meetings.minutes' }, file });

    it('are opened by their uploader alone until the form is submitted', async () => {
      const { data, status } = await send('checker', PDF);

      expect(status).toBe(200);
      expect(await desk.as('checker').file(data.url)).toMatchObject({ status: 200, content: PDF.content });
      for (const who of ['checker2', 'outsider'] as const)
        expect(await desk.as(who).file(data.url)).toMatchObject({ status: 404, content: Buffer.from('') });
    });

    it('are opened by who takes part in the case once the record has them, not by who only has a copy', async () => {
      const { data } = await send('checker', PDF);
      const meeting: Model = await desk.db.getRepository('meetings').create({ values: { title: '会议', minutes: [data.id] } });
      const started = await desk.as('root').post<{
        instanceId: string;
      }>('bpmnInstances:start', { data: { processKey: 'meeting', recordId: Number(meeting.get('id')) } });

      expect(await desk.as('checker2').file(data.url)).toMatchObject({ status: 200, content: PDF.content });
      expect(await desk.as('outsider').file(data.url)).toMatchObject({ status: 404 });
      await desk.instance('cc', 'root', started.data.instanceId, { userIds: [desk.id('outsider')] });
      expect((await desk.track('outsider', started.data.instanceId)).status).toBe(200);
      expect(await desk.as('outsider').file(data.url)).toMatchObject({ status: 404 });
    });

    it('are refused when a browser would run them, and nothing of them stays behind', async () => {
      const count = await desk.db.getRepository('attachments').count();

      const answer = await send('checker', { name: '公示.html', content: Buffer.from('<script>alert(1)</script>') });

      expect(answer).toMatchObject({ status: 400, errors: [{ code: 'file.typeNotAllowed' }] });
      expect(await desk.db.getRepository('attachments').count()).toBe(count);
    });
  });

  it('that arrive when their task is done are refused, and nothing of them stays behind', async () => {
    const count = await desk.db.getRepository('attachments').count();
    const manager = desk.test.app.pm.get('file-manager') as unknown as { createFileRecord(options: object): Promise<object> };
    const store = manager.createFileRecord.bind(manager);
    jest.spyOn(manager, 'createFileRecord').mockImplementationOnce(async (options) => {
      const stored = await store(options);
      await desk.complete('checker', instanceId, 'write');
      return stored;
    });

    expect(await upload('checker', PDF)).toMatchObject({ status: 409, errors: [{ code: 'task.alreadyHandled' }] });

    expect(await desk.db.getRepository('attachments').count()).toBe(count);
    expect(await tables.files.count(desk, { instanceId })).toBe(0);
  });

  it('are no more than one can submit at once; what was taken back makes room', async () => {
    const own = { instanceId, taskId: null, uploadedById: desk.id('checker'), uploadedByName: '李强', submittedAt: null };
    const waiting = Array.from({ length: 50 }, (_, index) => ({ ...own, attachmentId: 900_000 + index, uploadedAt: desk.now }));
    await desk.write((tx) => tables.files.insert(tx, waiting));

    await refused(PDF, { code: 'file.tooMany', status: 400 });

    expect((await upload('checker2', PDF)).status).toBe(200);
    await desk.task('removeFile', 'checker', taskId, { fileId: 900_000 });
    expect((await upload('checker', PDF)).status).toBe(200);
  });

  it('of somebody else cannot be submitted', async () => {
    const { data } = await upload('checker2', PDF);

    const completion = await desk.task('complete', 'checker', taskId, { outcome: 'complete', fileIds: [data.id] });

    expect(completion).toMatchObject({ status: 400, errors: [{ code: 'task.unknownFile' }] });
    expect(await desk.openElements(instanceId)).toEqual(['write']);
  });

  it('are taken only from who may do the task', async () => {
    const before = await desk.fingerprint(instanceId);

    await expectRefused((locale) => upload('outsider', PDF, locale), { code: 'task.notYours', status: 403 });

    expect(await desk.fingerprint(instanceId)).toBe(before);
  });

  it.each([
    ['a program', { name: '通知.exe', content: Buffer.from('MZ') }],
    ['a page that a browser would run', { name: '公示.html', content: Buffer.from('<script>alert(1)</script>') }],
    ['a picture that a browser would run', { name: '公章.svg', content: Buffer.from('<svg onload="alert(1)" />') }],
    ['a name without an ending', { name: '附件', content: Buffer.from('x') }],
    ['a program behind a harmless ending', { name: '名册.pdf.exe', content: Buffer.from('MZ') }],
  ])('are refused when they are %s, and nothing of them stays behind', async (_, file) => {
    await refused(file, { code: 'file.typeNotAllowed', status: 400 });
  });

  it('are refused above 20 MB, and nothing of them stays behind', async () => {
    await refused({ name: '录像.mp4', content: Buffer.alloc(20 * MEGABYTE + 1) }, { code: 'file.tooLarge', status: 400 });
  });

  it('must be there', async () => {
    await refused(undefined, { code: 'file.missing', status: 400 });
  });

  it('are not taken for a task that is done', async () => {
    await desk.complete('checker', instanceId, 'write');

    await expectRefused((locale) => upload('checker', PDF, locale), { code: 'task.alreadyHandled', status: 409 });
  });
});
