import { textOfDocx } from '@wuxin/test';
import { Community } from '../__fixtures__/community';
import { findRows, text } from '../rows';
import { archive } from '../__fixtures__/archive';
import { Corrections } from './__fixtures__/corrections';
import { plan, planOf, rateAll, reportAndRate, reportOf, reviewed, sheet, start, TOWNSHIP, write } from './__fixtures__/round';

const { organiser, chair, raters } = TOWNSHIP;

/** A township appraises its community secretaries. */
describe('the appraisal of a township', () => {
  let community: Community;
  let round: string;
  beforeAll(async () => {
    community = await Community.open('2026-11-16');
  }, 300_000);
  afterAll(() => community?.close());

  const rows = async (collection: string, foreignKey: string, instanceId = round) => {
    const { recordId } = await community.instance(instanceId);
    return findRows(community, collection, { filter: { [foreignKey]: recordId }, sort: ['id'] });
  };

  const document = async (instanceId: string, key: string): Promise<string> => {
    const { status, content } = await (
      await community.as('secretary')
    ).file(`/api/bpmnInstances:document?filterByTk=${instanceId}&document=${key}`);
    expect(status).toBe(200);
    return textOfDocx(content);
  };

  describe('has a plan', () => {
    const refusedPlan = async (more: Readonly<Record<string, unknown>>, part: string) => {
      const data = await planOf(community, TOWNSHIP, { ...more });
      const said = await community.refuse(round, [organiser, 'plan'], { outcome: 'submit', data }, 'requirement.notMet');
      expect(said.zh).toContain(part);
    };
    const ratees = async (...names: string[]) => ({
      ratees: await Promise.all(names.map(async (name) => ({ place: Number(await community.placeId(name)) }))),
    });
    const people = async (...names: string[]) => ({
      raters: await Promise.all(names.map(async (name) => ({ person: await community.userId(name), capacity: 'member' }))),
    });
    beforeAll(async () => {
      round = await start(community, TOWNSHIP);
    });

    it('which is not for a community to hold', async () => {
      const data = { processKey: 'reportAppraisal', title: '述职', placeId: await community.placeId('锦苑社区') };
      const client = await community.as(organiser);
      const zh = await client.post('bpmnInstances:start', { data });
      const en = await client.post('bpmnInstances:start', { data, locale: 'en-US' });
      expect([zh, en].map(({ status, errors }) => [status, errors[0]?.code])).toEqual([
        [400, 'requirement.notMet'],
        [400, 'requirement.notMet'],
      ]);
      expect(en.errors[0]?.message).toContain('township');
    });

    it('for each place once, of the next level, within the township', async () => {
      await refusedPlan(await ratees('锦苑社区', '锦苑社区'), '每个单位一次');
      await refusedPlan(await ratees('汉滨区'), '下一级');
    });

    it('with enough raters, each once', async () => {
      await refusedPlan(await people('director', 'witness', 'organiser', 'lead'), '至少要有 5 人');
      await refusedPlan(await people('director', 'witness', 'organiser', 'lead', 'lead'), '重复');
    });

    it('in the season, reports before the meeting', async () => {
      await refusedPlan({ meetingOn: '2027-02-01' }, '11-01 至 01-31');
      await refusedPlan({ reportDueOn: community.day(15) }, '之前报送');
    });

    it('which the secretary returns or agrees to', async () => {
      const data = await planOf(community, TOWNSHIP);
      await community.act(round, [organiser, 'plan'], { outcome: 'submit', data });
      await community.act(round, [chair, 'approve'], { outcome: 'return', opinion: '补充群众代表' });
      await plan(community, round, TOWNSHIP);

      expect(await community.open(round)).toEqual(['write', 'write', 'write']);
    });
  });

  describe('takes a report', () => {
    const submit = (more: Readonly<Record<string, unknown>>) => ({ outcome: 'submit', data: reportOf(more) });

    it('not over its limit: refused with the numbers, in both languages', async () => {
      const said = await community.refuse(
        round,
        ['secretary', 'write'],
        submit({ reportWork: '工'.repeat(2301) }),
        'requirement.notMet',
      );
      expect(said.zh).toContain('3001 字，超过 3000 字');
      expect(said.en).toContain('3001 characters; 3000 are allowed');
    });

    it('only when problems take a third of it', async () => {
      const said = await community.refuse(
        round,
        ['secretary', 'write'],
        submit({ reportProblems: '问'.repeat(424) }),
        'requirement.notMet',
      );
      expect(said.zh).toContain('问题部分 424 字，不足全文 1274 字的 1/3');
    });

    it('only with figures that can be', async () => {
      await community.refuse(round, ['secretary', 'write'], submit({ orgBuilt: 5 }), 'requirement.notMet');
      await community.refuse(round, ['secretary', 'write'], submit({ zeroJobHouseholds: 201 }), 'requirement.notMet');
    });

    it('from the secretary whom it is about, and nobody else', async () => {
      const answer = await community.attempt(round, ['director', 'write'], submit({}));
      expect(answer.errors[0]).toMatchObject({ code: 'task.notYours' });
    });

    it('and scores the evidence', async () => {
      await write(community, round, 'secretary', {
        orgBuilt: 3,
        fundService: 40000,
        fundOffice: 25000,
        zeroJobHouseholds: 20,
        premises: ['partyOffice', 'library', 'square'],
      });

      const record = await community.row('secretaryReports', { placeId: await community.placeId('锦苑社区') });
      expect(
        ['words', 'orgScore', 'fundScore', 'covenantScore', 'jobScore', 'premisesScore'].map((name) => record.get(name)),
      ).toEqual([1300, 75, 93, 100, 90, 50]);
    });

    it('back from the review to be changed', async () => {
      await community.act(round, [organiser, 'prereview'], { outcome: 'return', opinion: '经费数据与台账不符' });
      expect(await community.open(round)).toEqual(['write', 'write', 'write']);
      await write(community, round, 'secretary');
      await community.act(round, [organiser, 'prereview'], reviewed(community));
      expect(await community.open(round)).toEqual(['present', 'write', 'write']);
    });

    it('to the meeting and its comment, with a score that can be', async () => {
      const score = { outcome: 'done', data: { comment: '好', superiorScore: 101 } };
      const data = { heldOn: community.today, venue: '会议室', attendance: 30, questions: '无' };
      await community.refuse(
        round,
        [organiser, 'present'],
        { outcome: 'held', data: { ...data, heldOn: community.day(1) } },
        'requirement.notMet',
      );
      await community.act(round, [organiser, 'present'], { outcome: 'held', data });
      await community.refuse(round, [chair, 'comment'], score, 'requirement.notMet');
      await community.act(round, [chair, 'comment'], { ...score, data: { comment: '好', superiorScore: 95 } });
    });
  });

  describe('has a rating', () => {
    it('that asks every rater but the secretary whom it is about', async () => {
      expect((await community.open(round)).filter((element) => element === 'rate')).toHaveLength(raters.length - 1);
    });

    it.each([
      ['zh-CN', '被测评人不能测评自己'],
      ['en-US', 'Nobody rates themselves'],
    ] as const)('that refuses a rater who rates himself, in %s', async (locale, message) => {
      const answer = await community.attempt(round, ['secretary', 'rate'], sheet('good'), locale);

      expect(answer).toMatchObject({ status: 403, errors: [{ code: 'rating.self', message }] });
    });

    it.each([
      ['zh-CN', '测评票保密'],
      ['en-US', 'Rating sheets are confidential'],
    ] as const)('that refuses a rating sheet opened by an administrator, in %s', async (locale, beginning) => {
      const task = await community.row('bpmnTasks', { elementId: 'rate', status: 'open' });
      const params = { filterByTk: text(task, 'id') };

      const answer = await (await community.as('manager')).get('bpmnTasks:open', { params, locale });

      expect(answer).toMatchObject({ status: 403, errors: [{ code: 'rating.confidential' }] });
      expect(answer.errors[0]?.message).toContain(beginning);
    });

    it('that says nothing but who is missing while too few are in, and goes on for these', async () => {
      await rateAll(community, round, ['director', 'witness', 'organiser', 'lead'], 'good');
      await community.pass(5);
      expect(await community.open(round)).toEqual(['again', 'write', 'write']);
      expect(await rows('secretaryRatings', 'reportId', await reportCase())).toEqual([]);

      const extraRaters = [{ person: await community.userId('hs-witness'), capacity: 'resident' }];
      await community.act(round, [organiser, 'again'], { outcome: 'again', data: { extraRaters } });

      expect((await community.open(round)).filter((element) => element === 'rate')).toHaveLength(3);
    });

    it('whose sums are kept by item, and make the score', async () => {
      await rateAll(community, round, ['archivist', 'hs-director'], 'fairlyGood');
      await rateAll(community, round, ['hs-witness'], 'fair');

      const sums = await rows('secretaryRatings', 'reportId', await reportCase());
      expect(sums.map((row) => ['item', 'good', 'fairlyGood', 'fair', 'poor'].map((name) => row.get(name)))).toContainEqual([
        'rateOverall',
        4,
        2,
        1,
        0,
      ]);
      expect(sums).toHaveLength(5);
      const [result] = await rows('appraisalResults', 'roundId');
      // (4 × 100 + 2 × 85 + 70) / 7 = 91; evidence (100 + 100 + 100 + 98 + 100) / 5 = 99; 0.4 × 91 + 0.3 × 95 + 0.3 × 99 = 94.6
      expect(
        ['sheets', 'ratingScore', 'superiorScore', 'dailyScore', 'score', 'suggested'].map((name) => result?.get(name)),
      ).toEqual([7, 91, 95, 99, 94, 'good']);
    });

    const reportCase = async () =>
      text(await community.row('bpmnInstances', { parentInstanceId: round, placeName: '锦苑社区' }), 'id');
  });

  describe('has grades', () => {
    const study = (results: readonly object[]) => ({
      outcome: 'decided',
      data: { gradedOn: community.today, gradeMinutes: '集体研究。', results },
    });
    const graded = async (...grades: [grade: string, reason?: string][]) =>
      (await rows('appraisalResults', 'roundId')).map((row, index) => ({
        id: row.get('id'),
        grade: grades[index]?.[0],
        reason: grades[index]?.[1] ?? null,
      }));
    beforeAll(async () => {
      await reportAndRate(community, round, TOWNSHIP, { secretary: 'hs-secretary', choice: 'good', superiorScore: 95 });
      const report = { fundParty: 15000, covenant: 'none', zeroJobHouseholds: 120, premises: ['partyOffice'], orgBuilt: 2 };
      await reportAndRate(community, round, TOWNSHIP, {
        secretary: 'xl-secretary',
        choice: 'fair',
        superiorScore: 70,
        report,
        review: { vetoItems: ['disorder'] },
      });
    });

    it('that are suggested by score and veto', async () => {
      const found = (await rows('appraisalResults', 'roundId')).map((row) => [row.get('suggested'), row.get('vetoes')]);
      expect(found).toEqual([
        ['good', 0],
        ['good', 0],
        ['fair', 1],
      ]);
    });

    it('not all of which may be “good”', async () => {
      const said = await community.refuse(
        round,
        [chair, 'study'],
        study(await graded(['good'], ['good'], ['fair'])),
        'requirement.notMet',
      );
      expect(said.zh).toBe('“好”的比例不能超过 40%：3 名中有 2 名。');
    });

    it('that a veto item keeps down', async () => {
      const results = await graded(['good'], ['fairlyGood', '统筹平衡'], ['fairlyGood', '进步明显']);
      expect((await community.refuse(round, [chair, 'study'], study(results), 'requirement.notMet')).zh).toContain('否决');
    });

    it('that differ from what is suggested only with a reason', async () => {
      const results = await graded(['good'], ['fairlyGood'], ['fair']);
      expect((await community.refuse(round, [chair, 'study'], study(results), 'requirement.notMet')).zh).toContain('理由');

      await community.act(round, [chair, 'study'], study(await graded(['good'], ['fair', '材料报送迟'], ['fair'])));
      const announced = { announcedOn: community.today, announcedBy: ['party', 'board'], redaction: 'none' };
      await community.act(round, [organiser, 'announce'], { outcome: 'announced', data: announced });

      expect(await community.open(round)).toEqual(['feedback', 'feedback', 'feedback']);
    });
  });

  describe('is followed', () => {
    let corrections: Corrections;
    beforeAll(async () => {
      corrections = new Corrections(community, () => round, organiser);
      for (let count = 0; count < 3; count += 1)
        await community.act(round, [organiser, 'feedback'], { outcome: 'sent', data: { feedback: '就业台账不全。' } });
    });

    const hearing = ['county-secretary', 'hear'] as const;
    const items = (column: object) => corrections.items(column);

    it('by corrections alone for a good grade', async () => {
      await community.act(round, ['secretary', 'receive'], { outcome: 'accept' });
      expect(await community.open(round)).toEqual(['list', 'receive', 'receive']);
      await corrections.close('secretary');
    });

    it('and has its papers: the report with its figures, the list with what was done', async () => {
      const [report, list] = ['secretaryReport', 'rectification'].map(async (processKey) =>
        text(await community.row('bpmnInstances', { processKey, placeName: '锦苑社区' }), 'id'),
      );

      const printed = await document(await report!, 'report');
      for (const part of ['抓基层党建工作述职报告', '陈敏', '应建 4 个，已建 4 个', '50,000 元', '☑图书室', '共 1300 字'])
        expect(printed).toContain(part);
      for (const item of ['组织体系建设', '综合评价', '测评']) expect(printed).not.toContain(item);
      const listed = await document(await list!, 'list');
      for (const part of ['整改清单', '述职评议考核反馈意见', '台账不全', '逐户核实', '已核实', '已整改'])
        expect(listed).toContain(part);
    });

    it('by a complaint that is heard one level above whoever appraised, and may change the grade', async () => {
      const bare = { outcome: 'complain', opinion: '有异议' };
      await community.refuse(round, ['hs-secretary', 'receive'], bare, 'requirement.notMet');
      await community.act(round, ['hs-secretary', 'receive'], { ...bare, data: { complaint: '材料按期报送。' } });
      const change = { outcome: 'change', opinion: '经查属实', data: { hearing: '材料确已按期报送。' } };
      expect((await community.attempt(round, [chair, 'hear'], change)).errors[0]).toMatchObject({ code: 'task.notYours' });
      await community.refuse(round, hearing, change, 'requirement.notMet');
      const to = (newGrade: string) => ({ ...change, data: { ...change.data, newGrade } });
      const capped = await community.refuse(round, hearing, to('good'), 'requirement.notMet');
      expect(capped.zh).toBe('“好”的比例不能超过 40%：3 名中改后有 2 名。');
      expect(capped.en).toContain('2 of 3');
      expect((await community.refuse(round, hearing, to('fair'), 'requirement.notMet')).zh).toContain('维持等次');
      await community.act(round, hearing, to('fairlyGood'));
      await corrections.close('hs-secretary');
    });

    it('whose results show the new grade at once, with the one before, and say both in the history', async () => {
      expect(await corrections.grades()).toEqual([
        ['good', null, null],
        ['fairlyGood', 'fair', community.today],
        ['fair', null, null],
      ]);
      expect((await community.row('appraisalFollowUps', { gradeBefore: 'fair' })).get('grade')).toBe('fairlyGood');
      const said = await findRows(community, 'bpmnHistory', { filter: { kind: 'activityDecided', elementId: 'keepInRound' } });
      expect(JSON.stringify(said.map((row) => row.get('data')))).toContain('等次由“一般”改为“较好”。');
    });

    it('by a complaint that a veto item limits, and whose decision may be taken back whole', async () => {
      const complaint = { outcome: 'complain', opinion: '有异议', data: { complaint: '扣分过重。' } };
      await community.act(round, ['xl-secretary', 'receive'], complaint);
      const heard = (outcome: string, newGrade: string | null) => ({
        outcome,
        opinion: '经查',
        data: { hearing: '经查。', newGrade },
      });
      const said = await community.refuse(round, hearing, heard('change', 'fairlyGood'), 'requirement.notMet');
      expect(said.zh).toContain('一票否决');

      await community.act(round, hearing, heard('change', 'poor'));
      expect((await corrections.grades())[2]).toEqual(['poor', 'fair', community.today]);
      const [called] = await findRows(community, 'bpmnInstances', {
        filter: { processKey: 'appraisalFollowUp', placeName: '新岭社区' },
      });
      expect((await community.withdraw(text(called!, 'id'), 'county-secretary')).status).toBe(200);
      expect((await corrections.grades())[2]).toEqual(['fair', null, null]);

      await community.act(round, hearing, heard('maintain', null));
      expect((await corrections.grades())[2]).toEqual(['fair', null, null]);
    });

    it('by an interview and a published list for “fair”, with days that count', async () => {
      expect(await community.open(round)).toEqual(['interview']);
      const talk = (interviewOn: string) => ({ outcome: 'done', data: { interviewOn, interviewNote: '限期整改。' } });
      await community.refuse(round, [chair, 'interview'], talk(community.day(1)), 'requirement.notMet');
      await community.act(round, [chair, 'interview'], talk(community.today));
      expect((await community.refuse(round, ['xl-secretary', 'list'], corrections.list(91), 'requirement.notMet')).zh).toContain(
        '90 天',
      );
      await community.refuse(round, ['xl-secretary', 'list'], corrections.list(-1), 'requirement.notMet');
      await corrections.begin('xl-secretary', 20);
    });

    it('by more time once', async () => {
      const ask = (days: number) => ({
        outcome: 'extend',
        opinion: '外出务工人员未返乡',
        data: { extendedTo: community.day(days) },
      });
      await community.refuse(round, ['xl-secretary', 'correct'], ask(5), 'requirement.notMet');
      await community.act(round, ['xl-secretary', 'correct'], ask(40));
      await community.act(round, [organiser, 'decideExtension'], { outcome: 'grant', data: {} });
      const said = await community.refuse(round, ['xl-secretary', 'correct'], ask(60), 'requirement.notMet');
      expect(said.zh).toContain('只能申请一次');
    });

    it('by a reminder before the day and word to who supervises on it', async () => {
      await community.pass(38);
      expect((await community.messages('xl-secretary')).join()).toContain('落实整改');
      await community.pass(3);
      expect((await community.messages(organiser)).join()).toMatch(/超期|逾期/);
    });

    it('by notice, interview and a decision of people when it is not corrected', async () => {
      await community.refuse(round, ['xl-secretary', 'correct'], { outcome: 'finish', data: {} }, 'requirement.notMet');
      const finish = async () => ({
        outcome: 'finish',
        data: { items: await items({ progress: '部分核实', doneOn: community.today }) },
      });
      await community.act(round, ['xl-secretary', 'correct'], await finish());
      const found = async (result: string) => ({
        recheckedOn: community.today,
        recheckNote: '仍有 20 户未核实',
        items: await items({ result }),
      });
      await community.refuse(
        round,
        [organiser, 'recheck'],
        { outcome: 'closed', data: await found('open') },
        'requirement.notMet',
      );
      await community.act(round, [organiser, 'recheck'], { outcome: 'open', opinion: '未到位', data: await found('open') });
      await community.act(round, [organiser, 'notify'], {
        outcome: 'done',
        data: { noticedOn: community.today, noticeText: '整改未到位，予以通报。' },
      });
      // after the notice: the interview of the list, not that of the grade
      await community.act(round, [chair, 'interview'], {
        outcome: 'done',
        data: { interviewOn: community.today, interviewNote: '限十日。' },
      });
      await community.refuse(
        round,
        [chair, 'decide'],
        { outcome: 'again', data: { proposalText: '继续整改', extendedTo: community.day(0) } },
        'requirement.notMet',
      );
      await community.act(round, [chair, 'decide'], {
        outcome: 'again',
        data: { proposalText: '继续整改', extendedTo: community.day(10) },
      });
      await community.act(round, ['xl-secretary', 'correct'], await finish());
      await community.act(round, [organiser, 'recheck'], { outcome: 'closed', data: await found('closed') });

      expect(await community.open(round)).toEqual(['use']);
    });

    it('and the round says what came of each', async () => {
      const found = (await rows('appraisalOutcomes', 'roundId')).map((row) =>
        ['grade', 'complained', 'interviewed', 'rectification', 'proposed'].map((name) => row.get(name)),
      );
      expect(found).toEqual([
        ['good', 'no', 'no', 'closed', 'no'],
        ['fairlyGood', 'yes', 'no', 'closed', 'no'],
        ['fair', 'yes', 'yes', 'closed', 'no'],
      ]);
      const data = { usedOn: community.today, useNote: '作为年度考核依据。' };
      await community.act(round, [organiser, 'use'], { outcome: 'done', data });
      await archive(community, round, organiser, 'SZ-2026-01');
      expect((await community.row('archives', { archiveNumber: 'SZ-2026-01' })).get('retention')).toBe('permanent');
      expect(await community.instance(round)).toMatchObject({ status: 'completed', stage: 'use' });
    });

    it('with nothing broken', async () => {
      expect(await community.brokenInvariants()).toEqual([]);
    });
  });
});
