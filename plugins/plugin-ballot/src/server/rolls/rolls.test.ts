import { expectRefused } from '@wuxin/test';
import type { RollChangeRow, RollEntryRow } from '../../common/api';
import { Hall, NOON } from '../__fixtures__';

describe('a roll', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open(async ({ db, app }) => {
      db.collection({
        name: 'residents',
        fields: [
          { type: 'string', name: 'name' },
          { type: 'string', name: 'idNumber' },
          { type: 'string', name: 'village' },
          { type: 'string', name: 'phone' },
          { type: 'string', name: 'door' },
          { type: 'string', name: 'sex' },
          { type: 'password', name: 'pin' },
          { type: 'belongsTo', name: 'account', target: 'users', foreignKey: 'accountId' },
        ],
      });
      await db.sync();
      const rows = [
        { name: '张三', idNumber: '110101199001011234', village: '东村', door: '1', sex: '男', accountId: 1 },
        { name: '李四', idNumber: '11010119900101123x', village: '东村', door: '1', sex: '女' },
        { name: '王五', idNumber: '110101199001011236', village: '西村', door: '9', sex: '男' },
      ];
      for (const values of rows) await db.getRepository('residents').create({ values });
      // whoever keeps the rolls reads the people of one village only
      const role = app.acl.getRole('convenor');
      const readable = ['id', 'name', 'idNumber', 'village', 'door', 'sex', 'account', 'accountId'];
      role?.grantAction('residents:view', { filter: { village: '东村' }, fields: readable });
    });
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const fields = { name: 'name', user: 'account', household: 'door', isWoman: 'sex', identity: 'idNumber' };
  const fill = { unit: 'person', collection: 'residents', filter: {}, fields };
  const refused = (by: Parameters<Hall['send']>[0], action: string, id: string, data: object, code: string, status: number) =>
    expectRefused((locale) => hall.send(by, action, id, data, locale), { code, status });

  it('is filled with the rows that whoever fills it may read, and keeps no number of a person', async () => {
    const { id } = await hall.meeting();
    const filled = await hall.do<{ entries: number }>('secretary', 'ballotRolls:fill', id, fill);
    const rows = await hall.entries(id);

    expect(filled.entries).toBe(2);
    expect(rows).toMatchObject([
      { number: 1, name: '张三', household: '1', isWoman: false, user: { id: 1 } },
      { number: 2, name: '李四', isWoman: true, user: null },
    ]);
    const stored: unknown[] = await hall.db.sequelize.query('SELECT * FROM "ballotRollEntries"', { type: 'SELECT' as never });
    expect(JSON.stringify(stored)).not.toMatch(/19900101/);
    // once more takes the place of what was there; the root user sees everybody
    await hall.do('root', 'ballotRolls:fill', id, { ...fill, filter: { village: '西村' } });
    expect((await hall.entries(id)).map(({ name }) => name)).toEqual(['王五']);
  });

  it('is not filled from what somebody may not read, nor with secret fields', async () => {
    const { id } = await hall.meeting();
    await refused('clerk', 'ballotRolls:fill', id, fill, 'ballot.collectionNotReadable', 403);
    await refused(
      'root',
      'ballotRolls:fill',
      id,
      { ...fill, collection: 'ballotRollEntries' },
      'ballot.collectionNotReadable',
      403,
    );
    await refused('root', 'ballotRolls:fill', id, { ...fill, fields: { name: 'pin' } }, 'ballot.fieldUnknown', 400);
    await refused('secretary', 'ballotRolls:fill', id, { ...fill, fields: { name: 'phone' } }, 'ballot.fieldUnknown', 400);
    await refused('root', 'ballotRolls:fill', id, { ...fill, fields: { name: 'nothing' } }, 'ballot.fieldUnknown', 400);
    await refused(
      'outsider',
      'ballotRolls:enter',
      id,
      { unit: 'person', entries: hall.people(1) },
      'ballot.meetingNotFound',
      404,
    );
    expect(await hall.entries(id)).toEqual([]);
  });

  it('is entered by hand, searched, paged, and wrong entries are refused whole', async () => {
    const { id } = await hall.meeting();
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(12) });
    const page = (data: object) => hall.do<{ rows: RollEntryRow[]; total: number }>('clerk', 'ballotRolls:entries', id, data);

    expect(await page({ page: 2, pageSize: 5 })).toMatchObject({ total: 12, rows: [{ number: 6 }, {}, {}, {}, { number: 10 }] });
    expect((await page({ search: '表1' })).rows.map(({ name }) => name)).toEqual(['代表1', '代表10', '代表11', '代表12']);
    expect((await page({ search: '%' })).total).toBe(0);
    const entries = [{ name: '好' }, { name: ' ' }];
    await refused('clerk', 'ballotRolls:enter', id, { unit: 'person', entries }, 'ballot.entryInvalid', 400);
    const noHouse = [{ name: '户主' }];
    const { id: other } = await hall.meeting();
    await refused('clerk', 'ballotRolls:enter', other, { unit: 'household', entries: noHouse }, 'ballot.entryInvalid', 400);
    expect((await page({})).total).toBe(12);
  });

  it('that is frozen changes by two people with a reason, and its hash with it', async () => {
    const id = await hall.convened(hall.people(3));
    const before = (await hall.desk(id)).roll!.hash;
    const [first] = await hall.entries(id);
    await refused('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(1) }, 'ballot.notNow', 409);

    const proposal = { kind: 'withdraw', entryId: first!.id, reason: '户口已迁出' };
    const { id: change } = await hall.do<{ id: string }>('clerk', 'ballotRolls:proposeChange', id, proposal);
    await refused('clerk', 'ballotRolls:confirmChange', id, { change }, 'ballot.changeNeedsTwo', 403);
    expect((await hall.desk(id)).roll).toMatchObject({ entries: 3, openChanges: 1, hash: before });
    await hall.do('secretary', 'ballotRolls:confirmChange', id, { change });

    const changes = await hall.do<RollChangeRow[]>('clerk', 'ballotRolls:changes', id);
    const { roll } = await hall.desk(id);
    expect(roll).toMatchObject({ entries: 2, due: 2, openChanges: 0 });
    expect(roll!.hash).not.toBe(before);
    expect(changes).toMatchObject([{ status: 'confirmed', hashBefore: before, hashAfter: roll!.hash, text: '退出：代表1' }]);
    await refused('secretary', 'ballotRolls:confirmChange', id, { change }, 'ballot.changeDecided', 409);
  });

  it('does not change any more once somebody could vote by it', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const add = { kind: 'add', entry: { name: '迟到的人', identity: '3301' }, reason: '漏登' };
    const { id: change } = await hall.do<{ id: string }>('clerk', 'ballotRolls:proposeChange', id, add);
    await hall.do('chair', 'ballotMotions:open', await hall.motion(id));

    await refused('secretary', 'ballotRolls:confirmChange', id, { change }, 'ballot.rollInUse', 409);
    await refused('clerk', 'ballotRolls:proposeChange', id, { ...add, reason: '又一个' }, 'ballot.rollInUse', 409);
    expect((await hall.desk(id)).roll).toMatchObject({ entries: 3 });
  });

  it('with somebody who stands on the roll of another place blocks the vote until one entry is withdrawn', async () => {
    const identity = '330102198801012222';
    const here = await hall.opened([{ name: '甲', identity }, ...hall.people(2)], 3, { placeId: 'east' });
    hall.now = NOON;
    const there = await hall.convened([{ name: '甲某', identity: ' 33010219880101 2222 ' }, ...hall.people(2)], {
      placeId: 'west',
    });
    const motionId = await hall.motion(here);
    expect((await hall.desk(here)).roll).toMatchObject({ doubleEnrolled: 1 });
    expect((await hall.entries(here)).filter(({ isDoubleEnrolled }) => isDoubleEnrolled).map(({ name }) => name)).toEqual(['甲']);
    await refused('chair', 'ballotMotions:open', motionId, {}, 'ballot.doubleEnrolled', 409);

    const [entry] = await hall.entries(there);
    const proposal = { kind: 'withdraw', entryId: entry!.id, reason: '选择在另一地投票' };
    const { id: change } = await hall.do<{ id: string }>('clerk', 'ballotRolls:proposeChange', there, proposal);
    await hall.do('secretary', 'ballotRolls:confirmChange', there, { change });

    await hall.do('chair', 'ballotMotions:open', motionId);
    expect((await hall.motionOf(here, motionId)).status).toBe('open');
  });
});
