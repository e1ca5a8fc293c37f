import type { DecisionTable } from '@wuxin/decision';
import { BASE_PLUGINS, TestApp, type HttpClient } from '@wuxin/test';
import { defineParameters } from '../parameters';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { inWriteTransaction } from '../store';
import { changeDecision, decideByRef, decisionHistory, defineDecision, snapshotDecisions } from './index';

const NOW = Date.parse('2026-11-05T12:00:00+08:00');
const KEY = 'review-route';

const actor = (roles: readonly string[]): Actor => ({
  userId: 1,
  name: '管理员',
  isAdministrator: roles.includes('admin'),
  roles,
  channel: 'web',
});
const administrator = actor(['admin']);

const route = (rules: DecisionTable['rules']): DecisionTable => ({
  key: KEY,
  name: '审核去向',
  hitPolicy: 'FIRST',
  inputs: [
    { label: '结论', expression: 'outcome' },
    { label: '退回次数', expression: 'returnCount' },
  ],
  outputs: [{ name: 'route', label: '去向' }],
  rules,
});
const agreed = { id: 'agreed', when: ['"agree"', '-'], then: ['"vote"'] };
const returned = { id: 'returned', when: ['-', '< param("cov.return_max")'], then: ['"redraft"'] };
const tooOften = { id: 'tooOften', when: ['-', '-'], then: ['"conference"'] };
const fromPack = route([agreed, returned]);
const changed = route([agreed, returned, tooOften]);

describe('decision tables', () => {
  let test: TestApp;
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => inWriteTransaction(test.db, { now: () => NOW }, work);
  const define = (table: unknown) => inTx((tx) => defineDecision(tx, table));
  const change = (table: unknown, changes: { by?: Actor; reason?: string; fromNumber?: number; key?: string } = {}) => {
    const { by = administrator, reason = '镇里要求', fromNumber = 1, key = KEY } = changes;
    return inTx((tx) => changeDecision(tx, by, { key, table, reason, fromNumber }));
  };
  const active = async () => (await inTx((tx) => snapshotDecisions(tx, [KEY])))[KEY];
  const decide = (outcome: string, returnCount: number) => {
    const inputs = { variables: { outcome, returnCount }, parameters: { 'cov.return_max': 3 } };
    return inTx((tx) => decideByRef(tx, KEY, inputs));
  };

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    const names = { name: '退回次数上限', nameEn: 'Returns', source: 'test', levels: [] };
    await inTx((tx) => defineParameters(tx, [{ key: 'cov.return_max', defaultValue: 3, certainty: 'unsure', ...names }]));
  });
  beforeEach(() => define(fromPack));
  afterEach(async () => {
    await test.db.getRepository('bpmnDecisions').destroy({ truncate: true });
  });
  afterAll(() => test.stop());

  describe('of packs', () => {
    it('may be installed again without a new version', async () => {
      await define(fromPack);

      await expect(inTx((tx) => decisionHistory(tx, KEY))).resolves.toMatchObject([
        { number: 1, origin: 'pack', isActive: true },
      ]);
    });

    it('become active when a pack brings a new version', async () => {
      await define(changed);

      await expect(active()).resolves.toEqual(changed);
    });

    it('wait as an offer while an administrator has changed the table', async () => {
      await change(changed);
      await define(route([agreed, tooOften]));

      await expect(active()).resolves.toEqual(changed);
      await expect(inTx((tx) => decisionHistory(tx, KEY))).resolves.toMatchObject([
        { number: 3, origin: 'pack', isActive: false },
        { number: 2, origin: 'administrator', isActive: true },
        { number: 1, origin: 'pack', isActive: false },
      ]);
    });

    it('are refused with decision.format when they are no tables', async () => {
      await expect(define({ key: KEY, rules: 'none' })).rejects.toMatchObject({ code: 'decision.format', status: 400 });
    });
  });

  describe('changed by an administrator', () => {
    it('are a new version that says who, when and why', async () => {
      await change(changed);

      const [newest] = await inTx((tx) => decisionHistory(tx, KEY));
      expect(newest).toMatchObject({ number: 2, changedByName: '管理员', changedAt: NOW, reason: '镇里要求', table: changed });
    });

    it('tell which rules are never used', async () => {
      await expect(change(route([tooOften, agreed]))).resolves.toMatchObject([
        { code: 'decision.unreachable', data: { ruleId: 'agreed' } },
      ]);
    });

    it('are refused with the problems by cell', async () => {
      const broken = route([{ ...agreed, when: ['"agree', '-'] }]);

      await expect(change(broken)).rejects.toMatchObject({
        code: 'decision.hasProblems',
        status: 400,
        data: { problems: [{ code: 'decision.cell', data: { ruleId: 'agreed', column: 0, part: 'when' } }] },
      });
    });

    it.each([
      ['too few cells', { ...returned, when: ['-'] }, { expected: 3, actual: 2 }],
      ['too many cells', { ...returned, when: ['-', '-', '-'] }, { expected: 3, actual: 4 }],
      ['too few results', { ...returned, then: [] }, { expected: 3, actual: 2 }],
    ])('are refused with %s in a rule', async (_, rule, data) => {
      await expect(change(route([rule, tooOften]))).rejects.toMatchObject({
        code: 'decision.hasProblems',
        data: {
          problems: expect.arrayContaining([
            expect.objectContaining({ code: 'decision.cells', data: expect.objectContaining(data) }),
          ]),
        },
      });
      await expect(active()).resolves.toEqual(fromPack);
    });

    it('are refused with parameter.notFound when they read a parameter that no pack defined', async () => {
      await expect(change(route([{ ...returned, when: ['-', '< param("no.such")'] }]))).rejects.toMatchObject({
        code: 'parameter.notFound',
        data: { keys: ['no.such'] },
      });
    });

    it('are refused with decision.outputsChanged when gateways would read nothing any more', async () => {
      const renamed = { ...changed, outputs: [{ name: 'way', label: '去向' }] };

      await expect(change(renamed)).rejects.toMatchObject({ code: 'decision.outputsChanged', status: 400 });
    });

    it('are refused with decision.changedMeanwhile when somebody was faster', async () => {
      await change(changed);

      await expect(change(fromPack, { fromNumber: 1 })).rejects.toMatchObject({ code: 'decision.changedMeanwhile', status: 409 });
    });

    it.each<[string, number, Parameters<typeof change>[1]]>([
      ['process.mayNotDesign', 403, { by: actor(['member']) }],
      ['reason.missing', 400, { reason: '' }],
      ['decision.notFound', 404, { key: 'another' }],
    ])('are refused with %s', async (code, status, changes) => {
      await expect(change(changed, changes)).rejects.toMatchObject({ code, status });
    });
  });

  describe('applied', () => {
    it('give the result of the active table', async () => {
      await expect(decide('agree', 0)).resolves.toMatchObject({ outputs: { route: 'vote' }, hitRuleIds: ['agreed'] });
      await expect(decide('return', 1)).resolves.toMatchObject({ outputs: { route: 'redraft' } });
    });

    it('refuse to guess when no rule applies', async () => {
      await expect(decide('return', 3)).rejects.toMatchObject({ code: 'decision.noHit', status: 409 });
    });

    it('are refused with decision.notDefined when there is none', async () => {
      await expect(inTx((tx) => snapshotDecisions(tx, [KEY, 'no-such']))).rejects.toMatchObject({
        code: 'decision.notDefined',
        data: { keys: ['no-such'] },
      });
    });

    it('are not changed in a copy that was frozen before', async () => {
      const frozen = await active();
      await change(changed);

      expect(frozen).toEqual(fromPack);
    });
  });

  describe('over HTTP', () => {
    let root: HttpClient;
    beforeAll(async () => {
      root = test.as(await test.rootUser());
    });

    it('an administrator changes a table and reads its history', async () => {
      const data = { table: changed, reason: '镇里要求', fromNumber: 1 };

      await expect(root.post('bpmnDecisions:change', { params: { filterByTk: KEY }, data })).resolves.toMatchObject({
        status: 200,
      });
      await expect(root.get('bpmnDecisions:detail', { params: { filterByTk: KEY } })).resolves.toMatchObject({
        data: { number: 2, table: changed, versions: [{ number: 2, isActive: true, reason: '镇里要求' }, { number: 1 }] },
      });
      await expect(root.get('bpmnDecisions:overview')).resolves.toMatchObject({ data: [{ key: KEY, number: 2 }] });
    });

    it('a refusal is answered with its code, in the language of the reader', async () => {
      const request = { params: { filterByTk: KEY }, data: { table: changed, reason: ' ', fromNumber: 1 } };

      const chinese = await root.post('bpmnDecisions:change', request);
      const english = await root.post('bpmnDecisions:change', { ...request, locale: 'en-US' });

      expect(chinese).toMatchObject({ status: 400, errors: [{ code: 'reason.missing', message: '请填写理由。' }] });
      expect(english).toMatchObject({ errors: [{ code: 'reason.missing', message: 'Give a reason.' }] });
    });

    it('an administrator confirms a parameter and sees it confirmed', async () => {
      const unconfirmed = await root.get('bpmnParameters:overview');
      expect(unconfirmed).toMatchObject({
        status: 200,
        data: { parameters: [{ key: 'cov.return_max', isConfirmed: false, mark: null }] },
      });

      const confirmation = { params: { filterByTk: 'cov.return_max' }, data: { reason: '县民政局答复', mark: '演示确认' } };
      await expect(root.post('bpmnParameters:confirm', confirmation)).resolves.toMatchObject({ status: 200 });

      await expect(root.get('bpmnParameters:overview')).resolves.toMatchObject({
        data: { parameters: [{ isConfirmed: true, mark: null }] },
      });
    });

    it('an administrator sets a parameter and reads who did', async () => {
      const data = { value: 2, reason: '县里通知' };

      await expect(root.post('bpmnParameters:set', { params: { filterByTk: 'cov.return_max' }, data })).resolves.toMatchObject({
        status: 200,
      });

      await expect(root.get('bpmnParameters:detail', { params: { filterByTk: 'cov.return_max' } })).resolves.toMatchObject({
        data: { history: [{ value: 2, setBy: { name: 'Super Admin' }, reason: '县里通知' }, {}] },
      });
    });

    it('nobody else may touch parameters or decision tables', async () => {
      const clerk = test.as(await test.createUser({ username: 'clerk', roles: ['member'] }));

      await expect(clerk.get('bpmnParameters:overview')).resolves.toMatchObject({ status: 403 });
      await expect(clerk.post('bpmnDecisions:change', { params: { filterByTk: KEY } })).resolves.toMatchObject({ status: 403 });
    });

    it('a person names and revokes a stand-in', async () => {
      const deputy = await test.createUser({ username: 'deputy', nickname: '代理人' });
      const data = { standInId: deputy.id, fromOn: '2030-01-01', untilOn: '2030-01-31', reason: '进修' };

      const created = await root.post<{ id: string }>('bpmnStandIns:create', { data });
      expect(created).toMatchObject({ status: 200, data: { standIn: { name: '代理人' } } });
      await expect(root.get('bpmnStandIns:list')).resolves.toMatchObject({ data: { rows: [{ id: created.data.id }] } });

      await root.post('bpmnStandIns:revoke', { params: { filterByTk: created.data.id }, data: { reason: '取消' } });
      await expect(root.get('bpmnStandIns:list')).resolves.toMatchObject({ data: { rows: [] } });
    });
  });
});
