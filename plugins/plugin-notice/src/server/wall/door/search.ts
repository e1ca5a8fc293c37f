import { foundPage, type NoticeSummary, type WallOptions } from '@wuxin/notice-wall';
import { engineOf } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { newestNotices, readWall } from '../store';
import type { Answer } from './exchange';
import { pageHeaders, say } from './pages';

/** Older ones are found by month. */
const NEWEST = 20_000;
const SHOWN = 50;
const MOST_SIGNS = 60;
const MOST_WORDS = 5;
const LEAST_SIGNS = 2;

/** Titles of what hangs, kept until the lists change: what is looked for comes to no statement, and so to no log. */
export class Search {
  private known: {
    readonly revision: number;
    readonly rows: readonly { readonly text: string; readonly notice: NoticeSummary }[];
  } = {
    revision: -1,
    rows: [],
  };

  constructor(private readonly db: Database) {}

  async answer(options: WallOptions, asked: string): Promise<Answer> {
    const query = [...asked.normalize('NFC').trim()].slice(0, MOST_SIGNS).join('');
    const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '').slice(0, MOST_WORDS); // prettier-ignore
    const isShort = [...words.join('')].length < LEAST_SIGNS;
    const found = isShort ? [] : (await this.rows()).filter(({ text }) => words.every((word) => text.includes(word)));
    const shown = found.slice(0, SHOWN).map(({ notice }) => notice);
    const said = isShort ? 'short' : found.length === 0 ? 'none' : found.length > SHOWN ? 'more' : 'found';
    const page = { query, found: shown, said: say(options, `notice.wall.search.${said}`, { count: found.length, shown: SHOWN }) };
    return { status: 200, headers: pageHeaders(options), content: foundPage(options, page) };
  }

  private async rows(): Promise<Search['known']['rows']> {
    this.known = await engineOf(this.db).read(async (tx) => {
      const { revision } = await readWall(tx);
      if (revision === this.known.revision) return this.known;
      const notices = await newestNotices(tx, NEWEST);
      return { revision, rows: notices.map((notice) => ({ text: `${notice.title} ${notice.number}`.toLowerCase(), notice })) };
    });
    return this.known.rows;
  }
}
