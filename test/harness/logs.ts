import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from './app';

/** Turns that a test waits for a mark. */
const TURNS = 2_000;

/** The request and the statement that carry a mark. */
const OF_A_MARK = /app:getInfo|SELECT 'mark\d+'/;

/** Everything that any transport of an application writes, at the most talkative settings there are. Start it before the application. */
export class TalkativeLogs {
  private readonly storage = mkdtempSync(join(tmpdir(), 'wuxin-logs-'));
  private readonly printed: string[] = [];
  private marks = 0;

  constructor() {
    Object.assign(process.env, {
      STORAGE_PATH: this.storage,
      LOGGER_TRANSPORT: 'file,console',
      LOGGER_LEVEL: 'trace',
      LOGGER_SILENT: 'false',
    });
    for (const name of ['log', 'info', 'warn', 'error'] as const)
      jest.spyOn(console, name).mockImplementation((...given: unknown[]) => void this.printed.push(given.map(String).join(' ')));
    for (const stream of [process.stdout, process.stderr])
      jest.spyOn(stream, 'write').mockImplementation((given: string | Uint8Array) => this.printed.push(String(given)) > 0);
  }

  /** What has come to the logs while this was done: what was said before has come by then, and all of this too. */
  async during(test: TestApp, work: () => Promise<unknown>): Promise<string> {
    await this.settle(test);
    const before = this.kept();
    await work();
    await this.settle(test);
    const added = [...this.kept()].flatMap(([place, text]) => text.slice(before.get(place)?.length ?? 0).split('\n'));
    return added.filter((line) => !OF_A_MARK.test(line)).join('\n');
  }

  /** Files are written to in turns of their own, each in order: a mark that has come to one is behind everything said before. */
  private async settle(test: TestApp): Promise<void> {
    const mark = `mark${(this.marks += 1)}`;
    const files = ['request.log'];
    await test.as().get('app:getInfo', { params: { mark } });
    if (test.db.options.logging) {
      files.push('sql.log');
      await test.db.sequelize.query(`SELECT '${mark}'`);
    }
    const isIn = (file: string) => [...this.kept()].some(([place, text]) => place.endsWith(file) && text.includes(mark));
    for (let turn = 0; turn < TURNS && !files.every(isIn); turn += 1) await new Promise((next) => setImmediate(next));
    expect(files.filter((file) => !isIn(file))).toEqual([]);
  }

  /** Each place that is written to, and what it holds by now. */
  private kept(): Map<string, string> {
    const files = filesIn(this.storage).filter((path) => path.endsWith('.log'));
    return new Map([
      ['printed', this.printed.join('\n')],
      ...files.map((path): [string, string] => [path, readFileSync(path, 'utf8')]),
    ]);
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
