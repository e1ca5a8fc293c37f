import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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

/** A second NocoBase with our plugins, without content and people: what another town begins with. */
export class EmptyInstallation {
  private constructor(
    readonly cast: Cast,
    private readonly server: Server,
    private readonly folder: string,
  ) {}

  static async open(name: string): Promise<EmptyInstallation> {
    const folder = mkdtempSync(join(tmpdir(), 'wuxin-empty-'));
    const content = join(folder, 'content');
    mkdirSync(content);
    const server = await startServer({
      logFile: outputFile(`${name}.log`),
      // a database of its own, also where the shell names one for the demonstration
      env: { WUXIN_CONTENT_PATH: content, WUXIN_DEMO: 'off', DB_DIALECT: '', NODE_ENV: '' },
    });
    return new EmptyInstallation(await Cast.open(server.url), server, folder);
  }

  async close(): Promise<void> {
    await this.cast.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
