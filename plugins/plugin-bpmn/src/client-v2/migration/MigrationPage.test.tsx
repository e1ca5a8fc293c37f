import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { MigrationCaseView, MigrationPlanView } from '../../common/api';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { MigrationPage } from './MigrationPage';

const plan: MigrationPlanView = {
  processName: '居民公约',
  versions: [
    { number: 2, isPublished: true, running: 0 },
    { number: 1, isPublished: false, running: 3 },
  ],
  from: { number: 1 },
  to: { number: 2 },
  problem: null,
  cases: 3,
  mapping: { elements: { covenant: 'covenant', review: 'review' }, flows: {} },
  rows: [
    { elementId: 'draft', name: '起草', kind: 'step', cases: 0, targetId: 'draft', problem: null, targets: [{ elementId: 'draft', name: '起草' }] },
    { elementId: 'review', name: '镇（街）审核', kind: 'step', cases: 2, targetId: 'review', problem: null, targets: [{ elementId: 'review', name: '镇（街）审核' }] },
    { elementId: 'old', name: '老环节', kind: 'step', cases: 1, targetId: null, problem: '新版本中没有这个节点', targets: [{ elementId: 'fresh', name: '新环节' }] },
  ],
  flows: [],
}; // prettier-ignore
const caseOf = (id: string, reasons: string[] = []): MigrationCaseView => ({ instanceId: id, title: `办件 ${id}`, placeName: '安岭社区', effects: [], reasons }); // prettier-ignore

const open = (more: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(<MigrationPage />, {
    at: '/admin/wuxin/processes/covenant/migrate?from=1&to=2',
    path: '/admin/wuxin/processes/:key/migrate',
    answers: {
      'bpmnProcesses:migrationPlan': () => plan,
      // two pages, as of hundreds of cases
      'bpmnProcesses:previewMigration': ({ data }) =>
        (data as { after?: string }).after === undefined
          ? { total: 3, cases: [caseOf('1'), caseOf('2')], next: '2' }
          : { total: 3, cases: [caseOf('3', ['停在“老环节”，没有说明在新版本的哪里继续'])], next: null },
      'bpmnProcesses:migrate': () => ({ migrationId: '77' }),
      ...more,
    },
  });

it('shows where cases stand and what is proposed; the rest on request', async () => {
  open();

  const table = await screen.findByRole('table');
  expect(within(table).getByText('镇（街）审核', { selector: 'strong' })).toBeTruthy();
  expect(within(table).getByText('新版本中没有这个节点')).toBeTruthy();
  expect(within(table).queryByText('起草')).toBeNull();
  fireEvent.click(screen.getByRole('checkbox'));
  expect(within(table).getByText('起草', { selector: 'strong' })).toBeTruthy();
});

it('asks the server again with what was chosen', async () => {
  const { asked } = open();

  fireEvent.mouseDown(await screen.findByRole('combobox', { name: '“老环节”在新版本的哪里继续' }));
  fireEvent.click(await screen.findByText('新环节'));

  await waitFor(() => expect(asked.at(-1)?.data).toMatchObject({ from: 1, to: 2, chosen: { old: 'fresh' } }));
});

it('counts what can and cannot with the reasons, and begins with a reason of one’s own', async () => {
  const { asked } = open();

  fireEvent.click(await screen.findByRole('button', { name: '逐件检查，不做改动' }));
  expect(await screen.findByText('能迁移 2 件，不能迁移 1 件')).toBeTruthy();
  expect(screen.getByText('停在“老环节”，没有说明在新版本的哪里继续（1 件）')).toBeTruthy();
  expect(screen.getAllByRole('link', { name: /^办件/ }).map(({ textContent }) => textContent)).toEqual([
    '办件 3',
    '办件 1',
    '办件 2',
  ]);
  fireEvent.click(screen.getByRole('button', { name: '迁移 2 件' }));
  fireEvent.change(await screen.findByLabelText('理由'), { target: { value: '缩短了审核' } });
  fireEvent.click(screen.getByRole('button', { name: '开始迁移' }));

  await waitFor(() => expect(asked.at(-1)).toMatchObject({ url: 'bpmnProcesses:migrate', data: { from: 1, to: 2, deadlines: 'kept', reason: '缩短了审核', mapping: plan.mapping } })); // prettier-ignore
});

it('forgets what it saw when something else is chosen', async () => {
  open();
  fireEvent.click(await screen.findByRole('button', { name: '逐件检查，不做改动' }));
  expect(await screen.findByRole('button', { name: '迁移 2 件' })).toBeTruthy();

  fireEvent.click(screen.getByRole('radio', { name: /按新版本重新计算/ }));

  expect(screen.queryByRole('button', { name: '迁移 2 件' })).toBeNull();
});

it('says what the server refuses, and that there is nothing to migrate', async () => {
  open({ 'bpmnProcesses:previewMigration': () => { throw refusal(409, 'migration.otherRecord', '业务记录不同'); } }); // prettier-ignore
  fireEvent.click(await screen.findByRole('button', { name: '逐件检查，不做改动' }));

  expect((await screen.findByRole('alert')).textContent).toContain('业务记录不同');
});

it('is empty where no case runs', async () => {
  open({ 'bpmnProcesses:migrationPlan': () => ({ ...plan, cases: 0, rows: [] }) });

  expect(await screen.findByText('第 1 版没有在办办件')).toBeTruthy();
});
