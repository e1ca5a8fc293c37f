import { countStatements } from '@wuxin/test';
import { Hall, NOON } from '../__fixtures__';

describe('the desk of a meeting', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const statementsOf = async (work: () => Promise<unknown>): Promise<number> => (await countStatements(hall.db, work)).length;

  it('asks the database as often for a large roll with many motions as for a small one with one', async () => {
    const small = await hall.opened(hall.people(3), 3);
    await hall.motion(small, { way: 'rollCall' });
    hall.now = NOON;
    const large = await hall.opened(hall.people(2000), 200);
    for (let index = 0; index < 12; index += 1) await hall.motion(large, { title: `事项${index}`, way: 'rollCall' });

    const ofSmall = await statementsOf(() => hall.desk(small));
    const ofLarge = await statementsOf(() => hall.desk(large));

    expect(ofLarge).toBe(ofSmall);
    expect(ofLarge).toBeLessThanOrEqual(20);
  });

  it('shows who is on the roll the same figures without anything to do, and strangers nothing', async () => {
    const id = await hall.opened([...hall.people(3), { name: '钱进', userId: hall.id('resident') }], 3, { placeId: 'east' });
    expect(await hall.desk(id, 'resident')).toMatchObject({ may: [], place: { name: '东村' }, attendance: { present: 3 } });
    expect((await hall.send('outsider', 'ballotMeetings:desk', id)).status).toBe(404);
    expect((await hall.send('resident', 'ballotMeetings:journal', id)).status).toBe(404);
    expect((await hall.send('resident', 'ballotRolls:entries', id)).status).toBe(404);
  });
});
