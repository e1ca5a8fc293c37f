import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import {
  called,
  disclose,
  held,
  meet,
  post,
  register,
  registration,
  untilResolution,
  untilWorks,
  witness,
  works,
} from './__fixtures__/steps';

const MINUTE = 60_000;
const LOST = { approve: 15, oppose: 20, abstain: 3 };

describe('a matter that does not go straight on', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  it('below the sum of the catalogue needs no deliberations', async () => {
    const small = await community.start('补种绿化');
    const data = registration(community, { amount: 49999 });
    await community.act(small, ['secretary', 'register'], { outcome: 'submit', data });

    expect(await community.instance(small)).toMatchObject({ status: 'completed', stage: 'propose' });
  });

  describe('whose resolution fails', () => {
    let matter: string;
    beforeAll(async () => {
      matter = await community.start('停车位改造（未通过）');
      await untilResolution(community, matter);
      await meet(community, matter, 'representatives', LOST);
    });

    it('waits for the secretary to say what now', async () => {
      expect(await community.open(matter)).toEqual(['handleFailure']);
      expect((await community.register(matter)).at(-1)).toBe('resolution: notPassed');
    });

    it('cannot be proposed again before the waiting time, in the same case or in another', async () => {
      const again = { outcome: 'repropose', data: { failureReason: '费用分摊有分歧' } };
      await community.pass(89);
      const heldOn = JSON.stringify((await community.instance(matter)).variables['heldOn']).replaceAll('"', '');

      const said = await community.refuse(matter, ['secretary', 'handleFailure'], again, 'requirement.notMet');
      expect(said.zh).toBe(`该事项 ${heldOn} 未获通过，${community.day(1)} 起才能重新提议。`);
      const other = await community.start('停车位改造（换个名字）');
      const data = registration(community, { rejectedBeforeOn: heldOn });
      await community.refuse(other, ['secretary', 'register'], { outcome: 'submit', data }, 'requirement.notMet');

      await community.pass(1);
      await community.act(matter, ['secretary', 'handleFailure'], again);
      expect(await community.open(matter)).toEqual(['register']);
    });

    it('goes through all steps again; of the Party members more than half of all must agree, not of those present', async () => {
      await register(community, matter);
      await meet(community, matter, 'partyCommittee');
      await meet(community, matter, 'twoCommittees');
      await meet(community, matter, 'partyMembers', { present: 10, approve: 7, oppose: 3, abstain: 0 });

      const row = await community.row('deliberationSteps', { step: 'review', result: 'notPassed' });
      expect(row.get('sentence')).toBe('应到 15 人，实到 10 人，达到三分之二；赞成 7 人，未超过应到半数，不通过');
    });

    it('or is given up', async () => {
      await community.act(matter, ['secretary', 'handleFailure'], {
        outcome: 'close',
        opinion: '居民仍不同意。',
        data: { failureReason: '没有共识' },
      });

      expect(await community.instance(matter)).toMatchObject({ status: 'completed' });
      expect((await community.register(matter)).at(-1)).toBe('review: notPassed');
    });
  });

  describe('whose meeting does not count', () => {
    let matter: string;
    beforeAll(async () => {
      matter = await community.start('健身场地');
      await register(community, matter);
    });
    const hold = (more: object) =>
      community.act(matter, ['organiser', 'hold'], { outcome: 'recorded', data: held(community, 'partyCommittee', { ...more }) });
    const reconvene = () =>
      community.act(matter, ['secretary', 'reconvene'], {
        outcome: 'called',
        data: { reconveneReason: '到会不足', plannedOn: community.day(7) },
      });

    it('is held again when it was postponed', async () => {
      await community.act(matter, ['secretary', 'convene'], { outcome: 'called', data: called(community) });
      await community.act(matter, ['organiser', 'hold'], { outcome: 'postponed', opinion: '停电。' });
      expect(await community.open(matter)).toEqual(['convene']);
      await community.act(matter, ['secretary', 'convene'], { outcome: 'called', data: called(community) });
    });

    it('is called again within the limit, also because of an objection of the supervision committee', async () => {
      await hold({ present: 2, approve: 2 });
      await witness(community, matter);
      await reconvene();
      await hold({});
      await community.act(matter, ['witness', 'witness'], {
        outcome: 'objects',
        opinion: '应回避人员参加了表决。',
        data: { supervisionOpinion: '应回避人员参加了表决。' },
      });
      expect(await community.open(matter)).toEqual(['reconvene']);
      await reconvene();
    });

    it('and is not passed when the limit is reached', async () => {
      await hold({ present: 2, approve: 2 });
      await witness(community, matter);

      expect(await community.open(matter)).toEqual(['handleFailure']);
      expect(await community.register(matter)).toEqual(['proposal: notValid']);
    });
  });

  it('goes back to the consultation when the plan changes in substance after the review', async () => {
    const matter = await community.start('道路硬化');
    await register(community, matter);
    for (const body of ['partyCommittee', 'twoCommittees', 'partyMembers'] as const) await meet(community, matter, body);
    const data = { amendments: '改为透水砖。', planText: '铺设透水砖。', planVersion: 2 };
    await community.act(matter, ['director', 'amend'], { outcome: 'material', opinion: '材料变了。', data });

    expect(await community.open(matter)).toEqual(['convene']);
    expect(await community.instance(matter)).toMatchObject({ stage: 'consultation' });
  });

  describe('to which residents object', () => {
    let matter: string;
    const objection = (more: object = {}) => ({
      objectionOn: community.today,
      objectionChannel: 'visit',
      objectionText: '票数统计有误',
      ...more,
    });
    const object = (more: object) =>
      community.act(matter, ['director', 'watch'], { outcome: 'objection', data: objection(more) });
    const answered = (more: object = {}) => ({ answer: '见核实情况。', answeredOn: community.today, ...more });
    beforeAll(async () => {
      matter = await community.start('电梯加装');
      await untilResolution(community, matter);
      await meet(community, matter, 'representatives');
      await post(community, matter);
    });

    it('takes no objection of a day before it was posted', async () => {
      const early = { outcome: 'objection', data: objection({ objectionOn: community.day(-1) }) };
      const said = await community.refuse(matter, ['director', 'watch'], early, 'requirement.notMet');
      expect(said.zh).toContain('收到异议的日期');
    });

    it('hears as many as the rule says before they are answered, and takes further objections meanwhile', async () => {
      await community.pass(2);
      await object({ objectionPeople: 10 });
      expect(await community.open(matter)).toEqual(['hear', 'watch']);

      await object({ objectionText: '主任经手的报价偏高' });
      expect(await community.open(matter)).toEqual(['decide', 'hear', 'watch']);
    });

    it('stays posted for the whole period, whatever is answered meanwhile', async () => {
      await community.act(matter, ['secretary', 'hear'], {
        outcome: 'heard',
        data: { heardOn: community.today, hearing: '十人到会陈述。' },
      });
      expect(await community.open(matter)).toEqual(['decide', 'decide', 'watch']);
      await community.act(matter, ['secretary', 'decide'], { outcome: 'reject', data: answered() });
      expect(await community.open(matter)).toEqual(['decide', 'respond', 'watch']);
      await community.pass(5);
      expect(await community.open(matter)).toContain('watch');
    });

    it('is not concluded before every objection is answered', async () => {
      await community.pass(2);
      const open = await community.open(matter);
      expect(open).not.toContain('watch');
      expect(open).not.toContain('conclude');
    });

    it('is looked at again by the township when the answer is not accepted, and goes back to the step concerned', async () => {
      await community.act(matter, ['director', 'respond'], { outcome: 'appeal', opinion: '要求镇上核票。' });
      const upheld = { outcome: 'uphold', opinion: '核票发现错误。', data: { reconsideration: '核票发现错误。' } };
      await community.refuse(matter, ['township', 'reconsider'], upheld, 'requirement.notMet');
      const data = { ...upheld.data, affectedStep: 'vote' };
      await community.act(matter, ['township', 'reconsider'], { ...upheld, data });
      expect(await community.open(matter)).toEqual(['decide']);

      await community.act(matter, ['secretary', 'decide'], { outcome: 'correct', data: answered() });

      expect(await community.open(matter)).toEqual(['convene']);
      expect(await community.instance(matter)).toMatchObject({ stage: 'resolution' });
      expect((await community.register(matter)).at(-1)).toBe('decisionNotice: upheld');
    });

    it('keeps each objection with its answer', async () => {
      const rows = await findRows(community, 'noticeObjections', { sort: ['id'] });
      // in the order of their answers: the later objection needed no hearing
      expect(rows.map((row) => [row.get('people'), row.get('content'), row.get('decision'), row.get('answer')])).toEqual([
        [null, '主任经手的报价偏高', 'upheld', '核票发现错误。'],
        [10, '票数统计有误', 'upheld', '见核实情况。'],
      ]);
    });

    it('is resolved and disclosed anew after that', async () => {
      await meet(community, matter, 'representatives');
      await disclose(community, matter);

      expect(await community.open(matter)).toEqual(['implement']);
      expect((await community.register(matter)).slice(-3)).toEqual([
        'decisionNotice: upheld',
        'resolution: passed',
        'decisionNotice: undisputed',
      ]);
    });

    it('and its works cannot have begun before the disclosure was over', async () => {
      const early = { outcome: 'progress', data: works(community, { startedOn: community.day(-1) }) };
      const said = await community.refuse(matter, ['lead', 'implement'], early, 'requirement.notMet');
      expect(said.zh).toContain('决议公开期满日');
    });
  });

  it('is posted again for the whole period when its notice was wrong', async () => {
    const matter = await community.start('路灯更换');
    await untilResolution(community, matter);
    await meet(community, matter, 'representatives');
    await post(community, matter);
    await community.act(matter, ['director', 'watch'], {
      outcome: 'objection',
      data: { objectionOn: community.today, objectionChannel: 'box', objectionText: '金额写错' },
    });
    await community.pass(3);
    const data = { answer: '金额更正。', answeredOn: community.today };
    await community.act(matter, ['secretary', 'decide'], { outcome: 'correct', data });
    expect(await community.open(matter)).toEqual(['prepare']);

    await post(community, matter);
    await community.pass(7);
    expect(await community.open(matter)).toEqual(['watch']);
    await community.pass(1);
    expect(await community.open(matter)).toEqual(['conclude']);
  });

  describe('to whose disclosure the supervision committee objects', () => {
    let matter: string;
    beforeAll(async () => {
      matter = await community.start('绿地围栏');
      await untilResolution(community, matter);
      await meet(community, matter, 'representatives');
      await post(community, matter);
      await community.pass(8);
      await community.act(matter, ['witness', 'conclude'], {
        outcome: 'objects',
        opinion: '没有张贴照片。',
        data: { supervisionOpinion: '没有张贴照片。' },
      });
    });

    it('gets an answer like anybody else', async () => {
      expect(await community.open(matter)).toEqual(['decide']);
      const data = { answer: '已补照片。', answeredOn: community.today };
      await community.act(matter, ['secretary', 'decide'], { outcome: 'reject', data });
      await community.act(matter, ['director', 'respond'], { outcome: 'accepted' });
    });

    it('and is asked for its opinion again', async () => {
      expect(await community.open(matter)).toEqual(['conclude']);
      await community.act(matter, ['witness', 'conclude'], { outcome: 'conforms', data: { supervisionOpinion: '已补。' } });
      expect((await community.register(matter)).at(-1)).toBe('decisionNotice: rejected');
    });
  });

  it('is answered by the township where it is against who would answer', async () => {
    const matter = await community.start('围墙修缮');
    await untilResolution(community, matter);
    await meet(community, matter, 'representatives');
    await post(community, matter);
    const data = {
      objectionOn: community.today,
      objectionChannel: 'letter',
      objectionText: '书记亲属承包',
      objectionAgainst: 'decider',
    };
    await community.act(matter, ['director', 'watch'], { outcome: 'objection', data });

    const act = { outcome: 'reject', data: { answer: '经核实，无此事。', answeredOn: community.today } };
    expect((await community.attempt(matter, ['secretary', 'decide'], act)).errors[0]?.code).toBe('task.notYours');
    await community.act(matter, ['township', 'decide'], act);
    expect(await community.open(matter)).toEqual(['watch']);
  });

  describe('whose costs change', () => {
    let matter: string;
    const go = (outcome: string, more: object) =>
      community.act(matter, ['lead', 'implement'], { outcome, data: works(community, { progress: [], ...more }) });
    beforeAll(async () => {
      matter = await community.start('文化广场');
      await untilWorks(community, matter);
    });

    it('goes on while they stay within ten per cent', async () => {
      await go('progress', { expectedAmount: 204600 });
      expect(await community.open(matter)).toEqual(['implement']);
    });

    it('needs a new resolution above that, and has to say why', async () => {
      const dear = { outcome: 'progress', data: works(community, { progress: [], expectedAmount: 204601 }) };
      const said = await community.refuse(matter, ['lead', 'implement'], dear, 'requirement.notMet');
      expect(said.zh).toContain('10%');

      await go('progress', { expectedAmount: 230000, changeNote: '地基加固' });
      expect(await community.instance(matter)).toMatchObject({ stage: 'resolution' });
    });

    it('goes on with the sum decided before when the change is not passed', async () => {
      await meet(community, matter, 'representatives', LOST);
      expect(await community.open(matter)).toEqual(['implement']);
      expect((await community.record(matter)).get('decidedAmount')).toBe(186000);
      expect((await community.register(matter)).at(-1)).toBe('change: notPassed');
    });

    it('goes on with the new sum when it is passed and disclosed', async () => {
      await community.act(matter, ['lead', 'implement'], {
        outcome: 'change',
        opinion: '地质条件变化。',
        data: works(community, { progress: [], expectedAmount: 230000, changeNote: '地基加固' }),
      });
      await meet(community, matter, 'representatives');
      await disclose(community, matter);

      expect((await community.record(matter)).get('decidedAmount')).toBe(230000);
      expect((await community.register(matter)).slice(-2)).toEqual(['change: passed', 'decisionNotice: undisputed']);
    });

    it('is not accepted with a final account above what was decided', async () => {
      const started = (await community.record(matter)).get('startedOn');
      await go('finish', { expectedAmount: 230000, startedOn: started, finishedOn: community.today });
      const accepted = { acceptedOn: community.today, finalAmount: 260000, acceptors: '王强', acceptanceOpinion: '合格' };

      const said = await community.refuse(
        matter,
        ['director', 'accept'],
        { outcome: 'accepted', data: accepted },
        'requirement.notMet',
      );

      expect(said.en).toContain('260000');
      await community.act(matter, ['director', 'accept'], { outcome: 'rework', opinion: '先办变更。' });
      expect(await community.open(matter)).toEqual(['implement']);
    });

    it('goes back to the works where the supervision committee goes on objecting to a matter of money', async () => {
      await go('finish', { expectedAmount: 230000, startedOn: (await community.record(matter)).get('startedOn'), finishedOn: community.today }); // prettier-ignore
      const accepted = { acceptedOn: community.today, finalAmount: 230000, acceptors: '王强', acceptanceOpinion: '合格' };
      await community.act(matter, ['director', 'accept'], { outcome: 'accepted', data: accepted });
      const data = { supervisionOpinion: '缺两张票据。' };
      await community.act(matter, ['witness', 'witness'], { outcome: 'objects', opinion: '缺票据。', data });
      await community.act(matter, ['director', 'reply'], { outcome: 'explained', data: { reply: '票据遗失。' } });
      await community.act(matter, ['witness', 'recheck'], {
        outcome: 'stands',
        opinion: '须补开。',
        data: { recheckOpinion: '须补开。' },
      });

      expect(await community.open(matter)).toEqual(['implement']);
      expect((await community.record(matter)).get('worksOpinion')).toBe('缺两张票据。');
    });
  });

  describe('whose secretary is also the director', () => {
    let matter: string;
    beforeAll(async () => {
      await community.appoint('secretary', 'committeeDirector');
      matter = await community.start('物业用房');
      await register(community, matter);
    });

    it('may have steps 1 and 2 in one meeting, with the reason recorded', async () => {
      const answer = await community.attempt(matter, ['secretary', 'merge'], { outcome: 'merge' });
      expect(answer.status).toBe(400);

      await community.act(matter, ['secretary', 'merge'], { outcome: 'merge', data: { mergeReason: '书记主任由一人担任' } });
      await meet(community, matter, 'twoCommittees');

      expect(await community.register(matter)).toEqual(['merged: passed']);
      expect(await community.instance(matter)).toMatchObject({ stage: 'review' });
      expect((await community.record(matter)).get('mergeReason')).toBe('书记主任由一人担任');
    });

    it('or both, if the secretary prefers', async () => {
      const other = await community.start('物业用房（分开）');
      await register(community, other);
      await community.act(other, ['secretary', 'merge'], { outcome: 'separate' });

      expect(await community.instance(other)).toMatchObject({ stage: 'proposal' });
    });
  });

  it('left every history whole', async () => {
    const broken = await community.brokenInvariants();
    expect(broken).toEqual([]);
  });
});
