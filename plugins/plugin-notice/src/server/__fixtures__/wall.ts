import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import supertest from 'supertest';
import type { NoticeBody } from '../../common/api';

import { tables } from '../store';
import { wallHomeOf } from '../wall';
import { Notices } from './notices';
import { DAY_MS, NOON, Office } from './office';

/** A text that is let in. */
export const SAID = '公示的金额与票据不符，请核对后更正。';

/** One application whose wall lies in a folder of its own, read as residents read it. */
export class Wall {
  private constructor(
    readonly office: Office,
    readonly notices: Notices,
    private readonly root: string,
  ) {}

  static async open(options: { logsSql?: boolean } = {}): Promise<Wall> {
    const root = mkdtempSync(join(tmpdir(), 'wuxin-wall-'));
    process.env.WUXIN_WALL_PATH = root;
    const office = await Office.open(options);
    // what was asked for at the start is due by the clock of this machine
    office.now = Date.now() + DAY_MS;
    await office.drain();
    office.now = NOON;
    return new Wall(office, new Notices(office), root);
  }

  async close(): Promise<void> {
    await this.office.close();
    delete process.env.WUXIN_WALL_PATH;
    rmSync(this.root, { recursive: true, force: true });
  }

  get folder(): string {
    return wallHomeOf(this.office.db).folder;
  }

  /** Published, with its pages written. */
  async published(body: Partial<NoticeBody> = {}): Promise<{ id: string; token: string; page: string }> {
    const id = await this.notices.published(body);
    await this.office.drain();
    return this.ofNotice(id);
  }

  async ofNotice(id: string): Promise<{ id: string; token: string; page: string }> {
    const notice = await this.office.engine.read((tx) => tables.notices.find(tx, { id }));
    const token = notice?.wallToken ?? '';
    return { id, token, page: `n/${token.slice(0, 2)}/${token}.html` };
  }

  get(path: string, headers: Record<string, string> = {}): supertest.Test {
    return supertest(this.office.test.app.callback()).get(`/api/wall/${path}`).set(headers);
  }

  async text(path: string): Promise<string> {
    return (await this.get(path)).text;
  }

  send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): supertest.Test {
    return supertest(this.office.test.app.callback()).post(`/api/wall/${path}`).set(headers).type('form').send(fields);
  }

  agent() {
    return supertest(this.office.test.app.callback());
  }

  /** Another source each time, so that limits of one do not meet the next. */
  object(token: string, fields: Record<string, string> = {}, source = `10.0.0.${(this.sources += 1)}`): supertest.Test {
    return this.send('objections', { notice: token, text: SAID, ...fields }, { 'X-Forwarded-For': source });
  }
  private sources = 0;

  /** Every file of the wall, relative to its folder. */
  files(folder = this.folder): string[] {
    return readdirSync(folder)
      .flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? this.files(path).map((file) => `${name}/${file}`) : [name];
      })
      .toSorted();
  }

  codeIn = (page: string): string => /[34679A-Y]{4}(?:-[34679A-Y]{4}){3}/.exec(page)?.[0] ?? '';
}
