import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { parameterDetail, parameterOverview, parameterReach } from '../__fixtures__/parameters';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { ParameterPage } from './ParameterPage';
import { ParametersPage } from './ParametersPage';

const BASE = '/admin/wuxin/parameters';
const common = { 'bpmnParameters:places': () => [], 'bpmnParameters:reach': () => parameterReach };
const openList = (overview: () => unknown = () => parameterOverview, at = '') =>
  renderPage(<ParametersPage />, { at: `${BASE}${at}`, path: BASE, answers: { ...common, 'bpmnParameters:overview': overview } });
const openOne = (key: string, more: Record<string, () => unknown> = {}) =>
  renderPage(<ParameterPage />, {
    at: `${BASE}/${key}?place=12`,
    path: `${BASE}/:key`,
    answers: { ...common, 'bpmnParameters:detail': () => parameterDetail(key), ...more },
  });

async function openChange(value: string) {
  fireEvent.click(await screen.findByRole('button', { name: '设定新值' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('spinbutton', { name: '取值' }), { target: { value } });
  fireEvent.change(dialog.getByRole('textbox', { name: /依据/ }), { target: { value: '县民政局 2026 年第 3 号通知' } });
  return dialog;
}

describe('the list of parameters', () => {
  it('groups by procedure and says where each value comes from and how sure it is', async () => {
    openList();

    const group = (await screen.findByRole('heading', { level: 2, name: '居民公约' })).closest<HTMLElement>('.ant-card')!;
    expect(within(group).getByText('待确认')).toBeTruthy();
    expect(within(group).getByText('演示确认')).toBeTruthy();
    expect(within(group).getByText('法定：不多于 10 个日历日')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: '多个流程共用' })).toBeTruthy();
    expect(screen.getByText('汉滨区')).toBeTruthy();
  });

  it('asks for the place in the address and can show only what is to be confirmed', async () => {
    const { asked } = openList(undefined, '?place=1&show=open');

    expect(await screen.findByRole('link', { name: '妇女参会比例' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '备案期限' })).toBeNull();
    expect(asked.find(({ url }) => url === 'bpmnParameters:overview')?.params).toMatchObject({ placeId: '1' });
  });

  it('can show what one process reads, shared ones as well', async () => {
    openList(undefined, '?process=charter');

    expect(await screen.findByRole('link', { name: '户代表会议到会比例（超过）' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '备案期限' })).toBeNull();
    expect(screen.getByText('全部（1）')).toBeTruthy();
    expect(screen.getByText('居民自治章程', { selector: '.ant-select-selection-item' })).toBeTruthy();
  });

  it('says that a process has none', async () => {
    openList(undefined, '?process=nothing');

    expect(await screen.findByText('这个流程没有使用参数')).toBeTruthy();
  });

  it('lets somebody else’s proposal be approved, after saying whom that touches', async () => {
    const { asked } = openList();

    fireEvent.click(await screen.findByRole('button', { name: '批准 王芳 对“镇审核期限”的申请' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/正在办理的 3 件办件仍按发起时的取值办理/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: /^批\s?准$/ }));

    expect(await screen.findByText('已批准')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnParameters:approve')?.params).toEqual({ filterByTk: 'p1' });
    expect(screen.getByText('您提出的，等待他人批准')).toBeTruthy();
  });

  it('is for administrators', async () => {
    openList(() => {
      throw refusal(403, 'forbidden', '');
    });

    expect(await screen.findByText('您没有查看权限')).toBeTruthy();
  });
});

describe('one parameter', () => {
  it('shows the way to its value, other places, and who changed it why', async () => {
    openOne('cov.review_days');

    const way = within(await screen.findByRole('region', { name: '取值从哪里来' }));
    expect(way.getByText('县（区） · 汉滨区')).toBeTruthy();
    expect(way.getByText('现行')).toBeTruthy();
    expect(way.getByText(/将改为 12 个工作日/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '青山镇' })).toBeTruthy();
    expect(screen.getByText('青政发〔2026〕8 号')).toBeTruthy();
  });

  it('sets a value within the limits for the chosen place, with its ground', async () => {
    const { asked } = openOne('cov.review_days');

    const dialog = await openChange('12');
    fireEvent.click(dialog.getByRole('button', { name: '保存新值' }));

    expect(await screen.findByText('新值已保存')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnParameters:set')).toMatchObject({
      params: { filterByTk: 'cov.review_days' },
      data: { value: 12, placeId: '12', reason: '县民政局 2026 年第 3 号通知' },
    });
  });

  it('says before saving what the new value would contradict, and lets it be saved', async () => {
    const text = '参数互相矛盾：审核比总期限长（镇审核期限 = 12 个工作日）';
    const contradictions = [{ processName: '居民公约', text }];
    const { asked } = openOne('cov.review_days', { 'bpmnParameters:reach': () => ({ ...parameterReach, contradictions }) });

    const dialog = await openChange('12');
    expect(await dialog.findByText(`“居民公约”：${text}`)).toBeTruthy();
    await waitFor(() =>
      expect(asked.findLast(({ url }) => url === 'bpmnParameters:reach')?.params).toEqual({
        filterByTk: 'cov.review_days',
        placeId: '12',
        value: '12',
      }),
    );
    fireEvent.click(dialog.getByRole('button', { name: '保存新值' }));

    expect(await screen.findByText('新值已保存')).toBeTruthy();
  });

  it('says before sending that a value beyond a policy limit goes to somebody above, and explains a refusal', async () => {
    openOne('cov.review_days', {
      'bpmnParameters:propose': () => {
        throw refusal(403, 'parameter.notYourPlace', '您不能设置该属地的“镇审核期限”。');
      },
    });

    const dialog = await openChange('20');
    expect(await dialog.findByText(/超出界限（政策：不多于 15 个工作日）：将作为申请提出/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '提出申请' }));

    expect(await dialog.findByText('您不能设置该属地的“镇审核期限”。')).toBeTruthy();
    expect(dialog.getByText('请由该属地或上级的工作人员，或者管理员设定。')).toBeTruthy();
  });

  it('does not send a value beyond a statutory limit', async () => {
    const { asked } = openOne('cov.file_days');

    const dialog = await openChange('11');
    fireEvent.click(dialog.getByRole('button', { name: '保存新值' }));

    expect(await dialog.findByText('超出法定界限（法定：不多于 10 个日历日），任何人都不能批准')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'bpmnParameters:set')).toBe(false);
  });

  it('is confirmed for the place where the reader may, with the ground', async () => {
    const { asked } = openOne('cov.women_pct');

    fireEvent.click(await screen.findByRole('button', { name: '确认现行取值' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByRole('textbox', { name: /确认依据/ }), { target: { value: '县民政局 2026 年第 3 号通知' } });
    fireEvent.click(dialog.getByRole('button', { name: /^确\s?认$/ }));

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'bpmnParameters:confirm')).toMatchObject({
        params: { filterByTk: 'cov.women_pct' },
        data: { value: 30, placeId: '12', reason: '县民政局 2026 年第 3 号通知' },
      }),
    );
  });

  it('says who set what holds, and which values begin later', async () => {
    openOne('cov.review_days');

    expect(await screen.findByText('周建民：演示数据')).toBeTruthy();
    expect(screen.getByText(/汉滨区将改为 12 个工作日，自/)).toBeTruthy();
    const history = within(screen.getByRole('region', { name: '变更记录' }));
    expect(history.getAllByText('尚未生效')).toHaveLength(1);
    expect(history.getAllByText('已生效')).toHaveLength(2);
    const other = screen.getByRole('link', { name: '白河镇' }).closest('tr')!;
    expect(within(other).getByText('尚未生效')).toBeTruthy();
  });

  it('with a list of values offers these by their names', async () => {
    const detail = parameterDetail('cov.women_pct');
    const options = [
      { value: 'formal', label: '正式党员' },
      { value: 'all', label: '正式党员和预备党员' },
    ];
    const parameter = { ...detail.parameter, value: 'formal', unit: null, options };
    const { asked } = openOne('cov.women_pct', { 'bpmnParameters:detail': () => ({ ...detail, parameter }) });

    fireEvent.click(await screen.findByRole('button', { name: '设定新值' }));
    expect(screen.getAllByText('正式党员').length).toBeGreaterThan(0);
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.mouseDown(dialog.getByRole('combobox', { name: '取值' }));
    fireEvent.click(await screen.findByTitle('正式党员和预备党员'));
    fireEvent.change(dialog.getByRole('textbox', { name: /依据/ }), { target: { value: '市委组织部通知' } });
    fireEvent.click(dialog.getByRole('button', { name: '保存新值' }));

    await waitFor(() => expect(asked.find(({ url }) => url === 'bpmnParameters:set')?.data).toMatchObject({ value: 'all' }));
  });

  it('says what no step could use instead of sending it', async () => {
    const { asked } = openOne('cov.file_days');

    const dialog = await openChange('5.5');
    fireEvent.click(dialog.getByRole('button', { name: '保存新值' }));

    expect(await dialog.findByText('请填 0 到 3650 的整数')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'bpmnParameters:set')).toBe(false);
  });
});
