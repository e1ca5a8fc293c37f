import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { PackImported, PackPreview, ProcessRow } from '../../common/api';
import { processDetail } from '../__fixtures__/administration';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import ProcessesPage, { ProcessDetailPage } from '../processes';
import { ShippedPage } from './ShippedPage';

const preview: PackPreview = {
  key: 'covenant',
  name: '居民公约',
  isNew: false,
  revision: 'r1',
  base: 'pack',
  contents: [{ name: '表单', count: 10 }],
  findings: [
    {
      id: 'process//c',
      kind: 'conflict',
      change: 'changed',
      part: '流程图',
      elementId: 'review',
      name: '镇（街）审核',
      where: '时限 › 数量',
      before: '10',
      here: '6',
      pack: '5',
    },
  ],
  obstacles: [],
  problems: [],
};
const imported: PackImported = { key: 'covenant', name: '居民公约', number: 3, isNew: false, problems: [] };

const open = (at: string, take: () => unknown = () => [imported]) =>
  renderPage(<ShippedPage />, {
    at,
    path: '/admin/wuxin/packs/shipped',
    answers: { 'bpmnPacks:previewShipped': () => [preview], 'bpmnPacks:importShipped': take },
  });

it('shows at once what the newer version of one process would change, and takes in what was decided', async () => {
  const { asked } = open('/admin/wuxin/packs/shipped?process=covenant');

  fireEvent.click(await screen.findByRole('radio', { name: /采用内容包/ }));
  fireEvent.click(screen.getByRole('button', { name: /导入为草案/ }));

  await screen.findByText('已导入 1 个程序，各为草案');
  expect(asked.map(({ url, data }) => [url, data])).toEqual([
    ['bpmnPacks:previewShipped', { key: 'covenant', fromPack: [] }],
    ['bpmnPacks:importShipped', { choices: [{ key: 'covenant', revision: 'r1', fromPack: ['process//c'] }] }],
  ]);
});

it('shows those of all processes where none is named', async () => {
  const { asked } = open('/admin/wuxin/packs/shipped');

  await screen.findByRole('heading', { name: '居民公约' });
  expect(asked[0]?.data).toEqual({ fromPack: [] });
});

it('says that somebody else was faster, and keeps what was chosen', async () => {
  open('/admin/wuxin/packs/shipped', () => {
    throw refusal(409, 'pack.changedSince', '“居民公约”在您查看之后又有人改过。');
  });
  fireEvent.click(await screen.findByRole('radio', { name: /采用内容包/ }));
  fireEvent.click(screen.getByRole('button', { name: /导入为草案/ }));

  expect(await screen.findByText(/在您查看之后又有人改过/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /采用内容包/ }).checked).toBe(true);
});

const detailOf = (shippedSince: number | null) => {
  const detail = processDetail('<xml/>');
  return { ...detail, process: { ...detail.process, shippedSince } };
};
const list = (rows: ProcessRow[]) =>
  renderPage(<ProcessesPage />, {
    at: '/admin/wuxin/processes',
    path: '/admin/wuxin/processes',
    answers: { 'bpmnProcesses:overview': () => rows, 'bpmnIncidents:open': () => [] },
  });

it('is named above the list of processes, which leads to it, and at its process', async () => {
  list([detailOf(Date.parse('2026-11-20T09:00:00+08:00')).process, { ...detailOf(null).process, key: 'filing', name: '备案' }]);

  expect(await screen.findByText(/1 个程序的新版已随插件到来：居民公约。/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '查看差异并合并' }).getAttribute('href')).toBe('/admin/wuxin/packs/shipped');
  expect(screen.getAllByText('随插件来了新版')).toHaveLength(1);
});

it('is nowhere where nothing newer came', async () => {
  list([detailOf(null).process]);

  await screen.findByText('居民公约');
  expect(screen.queryByRole('link', { name: '查看差异并合并' })).toBeNull();
});

it('is named on the page of its process', async () => {
  renderPage(<ProcessDetailPage />, {
    at: '/admin/wuxin/processes/covenant/detail?tab=versions',
    path: '/admin/wuxin/processes/:key/detail',
    answers: {
      'bpmnProcesses:detail': () => detailOf(Date.parse('2026-11-20T09:00:00+08:00')),
      'bpmnProcesses:migrations': () => [],
      'bpmnProcesses:changes': () => ({ total: 0, rows: [] }),
    },
  });

  expect(await screen.findByText(/这个程序的新版已随插件到来（2026-11-20）/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '查看差异并合并' }).getAttribute('href')).toBe(
    '/admin/wuxin/packs/shipped?process=covenant',
  );
});

describe('that nobody wants', () => {
  const since = Date.parse('2026-11-20T09:00:00+08:00');
  const page = (process: Partial<ProcessRow>) =>
    renderPage(<ProcessDetailPage />, {
      at: '/admin/wuxin/processes/covenant/detail?tab=versions',
      path: '/admin/wuxin/processes/:key/detail',
      answers: {
        'bpmnProcesses:detail': () => ({ ...detailOf(null), process: { ...detailOf(null).process, ...process } }),
        'bpmnProcesses:migrations': () => [],
        'bpmnProcesses:changes': () => ({ total: 0, rows: [] }),
      },
    });
  const act = async (name: string, reason: string) => {
    fireEvent.click(await screen.findByRole('button', { name }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: reason } });
    fireEvent.click(within(dialog).getByRole('button', { name }));
  };
  const sent = (asked: ReturnType<typeof page>['asked']) =>
    waitFor(() => {
      const found = asked.find(({ url }) => url === 'bpmnPacks:dismissShipped');
      expect(found).toBeTruthy();
      return found?.data;
    });

  it('is dismissed with a reason on the page of its process', async () => {
    const { asked } = page({ shippedSince: since });

    await act('不要这个新版', '本镇不改');

    expect(await sent(asked)).toEqual({ key: 'covenant', since, reason: '本镇不改', isDismissed: true });
  });

  it('says who dismissed it and why, and can be shown again', async () => {
    const dismissed = { since, by: { id: 1, name: '赵磊' }, at: Date.parse('2026-11-21T09:00:00+08:00'), reason: '本镇不改' };
    const { asked } = page({ shippedDismissed: dismissed });
    expect(await screen.findByText(/已由赵磊于 2026-11-21 标为不要。理由：本镇不改/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: '查看差异并合并' })).toBeNull();

    await act('重新显示', '再看看');

    expect(await sent(asked)).toEqual({ key: 'covenant', since, reason: '再看看', isDismissed: false });
  });
});
