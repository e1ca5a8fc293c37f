import { BASE_PLUGINS, TestApp, type HttpClient } from '@wuxin/test';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
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
