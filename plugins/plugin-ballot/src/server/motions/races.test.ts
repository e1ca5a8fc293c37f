import { verifyDatabase } from '@wuxin/plugin-bpmn';
import { Hall, NOON } from '../__fixtures__';

describe('at the same moment', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const closed = async () => {
    const id = await hall.opened(hall.people(30), 20);
    const motionId = await hall.motion(id);
    await hall.do('chair', 'ballotMotions:open', motionId);
    await hall.do('chair', 'ballotMotions:close', motionId);
    return { id, motionId };
  };
  const statuses = async (sent: Promise<{ status: number }>[]) => (await Promise.all(sent)).map(({ status }) => status).sort();

  it('two tellers who count the same decide one attempt, and who differ begin one more', async () => {
    const same = await closed();
    const count = (teller: 'teller' | 'teller2', motionId: string, approve: number) =>
      hall.send(teller, 'ballotMotions:count', motionId, { counts: { approve, oppose: 20 - approve, abstain: 0 } });
    expect(await statuses([count('teller', same.motionId, 11), count('teller2', same.motionId, 11)])).toEqual([200, 200]);
    await hall.do('chair', 'ballotMotions:decide', same.motionId);
    expect((await hall.motionOf(same.id, same.motionId)).sheets.map(({ attempt }) => attempt)).toEqual([1, 1]);

    hall.now = NOON;
    const other = await closed();
    await Promise.all([count('teller', other.motionId, 11), count('teller2', other.motionId, 12)]);
    await count('teller', other.motionId, 12);
    expect((await hall.motionOf(other.id, other.motionId)).sheets.map(({ attempt }) => attempt)).toEqual([1, 1, 2]);
  });

  it('one teller who sends twice counts once', async () => {
    const { id, motionId } = await closed();
    const send = () => hall.send('teller', 'ballotMotions:count', motionId, { counts: { approve: 11, oppose: 9, abstain: 0 } });
    expect(await statuses([send(), send()])).toEqual([200, 409]);
    expect((await hall.motionOf(id, motionId)).sheets).toHaveLength(1);
  });

  it('a vote that is closed twice, and a meeting that is, are closed once', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const motionId = await hall.motion(id);
    await hall.do('chair', 'ballotMotions:open', motionId);
    const closeMotion = () => hall.send('chair', 'ballotMotions:close', motionId);
    expect(await statuses([closeMotion(), closeMotion()])).toEqual([200, 409]);
    for (const teller of ['teller', 'teller2'] as const)
      await hall.do(teller, 'ballotMotions:count', motionId, { counts: { approve: 3, oppose: 0, abstain: 0 } });
    await hall.do('chair', 'ballotMotions:decide', motionId);
    const close = () => hall.send('chair', 'ballotMeetings:close', id, { minutes: '' });
    expect(await statuses([close(), close()])).toEqual([200, 409]);
  });

  it('a roll change and the vote that it would have changed: whichever is first', async () => {
    const id = await hall.opened(hall.people(3), 3);
    const motionId = await hall.motion(id);
    const add = { kind: 'add', entry: { name: '迟到的人' }, reason: '漏登' };
    const { id: change } = await hall.do<{ id: string }>('clerk', 'ballotRolls:proposeChange', id, add);
    const [confirmed, opened] = await Promise.all([
      hall.send('secretary', 'ballotRolls:confirmChange', id, { change }),
      hall.send('chair', 'ballotMotions:open', motionId),
    ]);
    const { counted } = await hall.motionOf(id, motionId);
    expect(opened.status).toBe(200);
    expect([confirmed.status, counted!.due]).toEqual(confirmed.status === 200 ? [200, 4] : [409, 3]);
  });

  it('whatever raced, journals are chains and every result recounts', async () => {
    expect((await verifyDatabase(hall.engine)).firstBroken).toBeNull();
  });
});
