import { textOfDocx } from '@wuxin/test';
import { Community } from '../__fixtures__/community';
import {
  calculationsOf,
  fieldsOf,
  implemented,
  implement,
  measure,
  numbers,
  ORGANISER,
  propose,
  replied,
  reply,
  SECRETARY,
  start,
  study,
} from './__fixtures__/site';

const MINUTE = 60_000;

/** P02: which Party organisation a site gets. */
describe('the Party-organisation setting of a site', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02', ['02-party', '05', 'demo']);
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  describe('is calculated', () => {
    it.each([
      ['no member', { households: 1200, population: 4000, formalMembers: 0 }, 'instructor', 'none', 'noMember'],
      ['too few members', { households: 1200, population: 4000, formalMembers: 2 }, 'attached', 'none', 'fewMembers'],
      ['a large site', { households: 1000, population: 4000, formalMembers: 3 }, 'independent', 'own', 'large'],
      ['a medium site', { households: 999, population: 4000, formalMembers: 3 }, 'integrated', 'withNeighbours', 'medium'],
      [
        'a medium site that merges',
        { households: 300, population: 1000, formalMembers: 3, mergesVillage: 'yes' },
        'converted',
        'mergedVillage',
        'mediumMerged',
      ],
      ['a small site', { households: 299, population: 1000, formalMembers: 3 }, 'group', 'none', 'small'],
    ])('for %s', async (_, more, organisation, communityOf, rule) => {
      const setting = await start(community);

      await measure(community, setting, { probationaryMembers: 0, ...more });

      expect(await community.open(setting)).toEqual(['propose']);
      expect(await fieldsOf(community, setting, 'suggestion', 'community', 'tableVersion', 'calculatedOn')).toEqual([
        organisation,
        communityOf,
        1,
        community.today,
      ]);
      expect((await community.instance(setting)).variables).toMatchObject({ partyOrganisationRules: [rule] });
    });

    it('from formal members only, as the national rule counts', async () => {
      const setting = await start(community);

      await measure(community, setting, { formalMembers: 2, probationaryMembers: 5 });

      expect(await fieldsOf(community, setting, 'countedMembers', 'suggestion')).toEqual([2, 'attached']);
    });

    it.each([
      ['a negative number', { formalMembers: -1 }, 'task.invalidData'],
      ['no households', { households: 0 }, 'task.invalidData'],
      ['a number that is none', { population: 'many' }, 'task.invalidData'],
      ['a missing number', { probationaryMembers: null }, 'task.invalidData'],
      ['more members than people', { population: 430, formalMembers: 430, probationaryMembers: 1 }, 'requirement.notMet'],
      ['more households than people', { households: 2000 }, 'requirement.notMet'],
    ])('not from %s', async (_, more, code) => {
      const setting = await start(community);
      await community.refuse(setting, [ORGANISER, 'measure'], { outcome: 'done', data: numbers(more) }, code);
    });
  });

  describe('is decided', () => {
    let setting: string;
    beforeEach(async () => {
      setting = await start(community);
      await measure(community, setting);
    });
    const refuseStudy = async (outcome: string, data: object) =>
      (
        await community.refuse(
          setting,
          [SECRETARY, 'study'],
          { outcome, data: { ...data }, opinion: '见会议记录' },
          'requirement.notMet',
        )
      ).zh;

    it('as calculated, and the calculation, the version of the table and the reply are kept', async () => {
      await propose(community, setting);
      await study(community, setting);
      await reply(community, setting);
      await implement(community, setting);

      expect(await fieldsOf(community, setting, 'decided', 'resultThen', 'decidedAs', 'tableVersion')).toEqual([
        'integrated',
        'integrated',
        null,
        1,
      ]);
      expect(await community.instance(setting)).toMatchObject({ status: 'running', stage: 'recheck' });
      expect(await community.open(setting)).toEqual([]);
    });

    it('otherwise by the township only with a reason and with something else', async () => {
      await propose(community, setting);
      const data = { studiedOn: community.today, decidedAs: 'independent' };
      const unexplained = await community.attempt(setting, [SECRETARY, 'study'], { outcome: 'override', data });
      expect(unexplained.errors[0]?.code).toBe('task.opinionMissing');
      expect(await refuseStudy('override', { studiedOn: community.today })).toContain('另定为');
      expect(await refuseStudy('override', { ...data, decidedAs: 'integrated' })).toContain('另定为');
      expect(await refuseStudy('approve', data)).toContain('不能按测算结果批复');

      await community.act(setting, [SECRETARY, 'study'], { outcome: 'override', data, opinion: '两年内还要迁入 600 户' });

      expect(await fieldsOf(community, setting, 'suggestion', 'decided', 'resultThen')).toEqual([
        'integrated',
        'independent',
        'integrated',
      ]);
    });

    it('on a day between the calculation and today', async () => {
      await propose(community, setting);
      expect(await refuseStudy('approve', {})).toContain('研究日期');
      expect(await refuseStudy('approve', { studiedOn: community.day(1) })).toContain(community.day(1));
      expect(await refuseStudy('approve', { studiedOn: community.day(-1) })).toContain(community.day(-1));
    });

    it('after the proposal came back to be made again', async () => {
      await propose(community, setting);
      const silent = await community.attempt(setting, [SECRETARY, 'study'], { outcome: 'return' });
      expect(silent.errors[0]?.code).toBe('task.opinionMissing');

      await community.act(setting, [SECRETARY, 'study'], { outcome: 'return', opinion: '请说明周边原居民意见' });

      expect(await community.open(setting)).toEqual(['propose']);
      expect(await fieldsOf(community, setting, 'decided')).toEqual([null]);
    });

    it.each([
      ['who proposes', ORGANISER, 'propose'],
      ['the Party committee', SECRETARY, 'study'],
    ])('on other numbers where %s disputes them', async (_, who, step) => {
      if (step === 'study') await propose(community, setting);
      await community.act(setting, [who, step], { outcome: 'dispute', opinion: '户数与台账不符' });
      expect(await community.open(setting)).toEqual(['measure']);

      await measure(community, setting, { households: 250, population: 900 });

      expect(await fieldsOf(community, setting, 'suggestion')).toEqual(['group']);
      expect(await calculationsOf(community, setting)).toEqual([
        [420, 12, 'integrated'],
        [250, 12, 'group'],
      ]);
    });

    it('by the secretary of the township and nobody else', async () => {
      await propose(community, setting);
      for (const who of [ORGANISER, 'secretary']) {
        const answer = await community.attempt(setting, [who, 'study'], {
          outcome: 'approve',
          data: { studiedOn: community.today },
        });
        expect(answer.errors[0]?.code).toBe('task.notYours');
      }
    });
  });

  describe('is carried out', () => {
    let setting: string;
    const until = async (more: Readonly<Record<string, unknown>> = {}) => {
      setting = await start(community);
      await measure(community, setting, more);
      await propose(community, setting);
      await study(community, setting);
    };
    const refused = async (step: string, outcome: string, data: Readonly<Record<string, unknown>>) =>
      (await community.refuse(setting, [ORGANISER, step], { outcome, data }, 'requirement.notMet')).zh;

    it('on days that follow each other', async () => {
      await until();
      await refused('reply', 'issued', replied(community, { repliedOn: community.day(-1) }));
      await refused('reply', 'issued', replied(community, { publishedOn: community.day(-1) }));
      await refused('reply', 'issued', replied(community, { publishedOn: community.day(1) }));
      await reply(community, setting);
      await refused('implement', 'done', implemented(community, { implementedOn: community.day(-1) }));
      await refused('implement', 'done', implemented(community, { implementedOn: community.day(1) }));
    });

    it('with the name of the instructor where there is no member', async () => {
      await until({ formalMembers: 0, probationaryMembers: 0 });
      await reply(community, setting);
      expect(await refused('implement', 'done', implemented(community, { instructor: ' ' }))).toContain('指导员');
      await implement(community, setting, { instructor: '周平' });
    });

    it('with the organisation that it is attached to', async () => {
      await until({ formalMembers: 2, probationaryMembers: 0 });
      await reply(community, setting);
      expect(await refused('implement', 'done', implemented(community))).toContain('党组织');
      await implement(community, setting, { hostOrganisation: '云岭村党支部' });
    });
  });

  describe('is printed', () => {
    const document = async (setting: string, key: string) => {
      const path = `/api/bpmnInstances:document?filterByTk=${setting}&document=${key}`;
      const { status, content } = await (await community.as(ORGANISER)).file(path);
      return status === 200 ? textOfDocx(content) : status;
    };

    it('as a proposal sheet with every number, and as a reply once there is one', async () => {
      const setting = await start(community);
      expect(await document(setting, 'proposal-sheet')).toBe(409);
      await measure(community, setting);
      await propose(community, setting);

      const sheet = await document(setting, 'proposal-sheet');
      for (const said of [
        '锦苑安置点',
        '420 户',
        '1680 人',
        '12 人',
        '云岭村党支部',
        '800 米',
        '融合性党支部',
        '第 1 版',
        '□是　☑否',
      ])
        expect(sheet).toContain(said);
      expect(sheet).toContain('拟按测算结果设置。');
      expect(await document(setting, 'reply')).toBe(409);

      const data = { studiedOn: community.today, decidedAs: 'independent' };
      await community.act(setting, [SECRETARY, 'study'], { outcome: 'override', data, opinion: '两年内还要迁入 600 户' });
      await reply(community, setting);

      expect(await document(setting, 'proposal-sheet')).toContain('两年内还要迁入 600 户');
      const answer = await document(setting, 'reply');
      for (const said of ['云党发〔2026〕8 号', '党组织设置为：独立型党支部', '测算的结果为：融合性党支部'])
        expect(answer).toContain(said);
    });
  });
});
