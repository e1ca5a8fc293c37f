import { findRows, text } from '../rows';
import { Community } from '../__fixtures__/community';
import { accept, amend, disclose, held, meet, register, witness, works } from './__fixtures__/steps';

const MINUTE = 60_000;

/** Eight people: 书记, 主任, 组织委员, 监督委员, 镇审核, 实施负责人, 档案员, 督查. */
describe('a matter on its whole way through four deliberations and two disclosures', () => {
  let community: Community;
  let matter: string;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    matter = await community.start('停车位改造');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  it('is looked at by the township first, because of its class and its sum', async () => {
    await register(community, matter);

    expect(await community.open(matter)).toEqual(['convene']);
    expect((await community.instance(matter)).variables['classification']).toEqual({
      route: 'precheck',
      body: 'representatives',
      financial: true,
      reviewers: 'townshipReviewer',
    });
  });

  it('opens no step before the one before it is complete', async () => {
    await meet(community, matter, 'partyCommittee');

    expect(await community.register(matter)).toEqual(['proposal: passed']);
    expect(await community.instance(matter)).toMatchObject({ stage: 'consultation' });
    await meet(community, matter, 'twoCommittees');
    expect(await community.instance(matter)).toMatchObject({ stage: 'review' });
  });

  it('is reviewed by the Party members, of whom more than half of all must agree', async () => {
    await meet(community, matter, 'partyMembers');
    await amend(community, matter);

    const row = await community.row('deliberationSteps', { step: 'review' });
    expect(text(row, 'sentence')).toBe('应到 15 人，实到 12 人，达到三分之二；赞成 10 人，超过应到半数，通过');
    expect(text(row, 'sentenceEn')).toMatch(/^15 due, 12 present/);
  });

  it('is on the supervisor’s board at its stage, with who holds the called meeting', async () => {
    const board = await (await community.as('supervisor')).get<{ rows: Record<string, unknown>[] }>('bpmnSupervision:board');

    expect(board.data.rows).toHaveLength(1);
    expect(board.data.rows[0]).toMatchObject({
      instanceId: matter,
      title: '停车位改造',
      stageKey: 'resolution',
      holders: ['锦苑社区居委会主任'],
    });
    expect(board.data.rows[0]?.['deadline']).not.toBeNull();
  });

  it('shows in the inbox under a title that names matter and step, and leads back to it', async () => {
    const director = await community.as('director');
    const inbox = await director.get<{ rows: { title: string; taskId: string; elementName: string }[] }>('bpmnTasks:inbox', {
      params: { tab: 'todo' },
    });
    const tracked = await (
      await community.as('supervisor')
    ).get<{ waiting: { instanceId: string }[] }>('bpmnInstances:track', {
      params: { filterByTk: matter },
    });

    expect(inbox.data.rows).toMatchObject([{ title: '停车位改造：四议 居民（代表）会议决议', elementName: '召集会议' }]);
    expect(tracked.data.waiting).toMatchObject([
      { kind: 'call', elementName: '四议：居民（代表）会议决议', people: [{ name: '王强' }] },
    ]);
    const called = await director.get('bpmnInstances:track', { params: { filterByTk: tracked.data.waiting[0]?.instanceId } });
    expect(called.data).toMatchObject({ instance: { caller: { instanceId: matter, title: '停车位改造' } } });
  });

  it('is named in English where the reader reads English: by the matter and what the step is called', async () => {
    const director = await community.as('director');
    const params = { tab: 'todo' };
    const inbox = await director.get<{ rows: { title: string }[] }>('bpmnTasks:inbox', { params, locale: 'en-US' });
    const tracked = await (
      await community.as('supervisor')
    ).get<{ waiting: { title: string }[] }>('bpmnInstances:track', { params: { filterByTk: matter }, locale: 'en-US' });

    expect(inbox.data.rows.map(({ title }) => title)).toEqual(['停车位改造: 4 Residents resolve']);
    expect(tracked.data.waiting).toMatchObject([{ title: '停车位改造: 4 Residents resolve' }]);
  });

  it('is resolved, disclosed for the whole period, carried out and accepted', async () => {
    await meet(community, matter, 'representatives');
    expect((await community.record(matter)).get('decidedAmount')).toBe(186000);
    const [decision] = await findRows(community, 'notices', {});
    for (const part of ['预算金额（元）：186000，资金来源：公共收益', '赞成 31，反对 5，弃权 2。', '监督意见：程序合规。'])
      expect(text(decision!, 'content')).toContain(part);
    await disclose(community, matter);
    await community.act(matter, ['lead', 'implement'], { outcome: 'progress', data: works(community) });
    expect(await community.open(matter)).toEqual(['implement']);

    await community.pass(30);
    await community.act(matter, ['lead', 'implement'], {
      outcome: 'finish',
      data: { expectedAmount: 190000, contractor: '安康某建设公司', startedOn: community.day(-30), finishedOn: community.today },
    });
    await accept(community, matter, 189500);
    expect(await community.open(matter)).toEqual(['prepare']);
  });

  it('discloses how many were for, against and abstaining, the budget, who built it and what the supervisors said', async () => {
    const texts = (await findRows(community, 'notices', { sort: ['id'] })).map((row) => text(row, 'content'));
    expect(texts[0]).toBe('停车位改造决议。'); // as the director wrote it at the end
    const [, result = ''] = texts;
    for (const part of ['实施单位：安康某建设公司', '决算（元）：189500', '验收人员：王强、张丽', '监督意见：决算与票据一致。'])
      expect(result).toContain(part);
  });

  it('ends with the disclosure of the result, the residents’ assessment and the archive', async () => {
    await disclose(community, matter);
    await community.act(matter, ['secretary', 'assess'], {
      outcome: 'assessed',
      data: { assessedOn: community.today, satisfied: 36, partlySatisfied: 4, dissatisfied: 1 },
    });
    await community.act(matter, ['archivist', 'archive'], {
      outcome: 'archived',
      data: { archivedItems: ['documents', 'minutes', 'notices'], archiveNumber: 'SY-2026-001', archivedOn: community.today },
    });

    expect(await community.instance(matter)).toMatchObject({ status: 'completed', stage: 'archive' });
    expect(await community.register(matter)).toEqual([
      'proposal: passed',
      'consultation: passed',
      'review: passed',
      'resolution: passed',
      'decisionNotice: undisputed',
      'resultNotice: undisputed',
    ]);
  });

  describe('refuses', () => {
    let other: string;
    beforeAll(async () => {
      other = await community.start('又一件');
      await register(community, other);
      await meet(community, other, 'partyCommittee');
      await community.act(other, ['secretary', 'convene'], {
        outcome: 'called',
        data: { plannedOn: community.day(1), venue: '会议室', agenda: '方案' },
      });
    });
    const record = (more: object) => ({ outcome: 'recorded', data: { ...held(community, 'twoCommittees'), ...more } });

    it('a meeting with a date before the step that comes first', async () => {
      const said = await community.refuse(
        other,
        ['organiser', 'hold'],
        record({ heldOn: community.day(-1) }),
        'tally.heldTooEarly',
      );

      expect(said.zh).toContain(`会议日期 ${community.day(-1)} 早于上一步`);
      expect(said.en).toContain(community.today);
    });

    it('a meeting that lies in the future', async () => {
      await community.refuse(other, ['organiser', 'hold'], record({ heldOn: community.day(1) }), 'tally.heldTooLate');
    });

    it.each([
      ['votes that do not add up to those present', { approve: 9 }, 'tally.countsRefused'],
      ['more present than entitled', { present: 10, approve: 9 }, 'tally.countsRefused'],
      ['a record without the sheet that those present signed', { evidence: ['minutesPaper'] }, 'requirement.notMet'],
      ['an oral vote where views differ', { voteMode: 'oral' }, 'requirement.notMet'],
    ])('%s', async (_, more, code) => {
      await community.refuse(other, ['organiser', 'hold'], record(more), code);
    });

    it('a step of somebody who has nothing to do with it', async () => {
      const answer = await community.attempt(other, ['archivist', 'hold'], record({}));
      expect(answer).toMatchObject({ status: 403, errors: [{ code: 'task.notYours' }] });
    });

    it('a review for which the plan was not given in time', async () => {
      await community.act(other, ['organiser', 'hold'], record({}));
      await witness(community, other);
      await community.act(other, ['secretary', 'convene'], {
        outcome: 'called',
        data: { plannedOn: community.day(3), venue: '会议室', agenda: '方案', textsSentOn: community.today },
      });
      await community.pass(2);
      const early = { outcome: 'recorded', data: held(community, 'partyMembers') };

      const said = await community.refuse(other, ['organiser', 'hold'], early, 'requirement.notMet');

      expect(said.zh).toContain('不足 3 天');
      await community.pass(1);
      await community.act(other, ['organiser', 'hold'], { outcome: 'recorded', data: held(community, 'partyMembers') });
    });

    it.each(['meeting', 'notice'])('to be started as a mere %s, by anybody', async (processKey) => {
      for (const who of ['secretary', 'manager']) {
        const answer = await (await community.as(who)).post('bpmnInstances:start', { data: { processKey, title: '会' } });
        expect(answer).toMatchObject({ status: 403, errors: [{ code: 'process.calledOnly' }] });
        const startable = await (await community.as(who)).get<{ key: string }[]>('bpmnProcesses:startable');
        expect(startable.data.map(({ key }) => key)).not.toContain(processKey);
      }
    });

    it.each([
      ['4y.party.attend', '1/3'],
      ['4y.party.pass', '1/3'],
      ['meet.representatives.quorum', '1/2'],
    ])('a threshold %s below its statutory limit, in both languages', async (key, value) => {
      const manager = await community.as('manager');
      const order = { params: { filterByTk: key }, data: { value, reason: '试试' } };
      const said = await Promise.all(
        (['zh-CN', 'en-US'] as const).map((locale) => manager.post('bpmnParameters:set', { ...order, locale })),
      );

      for (const { status, errors } of said)
        expect({ status, code: errors[0]?.code }).toEqual({ status: 409, code: 'parameter.beyondStatutoryLimit' });
      expect(said[0]?.errors[0]?.message).toMatch(/法定/);
      expect(said[1]?.errors[0]?.message).not.toMatch(/\p{Script=Han}|undefined|\{\{/u);
    });
  });

  it('warns that seven days between the steps do not fit into twenty in all', async () => {
    const manager = await community.as('manager');
    const reach = await manager.get<{ contradictions: { text: string }[] }>('bpmnParameters:reach', {
      params: { filterByTk: '4y.step_gap_days', value: '7' },
    });

    expect(reach.data.contradictions).toMatchObject([
      { processName: '四议两公开', text: expect.stringContaining('三次间隔超过全程总期限') },
    ]);
  });
});
