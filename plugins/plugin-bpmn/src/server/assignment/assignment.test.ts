import type { Model } from '@nocobase/database';
import { BASE_PLUGINS, TestApp, type TestUser } from '@wuxin/test';
import { createStandIn, revokeStandIn } from '../stand-ins';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { inWriteTransaction } from '../store';
import { assigneeKinds, groupKeysOf, labelsOf, mayAct, peopleOf, resolveAssignment, type AssignmentSettings } from './index';

const NOON = Date.parse('2026-11-05T12:00:00+08:00');
const DAY = 24 * 60 * 60 * 1000;
const element = { elementId: 'review', elementName: '镇审核' };

describe('assignment', () => {
  let test: TestApp;
  let wang: TestUser;
  let li: TestUser;
  let zhang: TestUser;
  let departmentId: string;

  const at = <T>(now: number, work: (tx: Tx) => Promise<T>) => inWriteTransaction(test.db, { now: () => now }, work);
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => at(NOON, work);
  const actor = (user: TestUser, roles: readonly string[] = []): Actor => ({
    userId: user.id,
    name: `user ${user.id}`,
    isAdministrator: roles.includes('admin'),
    roles,
    channel: 'web',
  });

  const resolve = (
    settings: AssignmentSettings,
    given: { starter?: TestUser | null; record?: Record<string, never> | object } = {},
  ) => {
    const starterId = given.starter?.id ?? null;
    const instance = { id: 'i1', processKey: 'covenant', starterId, placeId: null };
    const record = given.record ? JSON.parse(JSON.stringify(given.record)) : null;
    const scope = { variables: { reviewer: zhang.id }, record, parameters: { 'cov.reviewers': ['role:reviewer'] } };
    return inTx((tx) => resolveAssignment(tx, { element, settings, instance, scope }));
  };
  const rule = (kind: string, value: string): AssignmentSettings => ({ assignments: [{ kind, value }] });

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, 'departments', '@wuxin/plugin-bpmn'] });
    const roles = test.db.getRepository('roles');
    await roles.create({ values: { name: 'secretary', title: '社区党组织书记' } });
    await roles.create({ values: { name: 'reviewer', title: '镇审核人' } });
    await roles.create({ values: { name: 'vacant', title: '空岗' } });
    wang = await test.createUser({ username: 'wang', nickname: '王芳', roles: ['secretary'] });
    li = await test.createUser({ username: 'li', nickname: '李强', roles: ['secretary'] });
    zhang = await test.createUser({ username: 'zhang', nickname: '张敏', roles: ['member'] });
    const department: Model = await test.db
      .getRepository('departments')
      .create({ values: { title: '民政办', roles: ['reviewer'] } });
    departmentId = String(department.get('id'));
    await test.db.getRepository('departmentsUsers').create({ values: { departmentId, userId: zhang.id, isOwner: true } });
    await test.db.getRepository('departmentsUsers').create({ values: { departmentId, userId: wang.id, isOwner: false } });
  });
  afterAll(() => test.stop());

  describe('kinds', () => {
    it('gives a task that means one person to that person', async () => {
      await expect(resolve(rule('person', String(wang.id)))).resolves.toEqual({
        outcome: 'assigned',
        groupKeys: [`user:${wang.id}`],
        people: [{ id: wang.id, name: '王芳' }],
        assigneeId: wang.id,
        fallback: null,
      });
    });

    it('offers a task of a role to everybody who has it', async () => {
      const found = await resolve(rule('role', 'secretary'));

      expect(found).toMatchObject({ groupKeys: ['role:secretary'], assigneeId: null });
      expect(found).toMatchObject({ people: [{ name: '王芳' }, { name: '李强' }] });
    });

    it('counts who has a role through a department', async () => {
      await expect(resolve(rule('role', 'reviewer'))).resolves.toMatchObject({ people: [{ id: wang.id }, { id: zhang.id }] });
    });

    it('offers a task of a department to its members, or to its owners only', async () => {
      await expect(resolve(rule('department', departmentId))).resolves.toMatchObject({
        people: [{ id: wang.id }, { id: zhang.id }],
      });
      await expect(resolve(rule('department', `${departmentId}:owners`))).resolves.toMatchObject({ people: [{ id: zhang.id }] });
    });

    it('reads people from a field: an id, a user, several users, a foreign key', async () => {
      const people = { people: [{ id: wang.id }] };

      await expect(resolve(rule('field', 'drafter'), { record: { drafter: wang.id } })).resolves.toMatchObject(people);
      await expect(resolve(rule('field', 'drafter'), { record: { drafter: { id: wang.id } } })).resolves.toMatchObject(people);
      await expect(resolve(rule('field', 'drafter'), { record: { drafterId: String(wang.id) } })).resolves.toMatchObject(people);
      await expect(
        resolve(rule('field', 'group.members'), { record: { group: { members: [{ id: wang.id }] } } }),
      ).resolves.toMatchObject(people);
    });

    it('gives a task back to the starter', async () => {
      await expect(resolve(rule('starter', ''), { starter: li })).resolves.toMatchObject({ assigneeId: li.id });
    });

    it('takes user ids and group keys from FEEL', async () => {
      await expect(resolve(rule('expression', 'reviewer'))).resolves.toMatchObject({ assigneeId: zhang.id });
      await expect(resolve(rule('expression', '=param("cov.reviewers")'))).resolves.toMatchObject({
        groupKeys: ['role:reviewer'],
      });
    });

    it('evaluates the value of any kind that begins with an equals sign', async () => {
      await expect(resolve(rule('role', '=if reviewer > 0 then "secretary" else "vacant"'))).resolves.toMatchObject({
        groupKeys: ['role:secretary'],
      });
    });

    it('joins the rules of an element and counts nobody twice', async () => {
      const found = await resolve({
        assignments: [
          { kind: 'role', value: 'secretary' },
          { kind: 'person', value: `${wang.id},${zhang.id}` },
        ],
      });

      expect(found).toMatchObject({ groupKeys: ['role:secretary', `user:${wang.id}`, `user:${zhang.id}`], assigneeId: null });
      expect(found).toMatchObject({ people: [{ id: wang.id }, { id: li.id }, { id: zhang.id }] });
    });

    it('names people and groups as people call them, and leaves out what is gone', async () => {
      const keys = [`user:${wang.id}`, 'role:secretary', `department:${departmentId}`, 'role:nowhere', 'unheardOf:1'];

      const labels = await inTx((tx) => labelsOf(tx, keys, 'zh-CN'));

      expect([...labels.values()].sort()).toEqual(['民政办', '王芳', '社区党组织书记']);
    });

    it('lets another plugin add a kind through the same door', async () => {
      const post = { kind: 'post', prefixes: ['post'], groupKeysOf: async () => [], labelsOf: async () => new Map() };
      assigneeKinds(test.db).register({
        ...post,
        groupKeysFor: async (_tx, value, { instance }) => [`post:${value}@${instance.placeId}`],
        membersOf: async (_tx, keys) => new Map(keys.map((key) => [key, [{ id: li.id, name: '李强' }]])),
      });

      await expect(resolve(rule('post', 'communitySecretary'))).resolves.toMatchObject({
        groupKeys: ['post:communitySecretary@null'],
      });
    });

    it('takes the same kind again when the application reloads', () => {
      const kinds = assigneeKinds(test.db);
      const role = kinds.get('role');

      expect(() => role && kinds.register(role)).not.toThrow();
    });

    it('refuses a second kind that would answer for the same keys', () => {
      const kinds = assigneeKinds(test.db);
      const person = kinds.get('person');

      expect(() => person && kinds.register({ ...person, kind: 'individual' })).toThrow('registered already');
    });
  });

  describe('rules that cannot be read', () => {
    it.each([
      ['assignment.unknownKind', rule('horoscope', 'leo')],
      ['assignment.badValue', rule('person', 'wang')],
      ['assignment.badValue', rule('department', 'civil affairs')],
      ['assignment.badValue', rule('expression', 'true')],
      ['assignment.badValue', rule('expression', '"somebody"')],
      ['assignment.badPolicy', { ...rule('role', 'secretary'), whenNobody: 'anybody' }],
      ['assignment.badPolicy', { ...rule('role', 'secretary'), whenStarter: 'skip' }],
      ['expression.failed', rule('expression', 'param("no.such")')],
    ])('refuses with %s and names the element', async (code, settings) => {
      await expect(resolve(settings)).rejects.toMatchObject({ code, status: 409, data: { elementName: '镇审核' } });
    });

    it('refuses a field that holds something else than people', async () => {
      await expect(resolve(rule('field', 'title'), { record: { title: '公约' } })).rejects.toMatchObject({
        code: 'assignment.badValue',
      });
    });
  });

  describe('when nobody matches', () => {
    it('asks for an incident that names the element and its rules', async () => {
      await expect(resolve(rule('role', 'vacant'))).resolves.toEqual({
        outcome: 'nobody',
        reason: { code: 'assignment.nobody', data: { ...element, rules: 'role vacant' } },
      });
    });

    it('finds nobody in an element without rules, an empty field and a person who is gone', async () => {
      await expect(resolve({})).resolves.toMatchObject({ outcome: 'nobody' });
      await expect(resolve(rule('field', 'drafter'), { record: {} })).resolves.toMatchObject({ outcome: 'nobody' });
      await expect(resolve(rule('person', '999999'))).resolves.toMatchObject({ outcome: 'nobody' });
    });

    it('gives the task to the administrators where the policy says so', async () => {
      const root = await test.rootUser();

      const found = await resolve({ ...rule('role', 'vacant'), whenNobody: 'administrators' });

      expect(found).toMatchObject({ groupKeys: ['role:root', 'role:admin'], fallback: { policy: 'administrators' } });
      expect(found).toMatchObject({ people: expect.arrayContaining([expect.objectContaining({ id: root.id })]) });
    });

    it('gives the task to the starter where the policy says so, if there is one', async () => {
      const settings = { ...rule('role', 'vacant'), whenNobody: 'starter' };

      await expect(resolve(settings, { starter: li })).resolves.toMatchObject({
        assigneeId: li.id,
        fallback: { policy: 'starter' },
      });
      await expect(resolve(settings)).resolves.toMatchObject({ outcome: 'nobody' });
    });
  });

  describe('when the starter is among those found', () => {
    const secretaries = rule('role', 'secretary');
    const onlyLi = () => rule('person', String(li.id));

    it('lets the starter act by default', async () => {
      await expect(resolve(onlyLi(), { starter: li })).resolves.toMatchObject({ assigneeId: li.id });
    });

    it('bars the starter and leaves the task to the others', async () => {
      const found = await resolve({ ...secretaries, whenStarter: 'exclude' }, { starter: li });

      expect(found).toMatchObject({ groupKeys: ['role:secretary', `!user:${li.id}`], people: [{ id: wang.id }] });
    });

    it('bars a starter who joins the group only later', async () => {
      const found = await resolve({ ...rule('role', 'reviewer'), whenStarter: 'exclude' }, { starter: li });

      expect(found).toMatchObject({ groupKeys: ['role:reviewer', `!user:${li.id}`] });
    });

    it('asks for an incident when nobody else is left', async () => {
      await expect(resolve({ ...onlyLi(), whenStarter: 'exclude' }, { starter: li })).resolves.toMatchObject({
        outcome: 'nobody',
        reason: { code: 'assignment.onlyStarter', data: element },
      });
    });

    it('never falls back to the starter it has just barred', async () => {
      const settings = { ...onlyLi(), whenStarter: 'exclude', whenNobody: 'starter' };

      await expect(resolve(settings, { starter: li })).resolves.toMatchObject({ outcome: 'nobody' });
    });

    it('asks the administrators when nobody else is left', async () => {
      await expect(resolve({ ...onlyLi(), whenStarter: 'administrators' }, { starter: li })).resolves.toMatchObject({
        groupKeys: ['role:root', 'role:admin', `!user:${li.id}`],
        fallback: { policy: 'administrators', reason: { code: 'assignment.onlyStarter' } },
      });
    });

    it('skips the task with the named outcome when nobody else is left', async () => {
      await expect(resolve({ ...onlyLi(), whenStarter: 'skip:approve' }, { starter: li })).resolves.toMatchObject({
        outcome: 'skippedForStarter',
        taskOutcome: 'approve',
      });
    });

    it('skips nothing while somebody else can act', async () => {
      await expect(resolve({ ...secretaries, whenStarter: 'skip:approve' }, { starter: li })).resolves.toMatchObject({
        outcome: 'assigned',
        people: [{ id: wang.id }],
      });
    });
  });

  describe('keys of a reader', () => {
    it('holds the person, their roles and their departments, also inherited ones', async () => {
      const { own } = await inTx((tx) => groupKeysOf(tx, zhang.id));

      const expected = [`user:${zhang.id}`, 'role:member', 'role:reviewer', `department:${departmentId}`];
      expect([...own].sort()).toEqual([...expected, `departmentOwners:${departmentId}`].sort());
    });

    it('shows a task to who gets the role later', async () => {
      const late = await test.createUser({ username: 'late', nickname: '后来', roles: ['member'] });
      const task = { processKey: 'covenant', groupKeys: ['role:reviewer'], assigneeId: null };
      await expect(inTx((tx) => mayAct(tx, late.id, task))).resolves.toEqual({ may: false, reason: 'notCandidate' });

      await test.db.getRepository('rolesUsers').create({ values: { roleName: 'reviewer', userId: late.id } });

      await expect(inTx((tx) => mayAct(tx, late.id, task))).resolves.toEqual({ may: true, actingFor: null });
      await expect(inTx((tx) => peopleOf(tx, ['role:reviewer']))).resolves.toMatchObject(
        new Map([['role:reviewer', expect.anything()]]),
      );
    });
  });

  describe('stand-ins', () => {
    const task = { processKey: 'covenant', groupKeys: ['role:secretary'], assigneeId: null };
    const leave = (absent: TestUser, standIn: TestUser, fromOn: string, untilOn: string, processKeys?: readonly string[]) =>
      ({ absentId: absent.id, standInId: standIn.id, fromOn, untilOn, processKeys, reason: '年休假' }) as const;
    const create = (by: Actor, input: Parameters<typeof createStandIn>[2]) => inTx((tx) => createStandIn(tx, by, input));

    afterEach(async () => {
      await test.db.getRepository('bpmnStandIns').destroy({ truncate: true });
    });

    it('act for the absent person from the first to the last day, and not after', async () => {
      await create(actor(wang), leave(wang, zhang, '2026-11-05', '2026-11-06'));

      const actingFor = { may: true, actingFor: { id: wang.id, name: '王芳' } };
      await expect(inTx((tx) => mayAct(tx, zhang.id, task))).resolves.toEqual(actingFor);
      await expect(at(Date.parse('2026-11-06T23:59:59+08:00'), (tx) => mayAct(tx, zhang.id, task))).resolves.toEqual(actingFor);
      await expect(at(Date.parse('2026-11-07T00:00:00+08:00'), (tx) => mayAct(tx, zhang.id, task))).resolves.toMatchObject({
        may: false,
      });
    });

    it('are not followed further', async () => {
      await create(actor(wang), leave(wang, li, '2026-11-05', '2026-11-06'));
      await create(actor(li), leave(li, zhang, '2026-11-05', '2026-11-06'));

      const { actingFor } = await inTx((tx) => groupKeysOf(tx, zhang.id));

      expect(actingFor.map(({ person }) => person.name)).toEqual(['李强']);
    });

    it('keep to the processes they were named for', async () => {
      await create(actor(wang), leave(wang, zhang, '2026-11-05', '2026-11-06', ['election']));

      await expect(inTx((tx) => mayAct(tx, zhang.id, task))).resolves.toMatchObject({ may: false });
      await expect(inTx((tx) => mayAct(tx, zhang.id, { ...task, processKey: 'election' }))).resolves.toMatchObject({ may: true });
    });

    it('end when they are revoked, and say by whom and why', async () => {
      const { id } = await create(actor(wang), leave(wang, zhang, '2026-11-05', '2026-11-30'));

      await at(NOON + DAY, (tx) => revokeStandIn(tx, actor(wang), { id, reason: '提前返岗' }));

      await expect(inTx((tx) => mayAct(tx, zhang.id, task))).resolves.toMatchObject({ may: false });
      const row: Model = await test.db.getRepository('bpmnStandIns').findOne({ filterByTk: id });
      expect(row.toJSON()).toMatchObject({ revokedByName: `user ${wang.id}`, revokeReason: '提前返岗' });
    });

    it('may be named by an administrator for somebody', async () => {
      const administrator = actor(li, ['admin']);

      await expect(create(administrator, leave(wang, zhang, '2026-11-05', '2026-11-06'))).resolves.toMatchObject({
        absent: { name: '王芳' },
        standIn: { name: '张敏' },
        createdBy: { id: li.id },
      });
    });

    it('are refused with standIn.notYours when somebody else names them', async () => {
      await expect(create(actor(li), leave(wang, zhang, '2026-11-05', '2026-11-06'))).rejects.toMatchObject({
        code: 'standIn.notYours',
        status: 403,
      });
    });

    it.each([
      ['standIn.self', () => leave(wang, wang, '2026-11-05', '2026-11-06')],
      ['standIn.badRange', () => leave(wang, zhang, '2026-11-06', '2026-11-05')],
      ['standIn.badRange', () => leave(wang, zhang, '2026-02-30', '2026-11-05')],
      ['standIn.badRange', () => leave(wang, zhang, '2026-11-01', '2026-11-04')],
      ['reason.missing', () => ({ ...leave(wang, zhang, '2026-11-05', '2026-11-06'), reason: ' ' })],
      ['person.notFound', () => leave(wang, { id: 999999 }, '2026-11-05', '2026-11-06')],
    ])('are refused with %s', async (code, input) => {
      await expect(create(actor(wang), input())).rejects.toMatchObject({ code, status: 400 });
    });

    it('are refused with standIn.overlaps while another holds', async () => {
      await create(actor(wang), leave(wang, zhang, '2026-11-05', '2026-11-10'));

      await expect(create(actor(wang), leave(wang, li, '2026-11-10', '2026-11-12'))).rejects.toMatchObject({
        code: 'standIn.overlaps',
      });
    });

    it('are refused with standIn.cyclic when they would come back to the absent person', async () => {
      await create(actor(wang), leave(wang, li, '2026-11-05', '2026-11-10'));

      await expect(create(actor(li), leave(li, wang, '2026-11-10', '2026-11-12'))).rejects.toMatchObject({
        code: 'standIn.cyclic',
      });
    });

    it('can be revoked once, with a reason, by the absent person or an administrator', async () => {
      const { id } = await create(actor(wang), leave(wang, zhang, '2026-11-05', '2026-11-30'));
      const revoke = (by: Actor, reason: string) => inTx((tx) => revokeStandIn(tx, by, { id, reason }));

      await expect(revoke(actor(zhang), 'no')).rejects.toMatchObject({ code: 'standIn.notFound', status: 404 });
      await expect(revoke(actor(wang), '')).rejects.toMatchObject({ code: 'reason.missing' });
      await revoke(actor(li, ['admin']), '调整');
      await expect(revoke(actor(wang), '提前返岗')).rejects.toMatchObject({ code: 'standIn.revokedAlready', status: 409 });
    });
  });
});
