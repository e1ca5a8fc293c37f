import { CommunityError } from '../errors';
import { CovenantWalk } from './walk';

const CHECKED = { contentChecks: ['noFines', 'noRights', 'noMarriedOut', 'noCollective'] };
const ASKED = { article: '第三条', verdict: 'delete', legalBasis: '行政处罚法第四条', corrected: null };
const OBJECTED = { reviewItems: [ASKED], reviewedOn: '2026-04-20' };
const AGREED = { reviewItems: [{ ...ASKED, corrected: 'yes' }], reviewedOn: '2026-04-30' };
const COLLECTED = {
  solicitFrom: '2026-03-01',
  solicitTo: '2026-03-16',
  opinions: [],
  householdsTotal: 400,
  householdsReached: 300,
  draftingWomen: 2,
};
const CONFERRED = { conferenceOn: '2026-05-02' };
const ANSWERED = { feedbackOn: '2026-03-20' };
const PASSED = {
  meetingForm: 'households',
  heldOn: '2026-05-10',
  due: 400,
  present: 260,
  womenPresent: 104,
  approve: 231,
  oppose: 17,
  abstain: 9,
  invalidVotes: 1,
  notVoting: 2,
};
const FILED = { packageItems: ['report', 'text', 'minutes', 'review'], filedOn: '2026-05-12' };
const RECEIVED = { receivedOn: '2026-05-13', receiptNo: '收 1 号' };
const FAILED = { ...PASSED, approve: 101, oppose: 147 };
const TOO_FEW = {
  ...PASSED,
  present: 180,
  womenPresent: 70,
  approve: 160,
  oppose: 10,
  abstain: 7,
  invalidVotes: 1,
  notVoting: 2,
};
const TOO_FEW_WOMEN = { ...PASSED, womenPresent: 77 };

async function untilReview(): Promise<CovenantWalk> {
  const walk = await CovenantWalk.begin();
  await walk.complete('solicit', 'done', COLLECTED);
  await walk.complete('summarise', 'done', ANSWERED);
  await walk.complete('draft', 'submit', CHECKED);
  return walk.complete('consult', 'submit');
}

async function untilMeeting(): Promise<CovenantWalk> {
  const walk = await untilReview();
  await walk.complete('review', 'agree', AGREED);
  return walk.complete('finalise', 'convene');
}

async function meeting(walk: CovenantWalk, counts: Record<string, string | number>): Promise<CovenantWalk> {
  await walk.complete('recordVote', 'recorded', counts);
  return walk.complete('witness', 'conforms');
}

describe('the covenant', () => {
  it('goes straight from collecting opinions to publication', async () => {
    const walk = await meeting(await untilMeeting(), PASSED);
    expect(walk.open).toEqual(['file']);
    expect(walk.variables).toMatchObject({ voteResult: 'passed', passed: true, adoptedOn: '2026-05-10' });

    await walk.complete('file', 'filed', FILED);
    await walk.complete('checkFiling', 'accept', { ...RECEIVED, filingNo: '备 1 号' });
    await walk.complete('publish', 'published', { publishedOn: '2026-05-20', effectiveOn: '2026-06-01' });

    expect(walk.status).toBe('completed');
    expect(walk.timesLeft('done')).toBe(1);
  });

  it.each([
    ['too few households were reached', { ...COLLECTED, householdsReached: 239 }],
    ['no woman is in the drafting group', { ...COLLECTED, draftingWomen: 0 }],
  ])('goes on collecting while %s', async (_why, form) => {
    const walk = await CovenantWalk.begin();
    await walk.complete('solicit', 'done', form);
    expect(walk.open).toEqual(['solicit']);
  });

  it('comes back from the township twice and is then agreed to', async () => {
    const walk = await untilReview();
    for (const time of [1, 2]) {
      await walk.complete('review', 'return', OBJECTED);
      expect(walk.open).toEqual(['redraft']);
      await walk.complete('redraft', 'resubmit');
      expect(walk.variables['returnCount']).toBe(time);
    }

    await walk.complete('review', 'agree', AGREED);

    expect(walk.open).toEqual(['finalise']);
  });

  it('goes to a conference when it was returned as often as allowed', async () => {
    const walk = await untilReview();
    for (let time = 1; time <= 3; time += 1) {
      await walk.complete('review', 'return', OBJECTED);
      await walk.complete('redraft', 'resubmit');
    }

    await walk.complete('review', 'return', OBJECTED);
    expect(walk.open).toEqual(['conference']);

    await walk.complete('conference', 'agreed', { ...AGREED, ...CONFERRED });
    expect(walk.open).toEqual(['finalise']);
  });

  it('ends when the conference finds no agreement', async () => {
    const walk = await untilReview();
    await walk.complete('review', 'doubt', OBJECTED);
    await walk.complete('conference', 'stop', CONFERRED);
    expect(walk.timesLeft('stopped')).toBe(1);
    expect(walk.status).toBe('completed');
  });

  it('is reviewed again when the text for the meeting changes in substance', async () => {
    const walk = await untilReview();
    await walk.complete('review', 'agree', AGREED);
    await walk.complete('finalise', 'review');
    expect(walk.open).toEqual(['review']);
  });

  it('is revised and voted on again when the vote fails', async () => {
    const walk = await meeting(await untilMeeting(), FAILED);
    expect(walk.open).toEqual(['finalise']);
    expect(walk.variables).toMatchObject({ voteResult: 'notPassed', passed: false, adoptedOn: null });

    await walk.complete('finalise', 'convene');
    await meeting(walk, PASSED);

    expect(walk.open).toEqual(['file']);
  });

  it.each([
    ['quorum', TOO_FEW],
    ['share of women', TOO_FEW_WOMEN],
  ])('calls the meeting again when the %s is short, and reports to the township after the second time', async (_what, counts) => {
    const walk = await meeting(await untilMeeting(), counts);
    for (let time = 1; time <= 2; time += 1) {
      expect(walk.open).toEqual(['reconvene']);
      await walk.complete('reconvene', 'called', { reconveneReason: '到会不足', plannedOn: '2026-05-20' });
      await meeting(walk, counts);
    }
    expect(walk.open).toEqual(['conference']);
  });

  it('waits for the supervision opinion as well as for the count', async () => {
    const walk = await untilMeeting();
    await walk.complete('witness', 'objects');
    expect(walk.open).toEqual(['recordVote']);
    await walk.complete('recordVote', 'recorded', PASSED);
    expect(walk.open).toEqual(['file']);
  });

  it('refuses counts that do not add up', async () => {
    const walk = await untilMeeting();
    const wrong = walk.complete('recordVote', 'recorded', { ...PASSED, approve: 240 });
    await expect(wrong).rejects.toThrow(CommunityError);
    await expect(wrong).rejects.toMatchObject({
      code: 'tally.countsRefused',
      status: 400,
      data: { ballotCode: 'ballot.votesDoNotAddUp' },
    });
  });

  it('is corrected and filed again when the township orders it', async () => {
    const walk = await meeting(await untilMeeting(), PASSED);
    await walk.complete('file', 'filed', FILED);
    await walk.complete('checkFiling', 'correct', RECEIVED);
    expect(walk.open).toEqual(['correctFiling']);

    await walk.complete('correctFiling', 'refile');
    await walk.complete('checkFiling', 'accept', { ...RECEIVED, filingNo: '备 1 号' });

    expect(walk.open).toEqual(['publish']);
  });

  it('is voted on and filed again when the correction changes the text', async () => {
    const walk = await meeting(await untilMeeting(), PASSED);
    await walk.complete('file', 'filed', FILED);
    await walk.complete('checkFiling', 'correct', RECEIVED);
    await walk.complete('correctFiling', 'reviseText');
    expect(walk.open).toEqual(['finalise']);

    await walk.complete('finalise', 'convene');
    await meeting(walk, { ...PASSED, heldOn: '2026-06-10' });

    expect(walk.open).toEqual(['file']);
    expect(walk.variables).toMatchObject({ adoptedOn: '2026-06-10' });
  });

  it('goes to the township when a correction is not made in time', async () => {
    const walk = await meeting(await untilMeeting(), PASSED);
    await walk.complete('file', 'filed', FILED);
    await walk.complete('checkFiling', 'correct', RECEIVED);
    await walk.complete('correctFiling', 'lapsed');
    expect(walk.open).toEqual(['revoke']);

    await walk.complete('revoke', 'extend');
    expect(walk.open).toEqual(['correctFiling']);
  });
});
