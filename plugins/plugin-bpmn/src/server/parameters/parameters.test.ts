import type { Json } from '@wuxin/bpmn-core';
import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import { placesOf, type Place } from '../places';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { inWriteTransaction } from '../store';
import { definition } from './__fixtures__/definition';
import {
  approveParameter,
  confirmParameter,
  declineParameter,
  defineParameters,
  parameterHistory,
  parametersInForce,
  proposeParameter,
  setParameter,
  snapshotForStart,
  snapshotParameters,
  viewParameters,
} from './index';

const NOW = Date.parse('2026-11-05T12:00:00+08:00');
const DAY = 24 * 60 * 60 * 1000;

const CITY: Place = { id: 'city', name: '安康市', level: 'city' };
const TOWN: Place = { id: 'town', name: '城关镇', level: 'township' };
const COMMUNITY: Place = { id: 'community', name: '安岭社区', level: 'community' };
const CHAIN = [CITY, TOWN, COMMUNITY];
/** Two communities of one town and one of another. */
const LOWEST = [
  ['city', 'town', 'community'],
  ['city', 'town', 'other'],
  ['city', 'elsewhere', 'third'],
];

const CITY_CLERK = 101;
const TOWN_CLERK = 102;
const COMMUNITY_CLERK = 103;
const WORKPLACES = new Map([
  [CITY_CLERK, CITY],
  [TOWN_CLERK, TOWN],
  [COMMUNITY_CLERK, COMMUNITY],
]);

const actor = (userId: number, roles: readonly string[] = []): Actor => ({
  userId,
  name: `user ${userId}`,
  isAdministrator: roles.includes('admin'),
  roles,
  channel: 'web',
});
const administrator = actor(1, ['admin']);
const otherAdministrator = actor(2, ['admin']);

const unsure = definition({
  key: 'cov.women_pct',
  name: '妇女比例',
  nameEn: "Women's share",
  defaultValue: 30,
  certainty: 'unsure',
});
const statutory = definition({
  key: 'cov.file_days',
  name: '备案期限',
  nameEn: 'Time for filing',
  ceiling: 10,
  limitKind: 'statutory',
});
const policy = definition({
  key: '4y.notice_days',
  name: '公示天数',
  nameEn: 'Days of notice',
  defaultValue: 7,
  floor: 5,
  limitKind: 'policy',
});

const OPTIONS = [
  { value: 'a', label: '甲', labelEn: 'A' },
  { value: 'b', label: '乙', labelEn: 'B' },
];

describe('parameters', () => {
  let test: TestApp;
  const at = <T>(now: number, work: (tx: Tx) => Promise<T>) => inWriteTransaction(test.db, { now: () => now }, work);
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => at(NOW, work);
  const set = (by: Actor, key: string, value: Json, placeId: string | null = null) =>
    inTx((tx) => setParameter(tx, by, { key, value, placeId, reason: '县里通知' }));
  const valueAt = (key: string, placeId: string | null, now = NOW) =>
    at(now, async (tx) => (await parametersInForce(tx, [key], placeId)).get(key)?.value);

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    placesOf(test.db).register({
      chainOf: async (_tx, placeId) => CHAIN.slice(0, CHAIN.findIndex(({ id }) => id === placeId) + 1),
      placesOf: async (_tx, userId) => [WORKPLACES.get(userId)].filter((place) => place !== undefined),
      search: async () => CHAIN,
      find: async (_tx, ids) => CHAIN.filter(({ id }) => ids.includes(id)),
      lowestWithin: async (_tx, placeId) =>
        LOWEST.filter((chain) => placeId === null || chain.includes(placeId)).map((chain) => [...chain]),
    });
  });
  beforeEach(() => inTx((tx) => defineParameters(tx, [definition(), unsure, statutory, policy])));
  afterEach(async () => {
    await test.db.getRepository('bpmnParameterValues').destroy({ truncate: true });
    await test.db.getRepository('bpmnParameters').destroy({ truncate: true });
  });
  afterAll(() => test.stop());

  describe('what holds at a place', () => {
    it('is the default while nobody set anything', async () => {
      await expect(valueAt('cov.review_days', 'community')).resolves.toBe(10);
    });

    it('is the value of the nearest place up the chain', async () => {
      await set(administrator, 'cov.review_days', 12);
      await set(administrator, 'cov.review_days', 8, 'town');

      await expect(valueAt('cov.review_days', 'community')).resolves.toBe(8);
      await expect(valueAt('cov.review_days', 'town')).resolves.toBe(8);
      await expect(valueAt('cov.review_days', 'city')).resolves.toBe(12);
      await expect(valueAt('cov.review_days', null)).resolves.toBe(12);
    });

    it('is the latest value that is effective, not one of the future', async () => {
      await set(administrator, 'cov.review_days', 8);
      const later = { key: 'cov.review_days', value: 9, effectiveFrom: NOW + DAY, reason: '明天起' };
      await inTx((tx) => setParameter(tx, administrator, later));

      await expect(valueAt('cov.review_days', null)).resolves.toBe(8);
      await expect(valueAt('cov.review_days', null, NOW + DAY)).resolves.toBe(9);
    });

    it('keeps texts, fractions, lists and yes or no as they are', async () => {
      const values = { text: 'full', share: '2/3', steps: [1, 2], strict: true, none: null };
      const rows = Object.entries(values).map(([key, defaultValue]) => definition({ key, defaultValue, unit: null }));

      await inTx((tx) => defineParameters(tx, rows));

      const found = await inTx((tx) => snapshotParameters(tx, Object.keys(values), null));
      expect(found.values).toEqual(values);
    });
  });

  describe('definitions of packs', () => {
    it('may be installed again and again', async () => {
      await inTx((tx) => defineParameters(tx, [definition(), definition({ defaultValue: 11 })]));

      await expect(valueAt('cov.review_days', null)).resolves.toBe(11);
    });

    it('never overwrite what an administrator set', async () => {
      await set(administrator, 'cov.review_days', 8);

      await inTx((tx) => defineParameters(tx, [definition({ defaultValue: 15 })]));

      await expect(valueAt('cov.review_days', null)).resolves.toBe(8);
    });

    it('may list the values that there are, which people read by their names', async () => {
      const chosen = definition({ key: 'demo.option', defaultValue: 'a', unit: null, options: OPTIONS });
      await inTx((tx) => defineParameters(tx, [chosen]));

      await expect(set(administrator, 'demo.option', 'c')).rejects.toMatchObject({
        code: 'parameter.notAnOption',
        data: { options: ['甲', '乙'], optionsEn: ['A', 'B'] },
      });
      await set(administrator, 'demo.option', 'b');

      const [view] = await inTx((tx) => viewParameters(tx, { keys: ['demo.option'], placeId: null, locale: 'en-US' }));
      expect(view).toMatchObject({
        value: 'b',
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      });
    });
  });

  describe('starting with parameters', () => {
    it('keeps the values of the place', async () => {
      await set(administrator, 'cov.review_days', 8, 'town');

      const values = await inTx((tx) => snapshotForStart(tx, ['cov.review_days', 'cov.file_days'], 'community'));

      expect(values).toEqual({ 'cov.review_days': 8, 'cov.file_days': 10 });
    });

    it('is refused with parameter.unconfirmed while a value is only a guess', async () => {
      await expect(inTx((tx) => snapshotForStart(tx, ['cov.women_pct', 'cov.file_days'], null))).rejects.toMatchObject({
        code: 'parameter.unconfirmed',
        status: 409,
        data: { keys: ['cov.women_pct'], names: ['妇女比例'], namesEn: ["Women's share"] },
      });
    });

    it('works once an administrator confirmed the guess', async () => {
      await inTx((tx) => confirmParameter(tx, administrator, { key: 'cov.women_pct', reason: '县民政局答复' }));

      await expect(inTx((tx) => snapshotForStart(tx, ['cov.women_pct'], 'community'))).resolves.toEqual({ 'cov.women_pct': 30 });
    });

    it('works once somebody set another value instead', async () => {
      await set(administrator, 'cov.women_pct', 25);

      await expect(inTx((tx) => snapshotForStart(tx, ['cov.women_pct'], null))).resolves.toEqual({ 'cov.women_pct': 25 });
    });

    it('is refused with parameter.notFound when no pack defined it', async () => {
      await expect(inTx((tx) => snapshotForStart(tx, ['no.such'], null))).rejects.toMatchObject({
        code: 'parameter.notFound',
        data: { keys: ['no.such'] },
      });
    });
  });

  describe('confirming', () => {
    it('holds only where it was confirmed and below', async () => {
      await inTx((tx) => confirmParameter(tx, administrator, { key: 'cov.women_pct', placeId: 'town', reason: '镇里会议' }));

      const unconfirmedAt = async (placeId: string) =>
        (await inTx((tx) => snapshotParameters(tx, ['cov.women_pct'], placeId))).unconfirmed;
      await expect(unconfirmedAt('community')).resolves.toEqual([]);
      await expect(unconfirmedAt('city')).resolves.toMatchObject([{ key: 'cov.women_pct' }]);
    });

    it('carries the mark of demonstration data to every screen', async () => {
      await inTx((tx) => confirmParameter(tx, administrator, { key: 'cov.women_pct', reason: '演示', mark: '演示确认' }));

      const [view] = await inTx((tx) => viewParameters(tx, { keys: ['cov.women_pct'], placeId: null, locale: 'zh-CN' }));
      expect(view).toMatchObject({ name: '妇女比例', value: 30, isConfirmed: true, mark: '演示确认' });
    });

    it('loses the mark when somebody sets a value for real', async () => {
      await inTx((tx) => confirmParameter(tx, administrator, { key: 'cov.women_pct', reason: '演示', mark: '演示确认' }));
      await at(NOW + DAY, (tx) => setParameter(tx, administrator, { key: 'cov.women_pct', value: 30, reason: '县民政局答复' }));

      const [view] = await at(NOW + DAY, (tx) => viewParameters(tx, { keys: ['cov.women_pct'], placeId: null, locale: 'en-US' }));
      expect(view).toMatchObject({ name: "Women's share", isConfirmed: true, mark: null });
    });

    it('changes nothing when it is confirmed already', async () => {
      const confirm = () => inTx((tx) => confirmParameter(tx, administrator, { key: 'cov.women_pct', reason: '县民政局答复' }));
      await confirm();
      await confirm();

      await expect(inTx((tx) => parameterHistory(tx, 'cov.women_pct'))).resolves.toHaveLength(1);
    });

    it('with another value follows the rules for setting it', async () => {
      const confirmation = { key: '4y.notice_days', value: 3, reason: '来不及' };

      await expect(inTx((tx) => confirmParameter(tx, administrator, confirmation))).rejects.toMatchObject({
        code: 'parameter.needsApproval',
      });
    });

    it('needs no approval for the value that holds', async () => {
      const vote = { key: 'cov.vote_body', defaultValue: 'full', unit: null };
      const guarded = definition({ ...vote, certainty: 'unsure', needsApprover: true });
      await inTx((tx) => defineParameters(tx, [guarded]));

      await inTx((tx) => confirmParameter(tx, administrator, { key: 'cov.vote_body', reason: '法律规定' }));

      await expect(inTx((tx) => snapshotForStart(tx, ['cov.vote_body'], null))).resolves.toEqual({ 'cov.vote_body': 'full' });
    });

    it('is refused with parameter.notFound when there is no such parameter', async () => {
      await expect(inTx((tx) => confirmParameter(tx, administrator, { key: 'no.such', reason: 'x' }))).rejects.toMatchObject({
        code: 'parameter.notFound',
        status: 404,
      });
    });
  });

  describe('setting', () => {
    it('beyond a statutory limit is refused, whoever asks', async () => {
      const tooLate = { code: 'parameter.beyondStatutoryLimit', status: 409, data: { name: '备案期限', limit: 10 } };

      await expect(set(administrator, 'cov.file_days', 11)).rejects.toMatchObject(tooLate);
      const proposal = { key: 'cov.file_days', value: 11, reason: '来不及' };
      await expect(inTx((tx) => proposeParameter(tx, administrator, proposal))).rejects.toMatchObject(tooLate);
    });

    it('to a share that is none is refused, proposed too', async () => {
      const quorum = definition({ key: 'meet.quorum', defaultValue: '1/2', unit: 'share', floor: '1/2', limitKind: 'statutory' });
      await inTx((tx) => defineParameters(tx, [quorum]));
      const refused = { code: 'parameter.notAShare', status: 400, data: { name: '镇审核期限', nameEn: 'Time for review' } };

      await expect(set(administrator, 'meet.quorum', '3/2')).rejects.toMatchObject(refused);
      const proposal = { key: 'meet.quorum', value: '3/2', reason: '想当然' };
      await expect(inTx((tx) => proposeParameter(tx, administrator, proposal))).rejects.toMatchObject(refused);
    });

    it('at a limit is allowed', async () => {
      await set(administrator, '4y.notice_days', 5);

      await expect(valueAt('4y.notice_days', null)).resolves.toBe(5);
    });

    it('beyond a policy limit needs an approver', async () => {
      await expect(set(administrator, '4y.notice_days', 4)).rejects.toMatchObject({
        code: 'parameter.needsApproval',
        status: 409,
      });
    });

    it('needs an approver within the limits too, where the definition says so', async () => {
      await inTx((tx) => defineParameters(tx, [definition({ needsApprover: true })]));

      await expect(set(administrator, 'cov.review_days', 9)).rejects.toMatchObject({ code: 'parameter.needsApproval' });
    });

    it('is open to who works at the place or above, and to nobody else', async () => {
      await set(actor(COMMUNITY_CLERK), 'cov.review_days', 9, 'community');
      await set(actor(CITY_CLERK), 'cov.review_days', 8, 'town');

      await expect(set(actor(COMMUNITY_CLERK), 'cov.review_days', 7, 'town')).rejects.toMatchObject({
        code: 'parameter.notYourPlace',
        status: 403,
      });
      await expect(set(actor(CITY_CLERK), 'cov.review_days', 7)).rejects.toMatchObject({ code: 'parameter.notYourPlace' });
    });

    it.each<[string, number, Json, string | null]>([
      ['parameter.wrongKind', 400, 'ten', null],
      ['parameter.wrongKind', 400, null, null],
      ['parameter.notWhole', 400, 5.5, null],
      ['parameter.notWhole', 400, 1e21, null],
      ['parameter.notWhole', 400, 1e-7, null],
      ['parameter.notWhole', 400, 3_651, null],
      ['parameter.notAtThisLevel', 409, 9, 'city'],
      ['place.notFound', 400, 9, 'nowhere'],
    ])('is refused with %s', async (code, status, value, placeId) => {
      await expect(set(administrator, 'cov.review_days', value, placeId)).rejects.toMatchObject({ code, status });
    });

    it('is refused when no limit could be compared with it', async () => {
      const money = definition({ key: 'fund.floor', defaultValue: 30_000, unit: 'yuan', floor: 30_000, limitKind: 'policy' });
      await inTx((tx) => defineParameters(tx, [money]));

      await expect(set(administrator, 'fund.floor', Number.POSITIVE_INFINITY)).rejects.toMatchObject({
        code: 'parameter.notComparable',
        status: 400,
      });
    });

    it('needs a reason, a parameter and a time that is not over', async () => {
      const change = { key: 'cov.review_days', value: 9, reason: '县里通知' };
      const attempt = (changes: object) => inTx((tx) => setParameter(tx, administrator, { ...change, ...changes }));

      await expect(attempt({ reason: ' ' })).rejects.toMatchObject({ code: 'reason.missing' });
      await expect(attempt({ key: 'no.such' })).rejects.toMatchObject({ code: 'parameter.notFound', status: 404 });
      await expect(attempt({ effectiveFrom: NOW - 1 })).rejects.toMatchObject({ code: 'parameter.inThePast' });
    });

    it('leaves every earlier value in the history, the newest first', async () => {
      await set(administrator, 'cov.review_days', 8);
      await at(NOW + DAY, (tx) => setParameter(tx, otherAdministrator, { key: 'cov.review_days', value: 9, reason: '再次调整' }));

      const history = await inTx((tx) => parameterHistory(tx, 'cov.review_days'));

      expect(history).toMatchObject([
        { value: 9, setByName: 'user 2', reason: '再次调整' },
        { value: 8, setByName: 'user 1', reason: '县里通知' },
      ]);
    });
  });

  describe('proposals', () => {
    const propose = (by: Actor, placeId: string | null = 'community') =>
      inTx((tx) => proposeParameter(tx, by, { key: '4y.notice_days', value: 3, placeId, reason: '换届前来不及' }));
    const approve = (by: Actor, id: string, now = NOW) => at(now, (tx) => approveParameter(tx, by, { id }));

    it('hold nothing until somebody above approves', async () => {
      const { id } = await propose(actor(COMMUNITY_CLERK));
      await expect(valueAt('4y.notice_days', 'community')).resolves.toBe(7);

      await approve(actor(TOWN_CLERK), id);

      await expect(valueAt('4y.notice_days', 'community')).resolves.toBe(3);
      await expect(inTx((tx) => parameterHistory(tx, '4y.notice_days'))).resolves.toMatchObject([
        { setById: COMMUNITY_CLERK, approverId: TOWN_CLERK, decidedAt: NOW },
      ]);
    });

    it('hold from the approval on, not from when they were written', async () => {
      const { id } = await propose(actor(COMMUNITY_CLERK));

      await approve(actor(TOWN_CLERK), id, NOW + DAY);

      await expect(inTx((tx) => parameterHistory(tx, '4y.notice_days'))).resolves.toMatchObject([{ effectiveFrom: NOW + DAY }]);
    });

    it('cannot be approved by the person who made them', async () => {
      const { id } = await propose(administrator);

      await expect(approve(administrator, id)).rejects.toMatchObject({ code: 'parameter.ownProposal', status: 403 });
    });

    it('cannot be approved at the same level, only above', async () => {
      const { id } = await propose(actor(TOWN_CLERK), 'community');

      await expect(approve(actor(COMMUNITY_CLERK), id)).rejects.toMatchObject({ code: 'parameter.notAbove', status: 403 });
      await expect(approve(actor(CITY_CLERK), id)).resolves.toBeUndefined();
    });

    it('for the whole installation are approved by another administrator', async () => {
      const { id } = await propose(administrator, null);

      await expect(approve(actor(CITY_CLERK), id)).rejects.toMatchObject({ code: 'parameter.notAbove' });
      await expect(approve(otherAdministrator, id)).resolves.toBeUndefined();
    });

    it('that are declined never hold and stay in the history', async () => {
      const { id } = await propose(actor(COMMUNITY_CLERK));

      await inTx((tx) => declineParameter(tx, actor(TOWN_CLERK), { id }));

      await expect(valueAt('4y.notice_days', 'community')).resolves.toBe(7);
      await expect(inTx((tx) => parameterHistory(tx, '4y.notice_days'))).resolves.toMatchObject([{ status: 'declined' }]);
    });

    it('are refused when the law has become narrower since', async () => {
      const { id } = await propose(actor(COMMUNITY_CLERK));
      await inTx((tx) => defineParameters(tx, [{ ...policy, limitKind: 'statutory' }]));

      await expect(approve(actor(TOWN_CLERK), id)).rejects.toMatchObject({ code: 'parameter.beyondStatutoryLimit' });
    });

    it('are decided once', async () => {
      const { id } = await propose(actor(COMMUNITY_CLERK));
      await approve(actor(TOWN_CLERK), id);

      await expect(approve(actor(CITY_CLERK), id)).rejects.toMatchObject({ code: 'parameter.decidedAlready', status: 409 });
      await expect(approve(administrator, 'no such id')).rejects.toMatchObject({
        code: 'parameter.proposalNotFound',
        status: 404,
      });
    });
  });
});
