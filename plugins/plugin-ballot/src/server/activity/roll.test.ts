import type { RollEntryRow } from '../../common/api';
import { Asking, DAY_MS, dayOf, Hall, NOON } from '../__fixtures__';
import { tables } from '../store';

const ROLL = {
  'roll.collection': 'residents',
  'roll.filter': '={"village": village}',
  'roll.name': 'name',
  'roll.user': 'account',
  'roll.household': 'door',
  'roll.isWoman': 'sex',
  'roll.identity': 'idNumber',
};

describe('the roll and the hours that a process gives', () => {
  let hall: Hall;
  let asking: Asking;
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
        { name: '张三', idNumber: '110101199001011234', village: '东村', door: '1', sex: '男', phone: '1', accountId: 1 },
        { name: '李四', idNumber: '11010119900101123x', village: '东村', door: '1', sex: '女', phone: '2' },
        { name: '王五', idNumber: '110101199001011236', village: '西村', door: '9', sex: '男', phone: '3' },
        { name: ' ', village: '无名村', door: '9' },
      ];
      for (const values of rows) await db.getRepository('residents').create({ values });
      // whoever publishes reads the people of one village only, and none of their telephone numbers
      await db.getRepository('roles').create({ values: { name: 'publisher', title: '发布人', snippets: ['pm.wuxin.publish'] } });
      const fields = ['id', 'name', 'idNumber', 'village', 'door', 'sex', 'account', 'accountId'];
      app.acl.getRole('publisher')?.grantAction('residents:view', { filter: { village: '东村' }, fields });
    });
    asking = new Asking(hall);
    await asking.holdPosts();
    const outsider = await hall.db.getRepository('users').findOne({ filterByTk: hall.id('outsider') });
    await outsider.setRoles(['publisher']);
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const rollOf = async (instanceId: string): Promise<RollEntryRow[]> => hall.entries((await asking.meetingOf(instanceId)).id);
  const namesOf = async (instanceId: string) => (await rollOf(instanceId)).map(({ name }) => name);
  const waiting = async (instanceId: string) => (await asking.track(instanceId)).waiting;

  it('is there as a draft when the meeting is made, with the fields that a roll needs and no others', async () => {
    await asking.publish('roll', ROLL);
    const instanceId = await asking.start('roll', { village: '东村' });

    expect(await rollOf(instanceId)).toMatchObject([
      { number: 1, name: '张三', household: '1', isWoman: false, user: { id: 1 } },
      { number: 2, name: '李四', household: '1', isWoman: true, user: null },
    ]);
    const { id } = await asking.meetingOf(instanceId);
    expect((await hall.desk(id)).roll).toMatchObject({ unit: 'person', status: 'draft', entries: 2, hash: null });
    const stored: unknown[] = await hall.db.sequelize.query('SELECT * FROM "ballotRollEntries"', { type: 'SELECT' as never });
    expect(JSON.stringify(stored)).not.toMatch(/19900101/);
    // the desk goes on with it as with any draft
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: [{ name: '赵六' }] });
    await hall.do('chair', 'ballotRolls:freeze', id);
    expect((await hall.desk(id)).roll).toMatchObject({ status: 'frozen', entries: 3 });
  });

  it('of households has those who vote for them', async () => {
    await asking.publish('households', { ...ROLL, 'unit': 'household', 'roll.filter': '{"sex":"女"}' });

    const entries = await rollOf(await asking.start('households'));

    expect(entries).toMatchObject([{ name: '李四', household: '1', representsHousehold: true }]);
  });

  it('has nobody whom the publisher of the version may not read', async () => {
    await asking.publish('by-publisher', { ...ROLL, 'roll.filter': '{}' }, 'outsider');
    expect(await namesOf(await asking.start('by-publisher'))).toEqual(['张三', '李四']);

    await asking.publish('by-publisher', { ...ROLL, 'roll.filter': '{}', 'venue': '别处' }, 'root');
    expect(await asking.start('by-publisher').then(waiting)).toMatchObject([{ code: 'ballot.entryInvalid' }]); // one has no name
  });

  it.each<[string, object, string]>([
    ['a field that the publisher may not read', { 'roll.name': 'phone' }, 'ballot.fieldUnknown'],
    ['a filter by such a field', { 'roll.filter': '{"$or":[{"phone":"1"}]}' }, 'ballot.fieldUnknown'],
    [
      'a collection that the publisher may not read',
      { 'roll.collection': 'users', 'roll.name': 'nickname' },
      'ballot.collectionNotReadable',
    ],
  ])('is not filled by %s', async (_, changes, code) => {
    const plain = { 'roll.collection': 'residents', 'roll.name': 'name', 'roll.filter': '{}' };
    await asking.publish('not-readable', { ...plain, ...changes }, 'outsider');

    const instanceId = await asking.start('not-readable');

    expect(await waiting(instanceId)).toMatchObject([{ kind: 'incident', code }]);
    expect(await asking.meetingOf(instanceId)).toBeUndefined();
  });

  it.each<[string, object, string]>([
    ['a collection that is none', { collection: 'nothing' }, 'ballot.collectionNotReadable'],
    ['a collection of votes', { collection: 'ballotRollEntries' }, 'ballot.collectionNotReadable'],
    ['a field that is none', { field: 'nothing' }, 'ballot.fieldUnknown'],
    ['a secret field', { field: 'pin' }, 'ballot.fieldUnknown'],
    ['a filter that is none', { filter: 'everybody' }, 'ballot.activityValue'],
    ['a filter by a field that is none', { filter: { nothing: 1 } }, 'ballot.fieldUnknown'],
    ['people without a name', { filter: { village: '无名村' } }, 'ballot.entryInvalid'],
  ])('asks an administrator about %s, and leaves no meeting behind', async (_, given, code) => {
    const settings = { 'roll.collection': '=collection', 'roll.name': '=field', 'roll.filter': '=filter' };
    await asking.publish('given', settings);

    const instanceId = await asking.start('given', { collection: 'residents', field: 'name', filter: {}, ...given });

    expect(await waiting(instanceId)).toMatchObject([{ kind: 'incident', code }]);
    expect(await asking.meetingOf(instanceId)).toBeUndefined();
  });

  it.each<[string, object, string]>([
    ['a collection that is none', { 'roll.collection': 'nothing' }, 'ballot.collectionUnknown'],
    ['a collection of votes', { 'roll.collection': 'ballotRollEntries' }, 'ballot.collectionUnknown'],
    ['a field that is none', { 'roll.household': 'nothing' }, 'ballot.fieldUnknown'],
    ['a secret field', { 'roll.identity': 'pin' }, 'ballot.fieldUnknown'],
    ['a filter by a field that is none', { 'roll.filter': '{"$and":[{"nothing.name":"x"}]}' }, 'ballot.fieldUnknown'],
    ['a filter that is none', { 'roll.filter': 'everybody' }, 'ballot.activityValue'],
    ['no field for names', { 'roll.name': '' }, 'ballot.activityConfig'],
    ['no collection', { 'roll.collection': '' }, 'ballot.activityConfig'],
  ])('is refused when it is drawn with %s', async (_, changes, code) => {
    const problems = await asking.problems('drawn', { ...ROLL, ...changes });

    expect(problems).toMatchObject([{ code, text: expect.stringMatching(/[\u4e00-\u9fff]/) as string }]);
  });

  it.each<[string, object, string, string | null]>([
    ['times of the planned day', { opensAt: '14:30', closesAt: '=end' }, '14:30', '18:00'],
    ['none', {}, '09:00', null],
  ])('opens and closes at the hours that are given: %s', async (_, hours, opens, closes) => {
    await asking.publish('hours', hours);
    const day = dayOf(NOON + 2 * DAY_MS);
    const { id } = await asking.meetingOf(await asking.start('hours', { day, end: `${day}T18:00` }));

    const desk = await hall.desk(id);

    expect(desk.plannedAt).toBe(Date.parse(`${day}T${opens}:00+08:00`));
    expect(desk.motions[0]?.closesAt).toBe(closes && Date.parse(`${day}T${closes}:00+08:00`));
  });

  it.each([{ opensAt: 'at noon' }, { closesAt: '08:00' }, { closesAt: '25:00' }])(
    'asks about hours that are none: %j',
    async (hours) => {
      await asking.publish('no-hours', hours);

      expect(await asking.start('no-hours').then(waiting)).toMatchObject([{ kind: 'incident', code: 'ballot.activityValue' }]);
    },
  );

  it('leaves no meeting behind when its motion is refused', async () => {
    const [type] = (await tables.meetingTypes.select(hall, {})).filter(({ type: { ways } }) => !ways.includes('phone'));
    await asking.publish('refused', { type: type!.key, rule: type!.type.rules[0]!, way: 'phone' });

    const instanceId = await asking.start('refused');

    expect(await waiting(instanceId)).toMatchObject([{ kind: 'incident', code: 'ballot.wayNotOfType' }]);
    expect(await asking.meetingOf(instanceId)).toBeUndefined();
  });
});
