import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cast } from './cast';
import { outputFile } from './output';

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}
interface ServerScripts {
  startServer(options: { logFile: string; env: Readonly<Record<string, string>> }): Promise<Server>;
}
// jest would compile what is asked for by a plain import; this is run as it is, as `npm run test:e2e` does
const { startServer } = jest.requireActual<ServerScripts>(join(__dirname, '../../../scripts/lib/server.cjs'));

/** For `beforeAll`: NocoBase is installed anew. */
export const INSTALLATION_LIMIT_MS = 480_000;

const DAY_MS = 24 * 3_600_000;
const CONTENT = join(__dirname, '../../../workflows');
const CLOCK = join(__dirname, 'clock.cjs');

/** A case of the demonstration, as far as it is told. */
interface ToldCase {
  readonly title: string;
  readonly steps: number;
}

interface Told {
  readonly record: { readonly title: string };
  readonly steps: readonly unknown[];
}

/** A second NocoBase with our plugins, whose time a story lets pass. */
export class Installation {
  private daysAhead = 0;
  private readonly complainedBefore: string[] = [];

  private constructor(
    public cast: Cast,
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  /** Without content and people: what another town begins with. */
  static empty(name: string): Promise<Installation> {
    return Installation.open(name, { WUXIN_DEMO: 'off' }, (content) => mkdirSync(content));
  }

  /** With all procedures and the people of the demonstration, and of its cases only these. */
  static demonstration(name: string, told: readonly ToldCase[]): Promise<Installation> {
    return Installation.open(name, { WUXIN_DEMO: 'on' }, (content) => {
      cpSync(CONTENT, content, { recursive: true });
      const file = join(content, 'demo/cases.json');
      const { cases, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Told[] };
      const kept = told.map(({ title, steps }) => {
        const found = cases.find(({ record }) => record.title === title);
        if (!found) throw new Error(`The demonstration has no case “${title}”.`);
        return { ...found, steps: found.steps.slice(0, steps) };
      });
      writeFileSync(file, JSON.stringify({ ...rest, cases: kept }));
    });
  }

  private static async open(
    name: string,
    more: Readonly<Record<string, string>>,
    fill: (content: string) => void,
  ): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'wuxin-own-'));
    const [content, clock] = [join(folder, 'content'), join(folder, 'clock')];
    fill(content);
    writeFileSync(clock, '0');
    const server = await startServer({
      logFile: outputFile(`${name}.log`),
      env: {
        WUXIN_CONTENT_PATH: content,
        // a database of its own, also where the shell names one for the demonstration
        DB_DIALECT: '',
        NODE_ENV: '',
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --require ${CLOCK}`.trim(),
        WUXIN_E2E_CLOCK: clock,
        ...more,
      },
    });
    return new Installation(await Cast.open(server.url), server, folder);
  }

  /** `YYYY-MM-DD` in the office's time zone, as its server sees it. */
  get today(): string {
    return new Date(Date.now() + this.daysAhead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  }

  /** What all browsers complained about so far. */
  complaints(): string[] {
    return [...this.complainedBefore, ...this.cast.complaints.flatMap((of) => of())];
  }

  /** Nobody stays signed in so long: the cast is another one afterwards. */
  async passDays(days: number): Promise<void> {
    this.daysAhead += days;
    writeFileSync(join(this.folder, 'clock'), String(this.daysAhead * DAY_MS));
    this.complainedBefore.push(...this.complaints().slice(this.complainedBefore.length));
    await this.cast.close();
    this.cast = await Cast.open(this.server.url);
  }

  async close(): Promise<void> {
    await this.cast.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
