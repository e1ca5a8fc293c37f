import { BASE_PLUGINS, TestApp, type HttpClient } from '@wuxin/test';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bpmn, userTask } from '../__fixtures__';

const MARKER = '王小芳的病历';

describe('the logs of an application that handles cases', () => {
  const storage = mkdtempSync(join(tmpdir(), 'wuxin-logs-'));
  let test: TestApp;
  let root: HttpClient;

  beforeAll(async () => {
    Object.assign(process.env, {
      STORAGE_PATH: storage,
      LOGGER_TRANSPORT: 'file',
      LOGGER_LEVEL: 'trace',
      LOGGER_SILENT: 'false',
    });
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'], logsSql: true });
    test.app.resourceManager.define({
      name: 'bpmnTrial',
      actions: {
        fail: () => {
          throw new Error(`the database could not take ${MARKER}\n    nor at ${MARKER}`, { cause: new Error(MARKER) });
        },
      },
    });
    test.app.acl.allow('bpmnTrial', 'fail', 'public');
    root = test.as(await test.rootUser());
  });

  /** Requests are logged after they are answered: waits until the last one is written. */
  async function logged(ending: string): Promise<string> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const text = readAll(storage);
      if (text.includes(ending)) return text;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing about ${ending} was logged`);
  }

  afterAll(() => test.stop());

  it('hold neither body nor query nor row key of a refused completion, but action and status', async () => {
    const data = { outcome: 'agree', data: { opinion: MARKER }, opinion: MARKER };

    const answer = await root.post('bpmnTasks:complete', { params: { filterByTk: MARKER, note: MARKER }, data });

    expect(answer.status).toBe(404);
    const text = await logged('"response /api/bpmnTasks:complete"');
    expect(text).toContain('"status":404');
    expect(text).toContain('"code":"task.notFound"');
    expectNoMarker(text);
  });

  it('hold no search text of a list that was answered', async () => {
    const answer = await root.get('bpmnTasks:inbox', { params: { search: MARKER, filter: { title: MARKER } } });

    expect(answer.status).toBe(200);
    const text = await logged('"response /api/bpmnTasks:inbox"');
    expect(text).toContain('"actionName":"inbox"');
    expectNoMarker(text);
  });

  it('hold the place of an unexpected error, not what it says', async () => {
    const answer = await root.post('bpmnTrial:fail', { data: { name: MARKER } });

    expect(answer.status).toBe(500);
    const text = await logged('"response /api/bpmnTrial:fail"');
    expect(text).toMatch(/redaction\.test\.ts:\d+/);
    expectNoMarker(text);
  });

  it('hold no body that could not even be parsed', async () => {
    const answer = await root.post('bpmnTasks:complete', { data: `{ "opinion": ${MARKER}` });

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectNoMarker(await logged('"response /api/bpmnTasks:complete"'));
  });

  describe('with every statement, as an installation may turn on,', () => {
    const CASE = '<bpmn:startEvent id="begin" />' + userTask('write') + '<bpmn:endEvent id="end" />';
    const values = { title: MARKER, opinions: [{ text: MARKER, replies: [{ text: MARKER }] }] };

    beforeAll(async () => {
      const { db } = test;
      const text = { type: 'string', name: 'text', interface: 'input' };
      db.collection({
        name: 'visits',
        // an administrator's name of a table need not be that of its collection
        tableName: 'tableOfVisits',
        fields: [
          { type: 'string', name: 'title', interface: 'input' },
          { type: 'hasMany', name: 'opinions', target: 'visitOpinions', foreignKey: 'visitId', interface: 'o2m' },
          { type: 'belongsToMany', name: 'papers', target: 'attachments', through: 'visitPapers', interface: 'attachment' },
        ],
      });
      db.collection({
        name: 'visitOpinions',
        fields: [text, { type: 'hasMany', name: 'replies', target: 'visitReplies', foreignKey: 'opinionId', interface: 'o2m' }],
      });
      db.collection({ name: 'visitReplies', fields: [text] });
      db.collection({ name: 'noticeBoards', fields: [text] });
      await db.sync();
      const xml = bpmn('visit', `@wuxin:recordCollection="visits"\n${CASE}\nbegin -> write\nwrite -> end`);
      expect((await root.post('bpmnProcesses:deploy', { data: { xml } })).errors).toEqual([]);
      expect((await root.post('bpmnProcesses:publish', { params: { filterByTk: 'visit' } })).errors).toEqual([]);
    });

    /** Everything up to a last one; they are written in their order. */
    const statements = async () => {
      const last = `the last statement is ${Math.random()}`;
      await test.db.getRepository('noticeBoards').find({ filter: { text: last } });
      return logged(last);
    };

    it('hold nothing of a record, nor of the rows that it owns, however deep', async () => {
      const created = await root.post<{ id: number }>('visits:create', { data: values });
      expect(created.errors).toEqual([]);
      await root.get('visits:list', { params: { filter: { 'opinions.replies.text': MARKER } } });
      await root.get('visitReplies:list', { params: { filter: { text: MARKER } } });

      const text = await statements();

      for (const table of ['tableOfVisits', 'visitOpinions', 'visitReplies']) expect(text).toContain(table);
      expectNoMarker(text);
    });

    it('hold no name of a file', async () => {
      const file = { name: `${MARKER}.pdf`, content: Buffer.from('%PDF-1.4') };
      const params = { attachmentField: 'visits.papers' };
      const uploaded = await root.upload<{ id: number }>('attachments:create', { params, file });
      expect(uploaded.status).toBe(200);
      await test.db.getRepository('attachments').find({ filter: { title: MARKER } });

      const text = await statements();

      expect(text).toContain('attachments');
      expectNoMarker(text);
    });
  });

  it('go on telling about other resources as ever', async () => {
    await root.get('users:list', { params: { filter: { username: 'somebody-else' } } });

    expect(await logged('users:list')).toContain('somebody-else');
  });
});

function expectNoMarker(text: string): void {
  for (const form of [MARKER, encodeURIComponent(MARKER), JSON.stringify(MARKER).slice(1, -1)]) expect(text).not.toContain(form);
}

function readAll(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'))
    .join('\n');
}
