import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestApp } from './app';

/** Turns that a test waits for the marker of its last request. */
const TURNS = 2_000;

/** Everything that any transport of an application writes, at the most talkative settings there are. Start it before the application. */
export class TalkativeLogs {
  private readonly storage = mkdtempSync(join(tmpdir(), 'wuxin-logs-'));
  private readonly printed: string[] = [];
  private markers = 0;

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

  /** What has come to the logs while this was done, once an ordinary request that follows has come to its own. */
  async during(test: TestApp, work: () => Promise<unknown>): Promise<string> {
    const before = this.kept();
    const marker = `after${(this.markers += 1)}`;
    const added = () => [...this.kept()].map(([place, text]) => text.slice(before.get(place)?.length ?? 0)).join('\n');
    await work();
    await test.as().get('app:getInfo', { params: { marker } });
    for (let turn = 0; turn < TURNS && !added().includes(marker); turn += 1) await new Promise((next) => setImmediate(next));
    const text = added();
    expect(text).toContain(marker);
    return text;
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
