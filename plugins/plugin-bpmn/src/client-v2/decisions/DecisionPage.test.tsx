import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { decisionDetail, decisionProblems, decisionRows, decisionTable, decisionTrial } from '../__fixtures__/decisions';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { DecisionPage } from './DecisionPage';
import { DecisionsPage } from './DecisionsPage';

const BASE = '/admin/wuxin/decisions';
interface Asked {
  params?: Record<string, unknown>;
  data?: unknown;
}
const open = ({ at = '', check = () => [] as unknown }: { at?: string; check?: (asked: Asked) => unknown } = {}) =>
  renderPage(<DecisionPage />, {
    at: `${BASE}/${decisionTable.key}${at}`,
    path: `${BASE}/:key`,
    answers: {
      'bpmnDecisions:detail': ({ params }: Asked) => decisionDetail(Number(params?.number ?? 2)),
      'bpmnDecisions:check': check,
      'bpmnDecisions:try': () => decisionTrial,
    },
  });
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存为新版本' });

describe('the list of decision tables', () => {
  const openList = (rows: () => unknown) =>
    renderPage(<DecisionsPage />, { at: BASE, path: BASE, answers: { 'bpmnDecisions:overview': rows } });

  it('says which processes use a table, and which have an earlier one', async () => {
    openList(() => decisionRows);

    const line = (await screen.findByRole('link', { name: '镇（街）审核意见的去向' })).closest('tr')!;
    expect(within(line).getByText('居民公约')).toBeTruthy();
    expect(within(line).getByText('仍用以前的表')).toBeTruthy();
  });

  it('says that there is none, and keeps others out', async () => {
    openList(() => []);
    expect(await screen.findByText('还没有决策表')).toBeTruthy();
  });

  it('is for administrators, and tells others so in their language', async () => {
    openList(() => {
      throw refusal(403, '', 'No permissions');
    });
    expect(await screen.findByText('您没有查看权限')).toBeTruthy();
    expect(screen.queryByText('No permissions')).toBeNull();
  });
});

describe('the editor of a decision table', () => {
  it('saves a new rule as a new version that the process takes, after saying who keeps the old one', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '添加规则' }));
    fireEvent.change(screen.getByRole('combobox', { name: '规则 5 的“去向”' }), { target: { value: '"conference"' } });
    fireEvent.change(screen.getByRole('textbox', { name: '规则 5 的“说明”' }), { target: { value: '"转会商"' } });
    await waitFor(() => expect(saveButton().disabled).toBe(false));
    fireEvent.click(saveButton());
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/保存后成为第 4 版。.*正在办理的 3 件办件仍按原来的表办理/)).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox', { name: '修改说明' }), { target: { value: '镇里通知' } });
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));

    await screen.findByText('已保存为新版本');
    expect(asked.find(({ url }) => url === 'bpmnDecisions:change')).toMatchObject({
      params: { filterByTk: decisionTable.key },
      data: {
        fromNumber: 3,
        reason: '镇里通知',
        table: { rules: [{}, {}, {}, {}, { id: 'rule5', when: ['-', '-', '-'], then: ['"conference"', '"转会商"'] }] },
      },
    });
    expect(asked.find(({ url }) => url === 'bpmnProcesses:renew')?.params).toEqual({ filterByTk: 'covenant' });
  });

  it('does not save a table with errors, and leads to the cell of each', async () => {
    open({ check: () => decisionProblems });

    fireEvent.change(await screen.findByRole('combobox', { name: '规则 2 的“审核结论”' }), { target: { value: '"doubt' } });
    fireEvent.click(await screen.findByRole('button', { name: /^定\s?位$/ }));

    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '规则 2 的“审核结论”' }));
    expect(screen.getByText('请先改正检查出的错误')).toBeTruthy();
    expect(saveButton().disabled).toBe(true);
  });

  it('shows which rule a trial hits, why, and with which parameters', async () => {
    const { asked } = open();

    const panel = within((await screen.findByRole('heading', { level: 2, name: '试算' })).closest<HTMLElement>('.ant-card')!);
    fireEvent.change(panel.getByRole('textbox', { name: '尚未改正的意见条数' }), { target: { value: '2' } });
    fireEvent.click(panel.getByRole('button', { name: /^试\s?算$/ }));

    expect(await panel.findByText('规则 3 命中')).toBeTruthy();
    expect(panel.getByText('因为“此前退回次数”符合 < param("cov.return_max")')).toBeTruthy();
    expect(panel.getByText('用到的参数：退回修改次数上限 = 3 次')).toBeTruthy();
    expect(screen.getByText('命中')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnDecisions:try')?.data).toMatchObject({ values: [null, 2, null] });
  });

  it('moves, copies and removes rules, and can be taken back', async () => {
    open();

    fireEvent.click(await screen.findByRole('button', { name: '下移规则 1' }));
    fireEvent.click(screen.getByRole('button', { name: '复制规则 1' }));
    fireEvent.click(screen.getByRole('button', { name: '删除规则 4' }));
    const ids = () =>
      screen
        .getAllByRole('row')
        .slice(1, 5)
        .map((row) => row.querySelector('td span span')?.textContent);
    expect(ids()).toEqual(['doubted', 'rule5', 'agreed', 'returnedTooOften']);
    fireEvent.click(screen.getByRole('button', { name: '放弃修改' }));

    expect(ids()).toEqual(['agreed', 'doubted', 'returned', 'returnedTooOften']);
  });

  it('shows an earlier version, from which a new one can start', async () => {
    open({ at: '?version=1' });

    expect(await screen.findByText(/这是第 1 版，不是现行版本/)).toBeTruthy();
    await waitFor(() => expect(saveButton().disabled).toBe(false));
    expect(screen.getByText('内容包的新版本，未采用')).toBeTruthy();
  });
});
