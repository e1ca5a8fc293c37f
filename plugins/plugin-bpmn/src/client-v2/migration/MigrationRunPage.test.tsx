import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { MigrationRunDetail } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { MigrationRunPage } from './MigrationRunPage';

const detail: MigrationRunDetail = {
  processKey: 'covenant',
  processName: '居民公约',
  moved: [{ from: '老环节', to: '新环节' }],
  run: {
    id: '77',
    from: 1,
    to: 2,
    deadlines: 'kept',
    reason: '缩短了审核',
    status: 'running',
    total: 4,
    migrated: 1,
    refused: 1,
    startedAt: Date.parse('2026-11-26T10:00:00+08:00'),
    startedByName: '王芳',
    endedAt: null,
  },
  cases: [
    { instanceId: '9', title: '办件 9', placeName: null, status: 'refused', doneAt: 1, effects: [], reasons: ['办件已经办结'] },
    { instanceId: '8', title: '办件 8', placeName: null, status: 'migrated', doneAt: 1, effects: [], reasons: [] },
  ],
};

const open = (answer: MigrationRunDetail) =>
  renderPage(<MigrationRunPage />, {
    at: '/admin/wuxin/processes/covenant/migrations/77',
    path: '/admin/wuxin/processes/:key/migrations/:id',
    answers: { 'bpmnProcesses:migration': () => answer },
  });

it('says how far it is, who began it why, and what became of each case', async () => {
  open(detail);

  expect(await screen.findByText(/已迁移 1 件，没有迁移 1 件，等候 2 件/)).toBeTruthy();
  for (const text of ['王芳', '缩短了审核', '老环节 → 新环节', '办件已经办结']) expect(screen.getByText(text)).toBeTruthy();
  expect(screen.getByRole('link', { name: '办件 8' })).toBeTruthy();
});

it('is stopped by a button', async () => {
  const { asked } = open(detail);

  fireEvent.click(await screen.findByRole('button', { name: '停止迁移' }));

  await waitFor(() => expect(asked.map(({ url }) => url)).toContain('bpmnProcesses:stopMigration'));
});

it('offers nothing more when it is done', async () => {
  open({ ...detail, run: { ...detail.run, status: 'completed' } });

  expect(await screen.findByText('已完成')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '停止迁移' })).toBeNull();
});
