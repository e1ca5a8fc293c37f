import { loadSodium, markOf, receiptOf } from '@wuxin/ballot-box';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castByPhone, Hall, openBoxOf, secretMeeting, type PaperOfMeeting } from '../__fixtures__';
import { backupOf, dumpOf, valuesIn, type Dump, type DumpedRow } from '../__fixtures__/dump';

const VOTERS = 40;
const ANSWERS = ['approve', 'oppose', 'abstain'] as const;
const isPostgres = process.env.DB_DIALECT === 'postgres';
/** Of the rows themselves, and not of the voter. */
const OF_THE_DATABASE = ['_at', '_written', '_locked'];

interface Voter {
  readonly entryId: string;
  readonly code: string;
  readonly choice: (typeof ANSWERS)[number];
  readonly mark: string;
  readonly receipt: string;
  readonly sealed: string;
}

/**
 * Forty people draw slips and vote one after the other, each right after the slip was handed over: the order that an observer with a watch would know. Whoever
 * has the whole database, its backups and all logs, before and after the box is opened, learns who has voted and how many votes there are of each kind.
 */
describe('a secret vote in a full copy of the database and the logs', () => {
  const storage = mkdtempSync(join(tmpdir(), 'wuxin-ballot-dump-'));
  let hall: Hall;
  let paper: PaperOfMeeting;
  let motionId: string;
  let before: Dump;
  let cast: Dump;
  let closed: Dump;
  let opened: Dump;
  let backups: { readonly cast: string; readonly opened: string };
  let voters: Voter[];
  /** Whatever changed in any table while the last of them voted. */
  let changedByLast: string[];

  beforeAll(async () => {
    Object.assign(process.env, {
      STORAGE_PATH: storage,
      LOGGER_TRANSPORT: 'file',
      LOGGER_LEVEL: 'trace',
      LOGGER_SILENT: 'false',
    });
    hall = await Hall.open(undefined, [], { logsSql: true });
    const sodium = await loadSodium();
    paper = await secretMeeting(hall, { people: VOTERS, present: VOTERS, slips: VOTERS });
    motionId = await hall.motion(paper.id, { way: 'phone' });
    await hall.do('chair', 'ballotMotions:open', motionId);
    before = await dumpOf(hall.db);
    const entries = await hall.entries(paper.id);
    voters = [];
    let beforeLast = before;
    for (const [index, { id: entryId }] of entries.entries()) {
      hall.now += 20_000;
      if (index === VOTERS - 1) beforeLast = await dumpOf(hall.db);
      const [code, choice] = [paper.codes[index]!, ANSWERS[(index * 7) % 3]!];
      const mark = markOf(sodium, motionId, code);
      expect((await castByPhone(hall, paper, { motionId, code, choice: [choice] })).status).toBe(200);
      const sealed = ballotsIn(await dumpOf(hall.db)).find((ballot) => ballot.mark === mark)!.sealed;
      voters.push({ entryId, code, choice, mark, receipt: receiptOf(sodium, mark), sealed });
    }
    cast = await dumpOf(hall.db);
    changedByLast = tablesThatDiffer(beforeLast, cast);
    const backup = backupOf(hall.db);
    await hall.do('chair', 'ballotMotions:close', motionId);
    closed = await dumpOf(hall.db);
    await openBoxOf(hall, paper, motionId);
    await hall.do('chair', 'ballotMotions:decide', motionId);
    opened = await dumpOf(hall.db);
    backups = { cast: backup, opened: backupOf(hall.db) };
  });
  afterAll(() => hall?.close());

  const ballotsIn = (dump: Dump): { mark: string; sealed: string }[] =>
    rows(dump, 'ballotBoxes').flatMap(({ ballots }) => JSON.parse(String(ballots)) as { mark: string; sealed: string }[]);
  const rows = (dump: Dump, table: string): readonly DumpedRow[] => dump.get(table) ?? [];
  const own = (row: DumpedRow) => Object.fromEntries(Object.entries(row).filter(([name]) => !OF_THE_DATABASE.includes(name)));
  const valuesOf = (dump: Dump, tables: readonly string[]) =>
    new Set(tables.flatMap((table) => rows(dump, table).flatMap((row) => valuesIn(own(row)))));
  const tablesThatDiffer = (one: Dump, other: Dump) =>
    [...other.keys()].filter((name) => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)));
  const columns = (dump: Dump, table: string) => Object.keys(own(rows(dump, table)[0] ?? {})).toSorted();
  /** Of everybody who is known by name or by number. */
  const PEOPLE = ['ballotRolls', 'ballotRollEntries', 'ballotMovements', 'ballotRollChanges', 'ballotStaff', 'users'];
  /** Words of a table that stand for many rows, and the numbers of motions and buckets. */
  const isTelling = (value: string) => value.length > 3 && value !== paper.id && value !== motionId;

  it('has no value of the roll, of who came, or of the journal in boxes and slips', () => {
    for (const dump of [cast, closed, opened]) {
      const secret = valuesOf(dump, ['ballotBoxes', 'ballotSlips']);
      const known = valuesOf(dump, [...PEOPLE, 'ballotJournal']);

      expect([...secret].filter((value) => isTelling(value) && known.has(value))).toEqual([]);
    }
  });

  it('has no column for a time, a number in order, an address or a person in boxes and slips', () => {
    expect(columns(cast, 'ballotBoxes')).toEqual(['ballotCount', 'ballots', 'bucket', 'id', 'motionId']);
    expect(columns(cast, 'ballotSlips')).toEqual(['id', 'meetingId', 'state']);
    expect(Object.keys(ballotsIn(cast)[0]!)).toEqual(['mark', 'sealed']);
  });

  it('is changed by a voter in one row of one table, whatever the database notes of rows, locks among them', () => {
    expect(changedByLast).toEqual(['ballotBoxes']);
    expect(tablesThatDiffer(before, cast)).toEqual(['ballotBoxes']);
  });

  it('has slips in the order of the alphabet, all written by the one transaction that drew them, and locked by none', () => {
    const slips = rows(cast, 'ballotSlips');
    const ids = slips.map(({ id }) => String(id));

    expect(ids).toEqual(ids.toSorted());
    expect(new Set(slips.map((row) => row._written)).size).toBe(1);
    if (isPostgres) expect(new Set(slips.map((row) => row._locked))).toEqual(new Set(['0']));
  });

  it('has ballots in the order of their marks, which says nothing of the order of casting', () => {
    const marks = ballotsIn(cast).map(({ mark }) => mark);
    const places = voters.map(({ mark }) => marks.indexOf(mark));
    const inOrder = places.filter((place, index) => index > 0 && place > places[index - 1]!).length;

    expect(marks).toEqual(voters.map(({ mark }) => mark).toSorted());
    // of 39 neighbours half go up by chance; all or none would be an order
    expect(inOrder).toBeGreaterThan(7);
    expect(inOrder).toBeLessThan(32);
  });

  it('tells of at most one transaction a bucket while people vote, and of no voter’s once the vote has ended', () => {
    expect(rows(cast, 'ballotBoxes')).toHaveLength(1);
    if (!isPostgres) return;
    const byVoters = new Set(rows(cast, 'ballotBoxes').map((row) => row._written));
    const [ended] = rows(closed, 'ballotMotions').map((row) => row._written);

    expect(new Set(rows(closed, 'ballotBoxes').map((row) => row._written))).toEqual(new Set([ended]));
    expect(byVoters.has(ended)).toBe(false);
  });

  it('has no choice before the box is opened: sealed ballots are alike but for noise', () => {
    const sealed = ballotsIn(cast).map((ballot) => ballot.sealed);

    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(new Set(sealed).size).toBe(VOTERS);
    expect(rows(cast, 'ballotMotions').map(({ box, result }) => ({ box, result }))).toEqual([{ box: null, result: null }]);
    expect([...valuesOf(cast, ['ballotBoxes'])].filter((value) => ANSWERS.some((answer) => value.includes(answer)))).toEqual([]);
  });

  it('has two lists afterwards, each in its own order, and nothing that joins a receipt to a choice', () => {
    const [motion] = rows(opened, 'ballotMotions');
    const { receipts, choices } = JSON.parse(String(motion!.box)) as { receipts: string[]; choices: string[][] };

    expect(rows(opened, 'ballotBoxes')).toEqual([]);
    expect(receipts).toEqual(voters.map(({ receipt }) => receipt).toSorted());
    // whoever had exchanged two voters' choices would read the same
    expect(choices.flat()).toEqual(voters.map(({ choice }) => choice).toSorted());
    const known = [...opened.keys()].flatMap((table) => [...valuesOf(opened, [table])]);
    for (const { mark, sealed } of voters)
      expect(known.some((value) => value.includes(mark) || value.includes(sealed))).toBe(false);
  });

  it('has no code, and no share of the key, in any table, backup or log, at any time', () => {
    const logs = files(storage).map((path) => readFileSync(path, 'utf8'));
    const kept = [
      ...[before, cast, closed, opened].map((dump) => JSON.stringify([...dump])),
      ...Object.values(backups),
      ...logs,
    ].join('\n');

    for (const secret of [...paper.codes, ...paper.shares]) expect(kept.includes(secret)).toBe(false);
  });

  it('has no mark, receipt or sealed ballot in a log, and no line of the voter’s door', () => {
    const logs = files(storage)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');

    expect(logs).toContain('ballotMotions:open');
    expect(logs).not.toContain('ballot-box');
    for (const { mark, receipt, sealed } of voters) {
      for (const word of [mark, receipt, sealed]) expect(logs.includes(word)).toBe(false);
    }
  });

  if (isPostgres) {
    it('has after opening no sealed ballot in what pg_dump writes', () => {
      for (const { mark, sealed } of voters) {
        expect(backups.cast).toContain(mark);
        expect(backups.opened.includes(mark) || backups.opened.includes(sealed)).toBe(false);
      }
    });
  }

  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return files(path);
      return path.endsWith('.log') ? [path] : [];
    });
});
