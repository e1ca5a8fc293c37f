import type { HttpAnswer } from '@wuxin/test';
import type { PublishedList, SlipLook } from '../../common/api';
import { SecretVotes, type SecretMeeting } from '../__fixtures__/secret-vote';
import { tables } from '../store';

const refusal = ({ status, errors }: HttpAnswer) => [status, errors[0]?.code].join(' ');

describe('the voter’s door', () => {
  let votes: SecretVotes;
  let meeting: SecretMeeting;
  beforeAll(async () => {
    votes = await SecretVotes.start();
  });
  beforeEach(async () => {
    meeting = await votes.meeting();
  });
  afterAll(() => votes?.test.stop());

  const ballotsIn = async (motionId: string) => (await meeting.boxes(motionId)).flatMap(({ ballots }) => ballots);

  describe('takes a ballot', () => {
    it('of whoever holds a slip, and gives the receipt under which it is published', async () => {
      const motionId = await meeting.motion();

      const answer = await meeting.cast(motionId, meeting.codes[0]!);

      expect(answer).toMatchObject({ status: 200, data: { receipt: meeting.receipt(motionId, meeting.codes[0]!) } });
      expect(await ballotsIn(motionId)).toHaveLength(1);
    });

    it('as it was typed: small letters, gaps, and O for 0', async () => {
      const motionId = await meeting.motion();
      const typed = ` ${meeting.codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`;

      expect((await meeting.cast(motionId, typed)).data.receipt).toBe(meeting.receipt(motionId, meeting.codes[0]!));
    });

    it('once on each motion, and tells the receipt to whoever casts again, whatever the second one says', async () => {
      const [first, second] = [await meeting.motion(), await meeting.motion()];
      const [code] = meeting.codes;
      await meeting.cast(first, code!, ['approve']);

      const again = await meeting.cast(first, code!, ['oppose']);

      expect(refusal(again)).toBe('409 ballot.votedAlready');
      expect(again.errors[0]!.data).toEqual({ receipt: meeting.receipt(first, code!) });
      expect((await meeting.cast(second, code!)).status).toBe(200);
      expect(meeting.receipt(second, code!)).not.toBe(meeting.receipt(first, code!));
    });

    it('and writes nothing but the bucket that it falls into', async () => {
      const motionId = await meeting.motion();
      const { boxes: _, ...others } = tables;
      const rows = async () => Promise.all(Object.values(others).map((table) => table.select(votes, {})));
      const before = await rows();

      await meeting.cast(motionId, meeting.codes[0]!);

      expect(await rows()).toEqual(before);
    });

    it('until the time of the motion is over, whether or not the chair has closed it', async () => {
      const motionId = await meeting.motion({ closesAt: votes.now + 60_000 });
      expect((await meeting.cast(motionId, meeting.codes[0]!)).status).toBe(200);

      votes.now += 60_000;

      expect(refusal(await meeting.cast(motionId, meeting.codes[1]!))).toBe('409 ballot.votingOver');
      expect(await ballotsIn(motionId)).toHaveLength(1);
    });
  });

  describe('shows whoever holds a slip', () => {
    it('what there is to vote on, and the receipt of what was cast, e.g. when its answer was lost', async () => {
      const cast = await meeting.motion();
      const waiting = await meeting.motion({
        candidates: [{ id: 'a', name: '张三' }, { id: 'b' }],
        seats: 2,
        closesAt: votes.now + 1000,
      });
      await meeting.motion({ status: 'waiting' });
      await meeting.motion({ way: 'showOfHands', secrecy: 'open' });
      const [code] = meeting.codes;
      const { receipt } = (await meeting.cast(cast, code!)).data;

      const { data } = await meeting.send<SlipLook>('look', { code });

      expect(data).toEqual({
        meeting: { id: meeting.id, title: '第三次村民代表会议' },
        publicKey: meeting.key.publicKey,
        motions: [
          expect.objectContaining({ id: cast, title: '村规民约', isOpen: true, receipt }),
          expect.objectContaining({
            id: waiting,
            receipt: null,
            seats: 2,
            closesAt: votes.now + 1000,
            candidates: [
              { id: 'a', name: '张三' },
              { id: 'b', name: 'b' },
            ],
          }),
        ],
      });
    });

    it('the receipt also after the motion was closed', async () => {
      const motionId = await meeting.motion();
      const { receipt } = (await meeting.cast(motionId, meeting.codes[0]!)).data;
      await meeting.close(motionId);

      const { data } = await meeting.send<SlipLook>('look', { code: meeting.codes[0] });

      expect(data.motions).toMatchObject([{ isOpen: false, receipt }]);
    });
  });

  describe('publishes', () => {
    const list = (id: string) => votes.test.as().get<PublishedList>(`ballot-box/${id}/list`);

    it('receipts and the head of an opened box, and nothing of one that is not', async () => {
      const [motionId] = [await meeting.motion(), await meeting.motion()];
      for (const code of meeting.codes) await meeting.cast(motionId, code);
      expect(refusal(await list(meeting.id))).toBe('404 ballot.nothingPublished');
      await meeting.close(motionId);
      const { published } = await meeting.open(motionId);

      const { data } = await list(meeting.id);

      expect(data.motions).toEqual([{ id: motionId, title: '村规民约', head: published.head, receipts: published.receipts }]);
      expect(data.motions[0]!.receipts).toContain(meeting.receipt(motionId, meeting.codes[3]!));
    });

    it('as much of a meeting that does not exist as of one in which nothing was opened', async () => {
      const [unknown, quiet] = [await list('nowhere'), await list(meeting.id)];

      expect(unknown).toEqual(quiet);
    });
  });

  describe('refuses, and nothing is changed:', () => {
    let motionId: string;
    beforeEach(async () => {
      motionId = await meeting.motion();
    });
    afterEach(async () => expect(await ballotsIn(motionId)).toEqual([]));

    it('a code that was made up, cannot be read or is of another meeting, all alike, also where there is no meeting', async () => {
      const other = await votes.meeting();
      const sealed = meeting.sealed(motionId, ['approve']);
      const codes = ['0000-0000-0000-0000', 'nonsense', other.codes[0]!];

      const answers = await Promise.all([
        ...codes.map((code) => meeting.send('cast', { motionId, code, sealed })),
        ...codes.map((code) => meeting.send('look', { code })),
        votes.test.as().post('ballot-box/nowhere/look', { data: { code: meeting.codes[0] } }),
      ]);

      expect(new Set(answers.map(({ status, errors }) => JSON.stringify([status, errors])))).toHaveProperty('size', 1);
      expect(refusal(answers[0])).toBe('404 ballot.codeUnknown');
    });

    it.each([
      ['exchanged', 'ballot.slipExchanged'],
      ['replaced', 'ballot.slipReplaced'],
    ] as const)('a slip that was %s', async (state, code) => {
      await votes.engine.write((tx) => tables.slips.update(tx, { meetingId: meeting.id }, { state }));

      expect(refusal(await meeting.cast(motionId, meeting.codes[0]!))).toBe(`409 ${code}`);
      expect(refusal(await meeting.send('look', { code: meeting.codes[0] }))).toBe(`409 ${code}`);
    });

    it('a motion of another meeting, one that there is not, one that is not put up, and one that is closed', async () => {
      const other = await votes.meeting();
      const [foreign, waiting, closed] = [
        await other.motion(),
        await meeting.motion({ status: 'waiting' }),
        await meeting.motion(),
      ];
      await meeting.close(closed);

      const answers = [foreign, 'q0', waiting, closed].map(async (id) => refusal(await meeting.cast(id, meeting.codes[0]!)));

      expect(await Promise.all(answers)).toEqual([
        '404 ballot.motionUnknown',
        '404 ballot.motionUnknown',
        '409 ballot.votingOver',
        '409 ballot.votingOver',
      ]);
      expect(await other.boxes(foreign)).toMatchObject([{ ballots: [] }]);
    });

    it('a choice that is not sealed, too short or of other signs', async () => {
      const [code] = meeting.codes;
      const sealed = meeting.sealed(motionId, []);
      const given = ['approve', sealed.slice(1), `${sealed}A`, `!${sealed.slice(1)}`];

      const answers = await Promise.all(given.map((one) => meeting.send('cast', { motionId, code, sealed: one })));

      expect(new Set(answers.map(refusal))).toEqual(new Set(['400 ballot.sealedInvalid']));
    });

    it('a request that is no JSON, lacks something, has more than it may, or is of no kind that there is', async () => {
      const [code] = meeting.codes;
      const bodies = [
        {},
        { code },
        { code: 7, motionId, sealed: 'x' },
        { code, motionId, sealed: 'x', voter: '张三' },
        [code],
        null,
      ];

      const answers = await Promise.all(bodies.map((data) => meeting.send('cast', data as object)));

      expect(new Set(answers.map(refusal))).toEqual(new Set(['400 ballot.requestInvalid']));
      expect(refusal(await meeting.send('tally', {}))).toBe('404 ballot.doorUnknown');
      expect(refusal(await votes.test.as().get(`ballot-box/${meeting.id}/cast`))).toBe('404 ballot.doorUnknown');
    });

    it('more than 8 KB, read to its end and kept nowhere', async () => {
      const answer = await meeting.send('cast', { motionId, code: meeting.codes[0], sealed: 'A'.repeat(3_000_000) });

      expect(refusal(answer)).toBe('413 ballot.requestTooLarge');
    });

    it('in both languages', async () => {
      const answers = await Promise.all(
        (['zh-CN', 'en-US'] as const).map((locale) => meeting.send('look', { code: 'nonsense' }, locale)),
      );

      expect(answers.map(({ errors }) => errors[0]!.message)).toEqual([
        expect.stringContaining('没有这个表决码'),
        expect.stringContaining('no such voting code'),
      ]);
    });

    it('a flood of wrong codes from one place, while other places vote on', async () => {
      const from = (place: string, code: string) =>
        fetch(`${url}/look`, { method: 'POST', headers: { 'X-Forwarded-For': place }, body: JSON.stringify({ code }) });
      const server = votes.test.app.listen(0) as { address(): { port: number }; close(): void };
      const url = `http://127.0.0.1:${server.address().port}/api/ballot-box/${meeting.id}`;

      const statuses: number[] = [];
      for (let count = 0; count < 70; count += 1) statuses.push((await from('10.0.0.1', 'nonsense')).status);
      const [same, other] = [await from('10.0.0.1', meeting.codes[0]!), await from('10.0.0.2', meeting.codes[0]!)];
      votes.now += 60_000;
      const later = await from('10.0.0.1', meeting.codes[0]!);
      server.close();

      expect(statuses).toEqual([...Array<number>(60).fill(404), ...Array<number>(10).fill(429)]);
      expect(((await same.json()) as { errors: { code: string }[] }).errors[0]!.code).toBe('ballot.tooManyTries');
      expect([other.status, later.status]).toEqual([200, 200]);
    });
  });

  it('says so when the voting page was not built', async () => {
    process.env.WUXIN_VOTER_PAGE = '/nowhere/index.html';

    expect(refusal(await votes.test.as().get(`ballot-box/${meeting.id}`))).toBe('503 ballot.pageMissing');
    delete process.env.WUXIN_VOTER_PAGE;
  });

  it('answers a failure without a word of what failed', async () => {
    const motionId = await meeting.motion();
    await votes.engine.write((tx) => tables.meetings.update(tx, { id: meeting.id }, { publicKey: null }));
    const broken = jest.spyOn(votes.db.sequelize, 'query').mockRejectedValueOnce(new Error(`lost ${meeting.codes[0]}`));

    const answer = await meeting.cast(motionId, meeting.codes[0]!);
    broken.mockRestore();

    expect(refusal(answer)).toBe('500 ballot.doorFailed');
    expect(JSON.stringify(answer)).not.toContain(meeting.codes[0]);
  });

  it('counts what was sealed to another motion or another key as invalid, and the rest as it is', async () => {
    const [motionId, other] = [await meeting.motion(), await meeting.motion()];
    const stranger = await votes.meeting();
    const [moved, foreign, garbage, ...honest] = meeting.codes;
    await meeting.send('cast', { motionId, code: moved, sealed: meeting.sealed(other, ['approve']) });
    await meeting.send('cast', { motionId, code: foreign, sealed: stranger.sealed(motionId, ['approve']) });
    await meeting.send('cast', { motionId, code: garbage, sealed: 'A'.repeat(meeting.sealed(motionId, []).length) });
    for (const code of honest) await meeting.cast(motionId, code, ['oppose']);
    await meeting.close(motionId);

    const { counts } = await meeting.open(motionId);

    expect(counts).toEqual({ recovered: 8, invalid: 3, blank: 0, approve: 0, oppose: 5, abstain: 0 });
  });
});
