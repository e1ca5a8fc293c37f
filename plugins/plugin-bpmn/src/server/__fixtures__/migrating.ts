import type { HttpAnswer } from '@wuxin/test';
import type {
  MigrateBody,
  MigrationPlanView,
  MigrationPreview,
  MigrationPreviewBody,
  MigrationRunDetail,
} from '../../common/api';
import type { Desk, Person } from './desk';
import { verifyDatabase } from '../audit';
import { taskStatsOf } from '../task-stats';

type Locale = 'zh-CN' | 'en-US';

/** What an administrator does again and again when cases are migrated; from version 1 to version 2 unless said otherwise. */
export function migratingAt(openDesk: () => Desk) {
  const post = <T>(action: string, by: Person, key: string, data: object, locale?: Locale): Promise<HttpAnswer<T>> =>
    openDesk()
      .as(by)
      .post<T>(`bpmnProcesses:${action}`, { params: { filterByTk: key }, data, locale });

  const numbers = { from: 1, to: 2 };

  async function planFor(key: string, chosen: Record<string, string | null> = {}): Promise<MigrationPlanView> {
    const answer = await post<MigrationPlanView>('migrationPlan', 'root', key, { ...numbers, chosen });
    expect(answer.errors).toEqual([]);
    return answer.data;
  }

  async function requestFor(key: string, chosen: Record<string, string | null> = {}): Promise<Omit<MigrateBody, 'reason'>> {
    const { mapping } = await planFor(key, chosen);
    return { ...numbers, mapping, deadlines: 'kept' };
  }

  async function previewOf(key: string, body: Partial<MigrationPreviewBody> = {}, locale?: Locale): Promise<MigrationPreview> {
    const answer = await post<MigrationPreview>('previewMigration', 'root', key, { ...(await requestFor(key)), ...body }, locale);
    expect(answer.errors).toEqual([]);
    return answer.data;
  }

  async function begin(key: string, body: Partial<MigrateBody> = {}): Promise<string> {
    const data = { ...(await requestFor(key)), reason: '新版本减少了环节', ...body };
    const answer = await post<{ migrationId: string }>('migrate', 'root', key, data);
    expect(answer.errors).toEqual([]);
    return answer.data.migrationId;
  }

  async function runOf(id: string, params: object = {}, locale?: Locale): Promise<MigrationRunDetail> {
    const answer = await openDesk()
      .as('root')
      .get<MigrationRunDetail>('bpmnProcesses:migration', { params: { filterByTk: id, ...params }, locale });
    expect(answer.errors).toEqual([]);
    return answer.data;
  }

  return {
    post,
    planFor,
    requestFor,
    previewOf,
    begin,
    runOf,

    /** Begins, and carries everything out. */
    async migrate(key: string, body: Partial<MigrateBody> = {}): Promise<MigrationRunDetail> {
      const id = await begin(key, body);
      await openDesk().drain();
      return runOf(id);
    },

    /** Invariants that do not hold. */
    async faults(): Promise<unknown[]> {
      await taskStatsOf(openDesk().db).drain();
      const { invariants } = await verifyDatabase(openDesk().engine);
      return invariants.filter(({ broken }) => broken > 0).map(({ name, first }) => ({ name, first }));
    },
  };
}
