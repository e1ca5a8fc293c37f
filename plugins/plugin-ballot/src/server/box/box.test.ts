import { chainHead } from '@wuxin/ballot-box';
import { SecretVotes, type SecretMeeting } from '../__fixtures__/secret-vote';
import { tables } from '../store';
import { discard, open } from '.';

describe('the box of a motion', () => {
  let votes: SecretVotes;
  let meeting: SecretMeeting;
  beforeAll(async () => {
    votes = await SecretVotes.start();
  });
  beforeEach(async () => {
    meeting = await votes.meeting();
  });
  afterAll(() => votes?.test.stop());

  /** Everybody has voted and the motion is closed. */
  const closed = async (): Promise<string> => {
    const motionId = await meeting.motion();
    for (const [index, code] of meeting.codes.entries()) await meeting.cast(motionId, code, [index < 5 ? 'approve' : 'oppose']);
    await meeting.close(motionId);
    return motionId;
  };

  it('has so many buckets that about 64 ballots come into each, and one at a small meeting', async () => {
    const [small, large] = [await votes.meeting(40), await votes.meeting(200)];

    expect(await small.boxes(await small.motion())).toHaveLength(1);
    expect(await large.boxes(await large.motion())).toHaveLength(3);
  });

  it('keeps ballots in the order of their marks, whichever came last', async () => {
    const motionId = await meeting.motion();
    for (const code of meeting.codes) await meeting.cast(motionId, code);

    const marks = (await meeting.boxes(motionId))[0]!.ballots.map(({ mark }) => mark);

    expect(marks).toEqual(marks.toSorted());
    expect(await meeting.boxes(motionId)).toMatchObject([{ ballotCount: 8 }]);
  });

  it('is opened with any two shares, into two lists with the head that anybody computes', async () => {
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [2, 1],
    ] as const) {
      const motionId = await closed();

      const { published, counts } = await meeting.open(motionId, [meeting.key.shares[one], meeting.key.shares[other]]);

      expect(counts).toEqual({ recovered: 8, invalid: 0, blank: 0, approve: 5, oppose: 3, abstain: 0 });
      expect(published.receipts).toEqual(meeting.codes.map((code) => meeting.receipt(motionId, code)).toSorted());
      expect(published.head).toBe(chainHead(votes.sodium, { ...published, motionId }));
    }
  });

  it('is gone once it is opened: what was published is all that is kept', async () => {
    const motionId = await closed();

    const { published } = await meeting.open(motionId);

    expect(await meeting.boxes(motionId)).toEqual([]);
    expect(await tables.motions.find(votes, { id: motionId })).toMatchObject({ box: published });
  });

  it('is gone with a motion that is void, unopened', async () => {
    const motionId = await closed();

    await votes.engine.write((tx) => discard(tx, { id: motionId, meetingId: meeting.id }));

    expect(await meeting.boxes(motionId)).toEqual([]);
  });

  describe('is not opened, and stays as it is,', () => {
    let motionId: string;
    let before: unknown;
    beforeEach(async () => {
      motionId = await closed();
      before = await meeting.boxes(motionId);
    });
    afterEach(async () => {
      expect(await meeting.boxes(motionId)).toEqual(before);
      expect(await tables.motions.find(votes, { id: motionId })).toMatchObject({ box: null });
    });

    it('with one share, the same share twice, one that is mistyped, or one of another meeting', async () => {
      const [first, second] = meeting.key.shares;
      const stranger = await votes.meeting();
      const mistyped = `${second.startsWith('0') ? '1' : '0'}${second.slice(1)}`;

      await expect(meeting.open(motionId, [first])).rejects.toMatchObject({ code: 'ballot.key.sharesTooFew', status: 400 });
      await expect(meeting.open(motionId, [first, first])).rejects.toMatchObject({ code: 'ballot.key.sharesTooFew' });
      await expect(meeting.open(motionId, [first, mistyped])).rejects.toMatchObject({ code: 'ballot.key.shareUnreadable' });
      await expect(meeting.open(motionId, [first, stranger.key.shares[1]])).rejects.toMatchObject({
        code: 'ballot.key.sharesDoNotFit',
      });
    });

    it('of a meeting that has no key', async () => {
      const motion = (await tables.motions.find(votes, { id: motionId }))!;
      const opening = votes.engine.write((tx) =>
        open(tx, { motion, publicKey: null, slipsInUse: 8, shares: meeting.key.shares }),
      );

      await expect(opening).rejects.toMatchObject({ code: 'ballot.keyMissing', status: 409 });
    });

    it('with more ballots than slips that somebody was handed and has not given back', async () => {
      await votes.engine.write((tx) => tables.rollEntries.update(tx, { id: `${meeting.id}-entry-0` }, { hasSlip: false }));

      await expect(meeting.open(motionId)).rejects.toMatchObject({
        code: 'ballot.moreBallotsThanSlips',
        status: 409,
        data: { ballots: 8, slips: 7 },
      });
    });
  });

  it('with two ballots of one slip, which somebody wrote behind the server’s back, is not opened', async () => {
    const motionId = await closed();
    const [bucket] = await meeting.boxes(motionId);
    const [first, , ...others] = bucket!.ballots;
    await votes.engine.write((tx) => tables.boxes.update(tx, { motionId }, { ballots: [first!, first!, ...others] }));

    await expect(meeting.open(motionId)).rejects.toMatchObject({ code: 'ballot.box.markTwice', status: 409 });
  });
});
