import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Wall } from '../__fixtures__';

/** Everything that any transport has written, at the most talkative settings there are. */
describe('the logs of the wall', () => {
  const storage = mkdtempSync(join(tmpdir(), 'wuxin-wall-logs-'));
  const printed: string[] = [];
  let wall: Wall;
  let token: string;

  beforeAll(async () => {
    Object.assign(process.env, {
      STORAGE_PATH: storage,
      LOGGER_TRANSPORT: 'file,console',
      LOGGER_LEVEL: 'trace',
      LOGGER_SILENT: 'false',
    });
    for (const name of ['log', 'info', 'warn', 'error'] as const)
      jest.spyOn(console, name).mockImplementation((...given: unknown[]) => void printed.push(given.map(String).join(' ')));
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, 'write').mockImplementation((given: string | Uint8Array) => printed.push(String(given)) > 0);
    wall = await Wall.open({ logsSql: true });
    ({ token } = await wall.published());
  });
  afterAll(async () => {
    await wall?.close();
    jest.restoreAllMocks();
  });

  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
  const logged = () =>
    [printed.join('\n'), ...files(storage).filter((path) => path.endsWith('.log')).map((path) => readFileSync(path, 'utf8'))].join('\n'); // prettier-ignore

  /** Everything that was logged, once an ordinary request that follows has come to the logs. */
  async function after(work: () => Promise<unknown>, marker: string): Promise<string> {
    await work();
    await wall.office.test.as().get('app:getInfo', { params: { marker } });
    for (let count = 0; count < 2_000 && !logged().includes(marker); count += 1) await new Promise((next) => setImmediate(next));
    expect(logged()).toContain(marker);
    return logged();
  }

  it('have nothing of what residents read, look for and say, nor of their codes', async () => {
    const words = ['张翠花', '13987654321', '围墙没有拆除', '残疾补贴', '10.9.8.7', 'AAAA-CCCC-DDDD-EEEE'];
    let code = '';
    const text = await after(async () => {
      await wall.get(`search?q=${encodeURIComponent(words[3]!)}`);
      await wall.get(`search?q=${encodeURIComponent(words[2]!)}`);
      const fields = { text: `窗外的${words[2]}，请核对。`, name: words[0]!, contact: words[1]! };
      code = wall.codeIn((await wall.object(token, fields, words[4])).text);
      await wall.object(token, { ...fields, people: '0' }, words[4]);
      await wall.send('answers', { code });
      await wall.send('answers', { code: words[5]! });
    }, 'markerOfTheEnd');

    expect(code).not.toBe('');
    const said = [...words, code, encodeURIComponent(words[3]!), '/wall/search', '/wall/objections'];
    expect(said.filter((word) => text.includes(word))).toEqual([]);
    expect(text).toMatch(/Executing .*noticeNotices/i);
  });

  it('say of a failure that there was one, and nothing else', async () => {
    const failing = jest.spyOn(wall.office.db.sequelize, 'query').mockRejectedValueOnce(new Error('lost 张翠花'));
    const text = await after(
      async () => expect((await wall.get(`search?q=${encodeURIComponent('张翠花')}`)).status).toBe(500),
      'markerOfFailure',
    );
    failing.mockRestore();

    expect(text).toContain('the wall failed');
    expect(text).not.toContain('张翠花');
  });
});
