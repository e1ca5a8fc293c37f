import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { PackFinding, PackImported, PackPreview } from '../../common/api';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { ImportPage } from './ImportPage';

const finding = (over: Partial<PackFinding>): PackFinding => ({
  id: 'process//x',
  kind: 'taken',
  change: 'changed',
  part: '流程图',
  elementId: 'review',
  name: '镇（街）审核',
  where: '时限 › 数量',
  before: '10',
  here: '10',
  pack: '7',
  ...over,
});
const preview = (over: Partial<PackPreview> = {}): PackPreview => ({
  key: 'covenant',
  name: '居民公约',
  isNew: false,
  revision: 'r1',
  base: 'pack',
  contents: [{ name: '表单', count: 10 }],
  findings: [],
  obstacles: [],
  problems: [],
  ...over,
});
const imported: PackImported = { key: 'covenant', name: '居民公约', number: 3, isNew: false, problems: [] };

const inputOf = (data: unknown): unknown => JSON.parse((data as FormData).get('input') as string);

async function choosing(previews: PackPreview[], take: () => unknown = () => [imported]) {
  const page = renderPage(<ImportPage />, {
    at: '/admin/wuxin/packs/import',
    path: '/admin/wuxin/packs/import',
    answers: { 'bpmnPacks:preview': () => previews, 'bpmnPacks:import': take },
  });
  const file = new File(['x'], '居民公约.zip', { type: 'application/zip' });
  fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [file] } });
  await screen.findByRole('heading', { name: previews[0]!.name });
  return page;
}
const importButton = () => screen.getByRole('button', { name: /导入为草案/ });

it('says before a pack is chosen what will be shown', () => {
  renderPage(<ImportPage />, { at: '/admin/wuxin/packs/import', path: '/admin/wuxin/packs/import', answers: {} });

  expect(screen.getByText('还没有选择内容包')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /导入为草案/ })).toBeNull();
});

it('asks where both sides changed the same thing, and sends what was decided', async () => {
  const conflict = finding({ id: 'process//c', kind: 'conflict', here: '5' });
  const { asked } = await choosing([preview({ findings: [conflict, finding({})] })]);

  const question = screen.getByRole('radiogroup', { name: '流程图 · 镇（街）审核 · 时限 › 数量' });
  expect(within(question).getByRole<HTMLInputElement>('radio', { name: /保留本地/ }).checked).toBe(true);
  fireEvent.click(within(question).getByRole('radio', { name: /采用内容包/ }));
  fireEvent.click(importButton());

  await screen.findByText('已导入 1 个程序，各为草案');
  const sent = asked.find(({ url }) => url === 'bpmnPacks:import');
  expect(inputOf(sent?.data)).toEqual({ choices: [{ key: 'covenant', revision: 'r1', fromPack: ['process//c'] }] });
  expect(screen.getByRole('link', { name: '与第 2 版比较' })).toBeTruthy();
});

it('does not import what lacks something', async () => {
  await choosing([
    preview({
      findings: [finding({})],
      obstacles: [{ kind: 'activityType', text: '本系统没有节点类型“ballot”。', isWarning: false }],
    }),
  ]);

  expect(screen.getByText('本系统没有节点类型“ballot”。')).toBeTruthy();
  expect(importButton()).toHaveProperty('disabled', true);
});

it('leaves out what is the same here, unless somebody wants it', async () => {
  await choosing([preview({}), preview({ key: 'filing', name: '备案', isNew: true })]);

  expect(screen.getAllByRole<HTMLInputElement>('checkbox', { name: '导入' }).map(({ checked }) => checked)).toEqual([
    false,
    true,
  ]);
  expect(importButton().textContent).toContain('1 个程序');
});

it('leaves out what somebody does not want', async () => {
  const { asked } = await choosing([preview({ findings: [finding({})] }), preview({ key: 'filing', name: '备案', isNew: true })]);

  fireEvent.click(screen.getAllByRole('checkbox', { name: '导入' })[0]!);
  fireEvent.click(importButton());

  await screen.findByText('已导入 1 个程序，各为草案');
  expect(inputOf(asked.find(({ url }) => url === 'bpmnPacks:import')?.data)).toMatchObject({ choices: [{ key: 'filing' }] });
});

it('keeps file and choices when somebody changed the process meanwhile, and looks again', async () => {
  const conflict = finding({ id: 'process//c', kind: 'conflict', here: '5' });
  const { asked } = await choosing([preview({ findings: [conflict] })], () => {
    throw refusal(409, 'pack.changedSince', '“居民公约”在您查看之后又有人改过。');
  });
  fireEvent.click(screen.getByRole('radio', { name: /采用内容包/ }));
  fireEvent.click(importButton());

  expect(await screen.findByText(/在您查看之后又有人改过/)).toBeTruthy();
  await waitFor(() => expect(asked.filter(({ url }) => url === 'bpmnPacks:preview')).toHaveLength(2));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /采用内容包/ }).checked).toBe(true);
});
