import { beforeCommitOf, type HttpAnswer, RaceTrack } from '@wuxin/test';
import type { BoxView } from '../../common/api';
import { castByPhone, Hall, openBoxOf, secretMeeting, type PaperOfMeeting } from '../__fixtures__';

const told = ({ status, errors }: HttpAnswer) => [status, ...errors.map(({ code }) => code)].join(' ');
const HELD = beforeCommitOf('ballot');

/** Two come to one box at once, in the order that the test says: whoever is held before the commit is first. */
describe('races for a box', () => {
  let hall: Hall;
  let track: RaceTrack;
  let paper: PaperOfMeeting;
  let motionId: string;
  beforeAll(async () => {
    hall = await Hall.open();
    track = RaceTrack.on(hall.db, async () => undefined);
  });
  beforeEach(async () => {
    paper = await secretMeeting(hall, { people: 8, present: 8 });
    motionId = await hall.motion(paper.id, { way: 'mixed' });
    await hall.do('chair', 'ballotMotions:open', motionId);
  });
  afterAll(() => hall?.close());

  const cast = (index: number, choice: string) => () =>
    castByPhone(hall, paper, { motionId, code: paper.codes[index]!, choice: [choice] });
  const close = () => hall.send('chair', 'ballotMotions:close', motionId);
  const exchange = (index: number) => () => hall.send('clerk', 'ballotBoxes:exchange', paper.id, { code: paper.codes[index]! });
  const run = async (first: () => Promise<HttpAnswer>, second: () => Promise<HttpAnswer>) => {
    const ran = await track.run({ first, second, heldAt: HELD });
    expect(ran.secondWaited).toBe(true);
    return [told(ran.first), told(ran.second)];
  };
  /** Receipts of the box once it is closed and opened. */
  const receipts = async (): Promise<BoxView['receipts']> => {
    await close();
    await openBoxOf(hall, paper, motionId);
    return (await hall.motionOf(paper.id, motionId)).box!.receipts;
  };

  it('the last voter before the vote ends is in the box', async () => {
    expect(await run(cast(0, 'approve'), close)).toEqual(['200', '200']);
    expect(await receipts()).toHaveLength(1);
  });

  it('the voter who comes as the vote ends is told so, and is not', async () => {
    expect(await run(close, cast(0, 'approve'))).toEqual(['200', '409 ballot.votingOver']);
    expect(await receipts()).toEqual([]);
  });

  it('one slip on two phones votes once, and both learn the one receipt', async () => {
    const ran = await track.run({ first: cast(0, 'approve'), second: cast(0, 'oppose'), heldAt: HELD });

    expect([told(ran.first), told(ran.second)]).toEqual(['200', '409 ballot.votedAlready']);
    expect(ran.second.errors[0]!.data).toEqual(ran.first.data);
    expect(await receipts()).toEqual([ran.first.data.receipt]);
  });

  it('two voters whose ballots come into one bucket are both in it', async () => {
    expect(await run(cast(0, 'approve'), cast(1, 'oppose'))).toEqual(['200', '200']);
    expect(await receipts()).toHaveLength(2);
  });

  it('a slip that is given back while it votes: it has voted, and there is no paper for it', async () => {
    expect(await run(cast(0, 'approve'), exchange(0))).toEqual(['200', '409 ballot.slipHasVoted']);
    expect(await receipts()).toHaveLength(1);
  });

  it('a slip that votes while it is given back: there is paper for it, and it votes no more', async () => {
    expect(await run(exchange(0), cast(0, 'approve'))).toEqual(['200', '409 ballot.slipExchanged']);
    expect(await receipts()).toEqual([]);
  });

  it('two tellers who open the box open it once', async () => {
    await cast(0, 'approve')();
    await close();
    const open = (by: 'teller' | 'teller2') => () => openBoxOf(hall, paper, motionId, by);

    expect(await run(open('teller'), open('teller2'))).toEqual(['200', '409 ballot.boxOpened']);
  });
});
