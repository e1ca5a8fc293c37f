import { TalkativeLogs } from '@wuxin/test';
import { SecretVotes, type SecretMeeting } from '../__fixtures__/secret-vote';

describe('the logs of a secret vote', () => {
  const logs = new TalkativeLogs();
  let votes: SecretVotes;
  let meeting: SecretMeeting;

  beforeAll(async () => {
    votes = await SecretVotes.start({ logsSql: true });
    meeting = await votes.meeting();
  });
  afterAll(async () => {
    await votes?.test.stop();
    jest.restoreAllMocks();
  });

  const during = (work: () => Promise<unknown>) => logs.during(votes.test, work);
  const tellsOf = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));
  const WORDS = ['ballot-box', 'ballotBoxes', 'ballotSlips', 'ballotMotions', 'look', 'cast'];

  /** What the application has said: others of the same worker may speak too. */
  const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.includes(`"app":"${votes.test.app.name}"`));

  it('tell of everything else: requests, and statements that they come to', async () => {
    const text = await during(() => votes.test.as().post('users:list', { data: { x: 1 } }));

    expect(text).toContain('users:list');
    expect(text).toMatch(/Executing .*authenticators/);
    expect(linesOf(text).length).toBeGreaterThan(1);
  });

  it('have no line of a voter who looks and casts', async () => {
    const motionId = await meeting.motion();
    const [code] = meeting.codes;
    const sealed = meeting.sealed(motionId, ['approve']);

    const text = await during(async () => {
      await meeting.send('look', { code });
      await meeting.send('cast', { motionId, code, sealed });
      await votes.test.as().get(`ballot-box/${meeting.id}`);
    });

    const words = [...WORDS, motionId, meeting.id, code!, sealed, meeting.receipt(motionId, code!)];
    expect(tellsOf(text, words)).toEqual([]);
    expect(linesOf(text)).toEqual([]);
  });

  it('have no line of one who is refused, whatever for', async () => {
    const motionId = await meeting.motion();
    const [code, other] = meeting.codes;

    const text = await during(async () => {
      await meeting.cast(motionId, code!);
      await meeting.cast(motionId, code!, ['oppose']);
      await meeting.send('cast', { motionId, code: other, sealed: 'rubbish' });
      await meeting.send('cast', { motionId, code: other, sealed: 'A'.repeat(100_000) });
      await meeting.send('look', { code: `${other}x` });
      await meeting.send('nothing', { code });
      await votes.test.as().get(`ballot-box/${meeting.id}/look?code=${code}`);
    });

    expect(tellsOf(text, [...WORDS, code!, other!, 'rubbish', motionId])).toEqual([]);
  });

  it('say of a failure that there was one, and nothing else', async () => {
    const motionId = await meeting.motion();
    const [code] = meeting.codes;
    const failing = jest.spyOn(votes.db.sequelize, 'query');

    const text = await during(async () => {
      failing.mockRejectedValueOnce(new Error(`could not read ${code}`));
      await meeting.cast(motionId, code!);
    });
    failing.mockRestore();

    expect(text).toContain('the voter’s door failed');
    expect(tellsOf(text, [...WORDS, code!, motionId, meeting.id])).toEqual([]);
  });
});
