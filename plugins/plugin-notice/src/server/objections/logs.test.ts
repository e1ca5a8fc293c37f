import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Petition } from '../__fixtures__';

/** Everything that any transport has written, at the most talkative settings there are. */
describe('the logs', () => {
  const storage = mkdtempSync(join(tmpdir(), 'wuxin-objection-logs-'));
  const printed: string[] = [];
  let petition: Petition;
  let noticeId: string;

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
    petition = await Petition.open({ logsSql: true });
    noticeId = (await petition.notice()).id;
  });
  afterAll(async () => {
    await petition?.close();
    jest.restoreAllMocks();
  });

  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
  const logged = () => [printed.join('\n'), ...files(storage).map((path) => readFileSync(path, 'utf8'))].join('\n');

  /** Everything that was logged, once an ordinary request that follows has come to the logs. */
  async function after(work: () => Promise<unknown>, marker: string): Promise<string> {
    await work();
    await petition.office.test.as().get('app:getInfo', { params: { marker } });
    for (let count = 0; count < 2_000 && !logged().includes(marker); count += 1) await new Promise((next) => setImmediate(next));
    expect(logged()).toContain(marker);
    return logged();
  }

  it('have neither names, contacts and texts of an objection nor its code, and say which actions were sent', async () => {
    const words = ['周桂兰', '13987654321', '窗外的围墙没有拆除', '住在三号楼', '再三核对名单无误'];
    let code = '';
    const text = await after(async () => {
      const given = { text: `${words[2]}，请核对后答复。`, name: words[0], contact: words[1], note: words[3] };
      const kept = await petition.receive(noticeId, given);
      code = kept.code;
      await petition.office.do('decider', 'noticeRaisedObjections:reveal', kept.id);
      await petition.office.do('decider', 'noticeRaisedObjections:accept', kept.id);
      await petition.office.send('decider', 'noticeRaisedObjections:answer', kept.id, { decision: 'no', answer: words[4] });
      await petition.office.do('decider', 'noticeRaisedObjections:answer', kept.id, { decision: 'rejected', answer: words[4] });
      await petition.office.send('receiver', 'noticeRaisedObjections:receive', undefined, { noticeId, text: words[2] });
    }, 'markerOfTheEnd');

    expect([...words, code].filter((word) => text.includes(word))).toEqual([]);
    expect(text).toContain('noticeRaisedObjections:receive');
    expect(text).toMatch(/Executing .*noticeRaisedObjections/i);
  });
});
