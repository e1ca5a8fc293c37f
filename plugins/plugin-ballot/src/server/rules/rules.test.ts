import { expectRefused } from '@wuxin/test';
import { findMeetingType, findRule, meetingTypeKeys, ruleKeys } from '@wuxin/ballot-core';
import type { MeetingTypeRow, RuleRow } from '../../common/api';
import { Hall } from '../__fixtures__';
import { tables } from '../store';
import { digestOf, seedRules } from './seed';

const QUORUM = {
  mode: 'allOf',
  clauses: [{ id: 'quorum', count: 'present', threshold: { operator: 'moreThan', num: 1, den: 2, base: 'due' } }],
};
const APPROVAL = {
  mode: 'allOf',
  clauses: [{ id: 'approval', count: 'approve', threshold: { operator: 'moreThan', num: 1, den: 2, base: 'present' } }],
};

describe('rules', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());

  const rules = async (by: 'root' | 'outsider' = 'root') => (await hall.as(by).get<RuleRow[]>('ballotRules:list')).data;
  const rule = async (key: string) => (await rules()).find((one) => one.key === key)!;

  it('come with the software, and so do the meeting types', async () => {
    const types = (await hall.as('outsider').get<MeetingTypeRow[]>('ballotMeetingTypes:list')).data;

    expect((await rules('outsider')).map(({ key }) => key)).toEqual(ruleKeys().toSorted());
    expect(types.map(({ key }) => key)).toEqual(meetingTypeKeys().toSorted());
    expect([...(await rules('outsider')), ...types].filter(({ mayChange }) => mayChange)).toEqual([]);
    expect(await rule('village.representatives')).toMatchObject({
      mayChange: true,
      isReady: true,
      isChanged: false,
      certainty: 'found',
    });
    expect(types.find(({ key }) => key === 'urban2026.meeting')).toMatchObject({ isReady: false, certainty: 'unsure' });
  });

  it('that nobody changed follow a newer one; what was changed here stays', async () => {
    const key = 'village.group';
    const own = { ...findRule('village.meeting'), title: { 'zh-CN': '本村的', 'en-US': 'Ours' } };
    await hall.do('root', 'ballotRules:save', undefined, { rule: own, reason: '按村规' });
    // as an older build left it: another rule, taken from the software unchanged
    await hall.engine.write(async (tx) => {
      const older = { ...findRule(key), source: '旧文本' };
      await tables.rules.update(tx, { key }, { rule: older, shippedDigest: digestOf(older) });
    });

    await hall.engine.write(seedRules);

    expect(await rule(key)).toMatchObject({ source: findRule(key).source, isChanged: false });
    expect(await rule('village.meeting')).toMatchObject({ title: own.title, isChanged: true });
  });

  it('of one’s own are listed beside them', async () => {
    const own = { ...findRule('village.group'), key: 'own.group' };
    await hall.do('root', 'ballotRules:save', undefined, { rule: own, reason: '本村议事规则' });

    expect(await rule('own.group')).toMatchObject({ isReady: true, isChanged: false, isOwn: true });
  });

  it('of one’s own get keys that nothing else has, and meeting types of one’s own use them', async () => {
    const given = { rule: findRule('village.group'), reason: '本村议事规则' };
    const { id: key } = await hall.do<{ id: string }>('root', 'ballotRules:create', undefined, given);
    const { id: other } = await hall.do<{ id: string }>('root', 'ballotRules:create', undefined, given);
    const type = { ...findMeetingType('village.group'), rules: [key], reconvening: undefined };
    const made = await hall.do<{ id: string }>('root', 'ballotMeetingTypes:create', undefined, { type, reason: '本地习惯' });

    expect(new Set([key, other, 'village.group']).size).toBe(3);
    expect(await rule(key)).toMatchObject({ isOwn: true, isReady: true });
    expect(await rule('village.group')).toMatchObject({ isOwn: false });
    const types = (await hall.as('root').get<MeetingTypeRow[]>('ballotMeetingTypes:list')).data;
    expect(types.find((one) => one.key === made.id)).toMatchObject({ isOwn: true, isReady: true, type: { rules: [key] } });
    const journal = await hall.do<{ text: string }[]>('root', 'ballotRules:journal', key);
    expect(journal.map(({ text }) => text)).toEqual(['新建规则：本村议事规则']);
  });

  it('of one’s own are refused like others: without rights, without a reason, with rules that are not there', async () => {
    const create = (by: 'root' | 'secretary', action: string, data: object) => (locale: 'zh-CN' | 'en-US') =>
      hall.send(by, action, undefined, data, locale);
    const good = findRule('village.group');
    const type = { ...findMeetingType('village.group'), rules: ['own.nowhere'] };

    await expectRefused(create('secretary', 'ballotRules:create', { rule: good, reason: '试' }), { code: 'ballot.notAdministrator', status: 403 }); // prettier-ignore
    await expectRefused(create('root', 'ballotRules:create', { rule: good, reason: ' ' }), { code: 'ballot.reasonMissing', status: 400 }); // prettier-ignore
    await expectRefused(create('root', 'ballotRules:create', { rule: 'rubbish', reason: '试' }), { code: 'ballot.ruleInvalid', status: 400 }); // prettier-ignore
    await expectRefused(create('root', 'ballotMeetingTypes:create', { type, reason: '试' }), { code: 'ballot.ruleNotFound', status: 404 }); // prettier-ignore
  });

  it('that somebody else changed meanwhile are not written over', async () => {
    const key = 'village.representatives';
    const { digest } = await rule(key);
    const save = (source: string) => ({ rule: { ...findRule(key), source }, basedOn: digest, reason: '核对' });
    await hall.do('root', 'ballotRules:save', undefined, save('第一人写的'));

    await expectRefused((locale) => hall.send('root', 'ballotRules:save', undefined, save('第二人写的'), locale), {
      code: 'ballot.ruleChangedMeanwhile',
      status: 409,
    });
    expect(await rule(key)).toMatchObject({ source: '第一人写的' });
    const gone = { ...save('第三人写的'), rule: { ...findRule(key), key: 'own.gone' } };
    await expectRefused((locale) => hall.send('root', 'ballotRules:save', undefined, gone, locale), {
      code: 'ballot.ruleChangedMeanwhile',
      status: 409,
    });
  });

  it('that contradict themselves, without a reason, or by people who look after none are refused', async () => {
    const good = findRule('village.group');
    const bad = { ...good, approval: { mode: 'allOf', clauses: [] } };
    const save = (by: 'root' | 'secretary', rule: object, reason: string) => (locale: 'zh-CN' | 'en-US') =>
      hall.send(by, 'ballotRules:save', undefined, { rule, reason }, locale);

    await expectRefused(save('root', bad, '试'), { code: 'ballot.ruleInvalid', status: 400 });
    await expectRefused(save('root', good, ' '), { code: 'ballot.reasonMissing', status: 400 });
    await expectRefused(save('secretary', good, '试'), { code: 'ballot.notAdministrator', status: 403 });
  });

  it('that are unsure become usable only by confirming their numbers', async () => {
    const key = 'urban2026.representatives';
    const sure = { ...findRule('village.representatives'), key };
    await expectRefused((locale) => hall.send('root', 'ballotRules:save', undefined, { rule: sure, reason: '试' }, locale), {
      code: 'ballot.confirmInstead',
      status: 409,
    });
    expect(await rule(key)).toMatchObject({ isReady: false, mayConfirm: true, mayChange: true });

    const numbers = { quorum: QUORUM, approval: APPROVAL, source: '居民委员会组织法（2025）某条', reason: '县民政局来文' };
    await hall.do('root', 'ballotRules:confirm', key, numbers);

    expect(await rule(key)).toMatchObject({
      isReady: true,
      certainty: 'unsure',
      confirmed: { by: 'Super Admin', on: '2026-11-05', source: numbers.source },
    });
    const journal = await hall.do<{ text: string }[]>('root', 'ballotRules:journal', key);
    expect(journal.map(({ text }) => text)).toEqual(['确认规则数字，依据 居民委员会组织法（2025）某条：县民政局来文']);
    expect((await hall.send('secretary', 'ballotRules:journal', key)).status).toBe(403);
    // other numbers are nobody's yet
    const { rule: confirmed } = await rule(key);
    await hall.do('root', 'ballotRules:save', undefined, { rule: { ...confirmed, quorum: undefined }, reason: '改' });
    expect(await rule(key)).toMatchObject({ isReady: false, confirmed: null });
  });

  it('that are sure are not confirmed, nor anything by whoever looks after none', async () => {
    const numbers = { approval: APPROVAL, source: '某条', reason: '试' };
    await expectRefused((locale) => hall.send('root', 'ballotRules:confirm', 'village.group', numbers, locale), {
      code: 'ballot.ruleIsSure',
      status: 409,
    });
    await expectRefused((locale) => hall.send('secretary', 'ballotRules:confirm', 'urban2026.meeting', numbers, locale), {
      code: 'ballot.notAdministrator',
      status: 403,
    });
  });
});
