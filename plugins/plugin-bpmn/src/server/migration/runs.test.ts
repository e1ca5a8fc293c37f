import { expectRefused } from '@wuxin/test';
import type { MigrationPreview } from '../../common/api';
import { Desk } from '../__fixtures__';
import { migratingAt } from '../__fixtures__/migrating';
import { tables } from '../store';
import { permit, permitsAt } from './__fixtures__/permits';

/** Who may begin one, how it goes on from case to case, and what it costs. */
describe('a migration', () => {
  let desk: Desk;
  const permits = (key: string) => permitsAt(desk, key);
  const { post, planFor, requestFor, begin, runOf, migrate, faults } = migratingAt(() => desk);

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({ name: 'permits', createdBy: true, fields: [{ type: 'string', name: 'title' }] });
      await db.sync();
    });
  });
  afterEach(async () => expect(await faults()).toEqual([]));
  afterAll(() => desk?.close());

  describe('who may, and what is no migration', () => {
    let key: string;
    beforeAll(async () => {
      key = 'refusing';
      await permits(key);
    });

    it('nobody but administrators', async () => {
      const body = { ...(await requestFor(key)), reason: '试试' };
      for (const [
        action,
        data,
      ] of [['migrationPlan', { from: 1, to: 2 }], ['previewMigration', body], ['migrate', body], ['stopMigration', {}], ['continueMigration', {}]] as const) // prettier-ignore
        for (const person of ['clerk', 'supervisor'] as const)
          expect([action, person, (await post(action, person, key, data)).status]).toEqual([action, person, 403]);
      expect(await tables.migrations.count(desk, { processKey: key })).toBe(0);
    });

    it.each([
      ['the same version', { to: 1 }, { code: 'migration.sameVersion', status: 400 }],
      ['a version that is not there', { to: 9 }, { code: 'version.notFound', status: 404 }],
      ['no reason', { reason: ' ' }, { code: 'task.reasonMissing', status: 400 }],
      ['no case', { at: 'nowhere' }, { code: 'migration.noCases', status: 409 }],
      ['a body that says nothing', { mapping: null }, { code: 'input.invalid', status: 400 }],
    ])('%s', async (_, changes, expected) => {
      const body = { ...(await requestFor(key)), reason: '试试', ...changes };

      await expectRefused((locale) => post('migrate', 'root', key, body, locale), expected);
    });

    it('a draft, or a version about other records', async () => {
      const body = { ...(await requestFor(key)), reason: '试试' };
      await desk
        .as('root')
        .post('bpmnProcesses:deploy', { data: { xml: (await xmlOf(key)).replace('name="审核"', 'name="复核"') } });
      await desk.publishLines('recordless', permit('3', false));
      await desk.publishLines('recordless', `@wuxin:recordCollection="permits"\n${permit('3', false)}`);

      await expectRefused((locale) => post('migrate', 'root', key, { ...body, to: 3 }, locale), {
        code: 'migration.draft',
        status: 409,
      });
      expect((await planFor('recordless')).problem).toContain('不是同一张数据表');
      const moved = { from: 1, to: 2, mapping: { elements: {}, flows: {} }, deadlines: 'kept', reason: '试试' };
      await expectRefused((locale) => post('migrate', 'root', 'recordless', moved, locale), {
        code: 'migration.otherRecord',
        status: 409,
      });
    });

    it('a migration that is not there', async () => {
      const expected = { code: 'migration.notFound', status: 404 };
      await expectRefused((locale) => post('stopMigration', 'root', 'none', {}, locale), expected);
      const params = { filterByTk: 'none' };
      await expectRefused((locale) => desk.as('root').get('bpmnProcesses:migration', { params, locale }), expected);
    });

    const xmlOf = async (processKey: string) => (await tables.versions.find(desk, { processKey, number: 2 }))?.xml ?? '';
  });

  describe('one case after the other', () => {
    it('can be stopped and goes on', async () => {
      const { writing, checking } = await permits('stopped');
      const id = await begin('stopped');

      expect((await post('stopMigration', 'root', id, {})).errors).toEqual([]);
      await desk.drain();
      expect((await runOf(id)).run).toMatchObject({ status: 'stopped', migrated: 0, total: 2 });
      expect(await desk.row(writing)).toMatchObject({ versionNumber: 1 });
      await expectRefused((locale) => post('stopMigration', 'root', id, {}, locale), {
        code: 'migration.notRunning',
        status: 409,
      });

      expect((await post('continueMigration', 'root', id, {})).errors).toEqual([]);
      await desk.drain();
      expect((await runOf(id)).run).toMatchObject({ status: 'completed', migrated: 2 });
      expect(await desk.row(checking)).toMatchObject({ versionNumber: 2 });
      await expectRefused((locale) => post('continueMigration', 'root', id, {}, locale), {
        code: 'migration.notStopped',
        status: 409,
      });
    });

    it('more than a job takes are all migrated, each once', async () => {
      await desk.publishLines('many', permit('10', false));
      for (let index = 0; index < 45; index += 1) await desk.start('many');
      await desk.publishLines('many', permit('5', true));

      const { run } = await migrate('many');

      expect(run).toMatchObject({ status: 'completed', total: 45, migrated: 45 });
      const of = { processKey: 'many' };
      expect(await tables.instances.countBy(desk, ['versionNumber'], of)).toEqual([{ versionNumber: 2, count: 45 }]);
      const ids = (await tables.instances.selectColumns(desk, ['id'], of)).map(({ id }) => id);
      expect(await tables.history.count(desk, { kind: 'instanceMigrated', instanceId: ids })).toBe(45);
    });

    it('a case that another migration has moved meanwhile stays there', async () => {
      const { writing } = await permits('twice');
      const [first, second] = [await begin('twice'), await begin('twice')];

      await desk.drain();

      expect((await runOf(first)).run).toMatchObject({ migrated: 2, refused: 0 });
      expect((await runOf(second)).cases[0]?.reasons).toEqual(['办件已经是第 2 版']);
      expect(await tables.history.count(desk, { instanceId: writing, kind: 'instanceMigrated' })).toBe(1);
    });

    it('back again, when the new version was a mistake', async () => {
      const { checking } = await permits('back');
      await migrate('back');
      const { mapping } = (await post<{ mapping: object }>('migrationPlan', 'root', 'back', { from: 2, to: 1 })).data;

      const id = (await post<{ migrationId: string }>('migrate', 'root', 'back', { from: 2, to: 1, mapping, deadlines: 'kept', reason: '改回' })).data.migrationId; // prettier-ignore
      await desk.drain();

      expect((await runOf(id)).run).toMatchObject({ migrated: 2 });
      await desk.complete('checker', checking, 'check', { outcome: 'agree' });
      expect(await desk.row(checking)).toMatchObject({ status: 'completed', versionNumber: 1 });
    });
  });

  describe('in SQL statements', () => {
    it('a preview takes as many for two cases as for fifty', async () => {
      await desk.publishLines('counted', permit('10', false));
      for (let index = 0; index < 50; index += 1) await desk.start('counted');
      await desk.publishLines('counted', permit('5', true));
      const request = await requestFor('counted');
      const preview = (pageSize: number) => () =>
        post<MigrationPreview>('previewMigration', 'root', 'counted', { ...request, pageSize });
      await preview(1)(); // versions are kept in memory after this

      const few = (await desk.statementsOf(preview(2))).length;
      const many = (await desk.statementsOf(preview(50))).length;

      expect((await preview(50)()).data).toMatchObject({ total: 50, cases: { length: 50 } });
      expect(many).toBe(few);
      expect(few).toBeLessThanOrEqual(10);
    });

    it('a case takes at most 13', async () => {
      await desk.publishLines('single', permit('10', false));
      for (let index = 0; index < 11; index += 1) await desk.start('single');
      await desk.publishLines('single', permit('5', true));
      const ids = (await tables.instances.selectColumns(desk, ['id'], { processKey: 'single' })).map(({ id }) => id);
      await desk.drain();
      const statementsFor = async (instanceIds: string[]) => {
        const id = await begin('single', { instanceIds });
        const statements = await desk.statementsOf(() => desk.drain());
        expect((await runOf(id)).run).toMatchObject({ migrated: instanceIds.length });
        return statements.length;
      };

      const [one, ten] = [await statementsFor(ids.slice(0, 1)), await statementsFor(ids.slice(1))];

      expect(ten - one).toBeLessThanOrEqual(9 * 13);
    });
  });
});
