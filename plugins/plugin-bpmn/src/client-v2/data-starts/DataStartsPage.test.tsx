import { fireEvent, screen, within } from '@testing-library/react';
import { App } from 'antd';
import type { DataStartBody, DataStartRow, SettingChangePage } from '../../common/api';
import { dataStartOptions, repairRule } from '../__fixtures__/data-starts';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { DataStartsPage } from './DataStartsPage';
import { bodyOf, NEW_RULE, noteOn, valuesOf } from './rule-values';

const parts = [{ name: '条件', before: '（空）', after: 'record.status = "accepted"' }];
const CHANGES: SettingChangePage = {
  total: 1,
  rows: [{ id: '1', at: 1_780_000_000_000, by: { id: 3, name: '王芳' }, text: '修改规则“受理后维修”。', parts }],
};

const open = (rows: DataStartRow[], answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(
    <App>
      <DataStartsPage />
    </App>,
    {
      at: '/admin/wuxin/data-starts',
      path: '/admin/wuxin/data-starts',
      answers: {
        'bpmnDataStarts:overview': () => rows,
        'bpmnDataStarts:changes': () => CHANGES,
        'bpmnDataStarts:options': () => dataStartOptions,
        'bpmnDataStarts:check': () => [],
        'bpmnDataStarts:save': () => ({ id: '1' }),
        'bpmnDataStarts:reach': () => ({ started: { running: 2, suspended: 1, completed: 4 }, waiting: 1 }),
        'bpmnDataStarts:remove': () => ({ dropped: 1 }),
        'bpmnDataStarts:retry': () => ({ retried: 1 }),
        ...answers,
      },
    },
  );

describe('the page of rules by which records start cases', () => {
  it('lists them in words, with what failed and why', async () => {
    open([repairRule, { ...repairRule, id: '2', name: '其他', conditionText: null, failed: [], isPublished: false }]);

    await screen.findByText('受理后维修');
    const [, row, other] = within(screen.getByRole('region', { name: '数据发起规则列表' })).getAllByRole('row');

    expect(row?.textContent).toMatch(
      /受理后维修.*报修.*修改记录时.*状态 是“已受理”.*维修.*启用.*1 条记录没有发起成功.*记录 12：没有这个属地。/,
    );
    expect(other?.textContent).toMatch(/record.status = "accepted".*流程没有发布，不会发起/);
  });

  it('says who changed which part of which rule', async () => {
    open([]);

    const line = (await screen.findByText('修改规则“受理后维修”。')).closest('tr');

    expect(line?.textContent).toMatch(/王芳.*条件：（空） → record.status = "accepted"/);
  });

  it('tries failed starts again', async () => {
    const { asked } = open([repairRule]);

    fireEvent.click(await screen.findByRole('button', { name: '重新发起' }));

    expect(await screen.findByText('已重新发起 1 条')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnDataStarts:retry')).toMatchObject({ params: { filterByTk: '1' } });
  });

  it('says what a removal concerns in numbers before it removes', async () => {
    const { asked } = open([repairRule]);

    fireEvent.click(await screen.findByRole('button', { name: '删除规则“受理后维修”？' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/已发起的 3 件在办、4 件已结束的办件照常保留；1 条/)).toBeTruthy();
    expect(asked.some(({ url }) => url === 'bpmnDataStarts:remove')).toBe(false);
    fireEvent.click(dialog.getByRole('button', { name: /^删\s?除$/ }));

    expect(await screen.findByText('规则已删除')).toBeTruthy();
  });

  it('shows an error at the field that it is about while the rule is written', async () => {
    open([repairRule], {
      'bpmnDataStarts:check': () => [{ part: { kind: 'condition' }, severity: 'error', text: '没有名为“状态”的变量' }],
    });
    fireEvent.click(await screen.findByRole('button', { name: '修改规则“受理后维修”' }));
    const field = await screen.findByLabelText('条件');

    fireEvent.change(field, { target: { value: '状态 = 1' } });

    const problem = await screen.findByText('没有名为“状态”的变量');
    expect(problem.closest('.ant-form-item-has-error')?.contains(field)).toBe(true);
  });

  it('saves a changed rule whole, with rows of values', async () => {
    const { asked } = open([repairRule]);
    fireEvent.click(await screen.findByRole('button', { name: '修改规则“受理后维修”' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('这个流程发起时要：费用（cost）')).toBeTruthy();

    fireEvent.click(dialog.getByRole('button', { name: '增加一项' }));
    fireEvent.change(dialog.getAllByLabelText('变量名')[1]!, { target: { value: 'source' } });
    fireEvent.change(dialog.getAllByLabelText('值（= 开头为公式）')[1]!, { target: { value: '窗口' } });
    fireEvent.click(dialog.getByRole('switch'));
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));

    await screen.findByText('规则已保存');
    const expected: DataStartBody = {
      id: '1',
      name: '受理后维修',
      collection: 'repairs',
      event: 'updated',
      condition: 'record.status = "accepted"',
      processKey: 'repair',
      placeField: 'communityId',
      title: '="维修：" + record.title',
      variables: { cost: '=record.cost', source: '窗口' },
      isEnabled: false,
    };
    expect(asked.find(({ url }) => url === 'bpmnDataStarts:save')?.data).toEqual(expected);
  });

  it('asks about a new rule only once something is written, also before its collection is chosen', async () => {
    const { asked } = open([], {
      'bpmnDataStarts:check': () => [{ part: { kind: 'condition' }, severity: 'error', text: '括号没有合上' }],
    });
    fireEvent.click(await screen.findByRole('button', { name: '新增规则' }));
    const field = await screen.findByLabelText('条件');
    const checks = () => asked.filter(({ url }) => url === 'bpmnDataStarts:check');
    fireEvent.change(await screen.findByLabelText('规则名称'), { target: { value: '受理' } });
    fireEvent.change(field, { target: { value: 'record.a = (' } });

    expect(await screen.findByText('括号没有合上')).toBeTruthy();
    expect(checks().map(({ data }) => (data as { condition: string }).condition)).toEqual(['record.a = (']);
  });

  it('wants what a new rule cannot do without', async () => {
    const { asked } = open([]);
    expect(await screen.findByText('还没有规则')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: '新增规则' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));

    for (const name of ['规则名称', '数据表', '流程']) expect(await dialog.findByText(`请填写“${name}”`)).toBeTruthy();
    expect(asked.some(({ url }) => url === 'bpmnDataStarts:save')).toBe(false);
  });

  it('is not for everybody', async () => {
    open([], {
      'bpmnDataStarts:overview': () => {
        throw refusal(403, 'dataStart.administratorsOnly', '只有管理员可以设置数据发起规则');
      },
    });

    expect(await screen.findByText('只有管理员可以设置数据发起规则')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '新增规则' })).toBeNull();
  });
});

describe('what the form holds', () => {
  it('becomes the rule that it was made of', () => {
    const { id, collectionTitle, conditionText, processName, isPublished, placeFieldTitle, failed, ...rule } = repairRule;

    expect(bodyOf(valuesOf(repairRule))).toEqual(rule);
  });

  it('leaves out rows without a name and what is empty', () => {
    const body = bodyOf({ ...NEW_RULE, condition: ' ', title: '', variables: [{ value: 'x' }, { name: ' a ', value: '1' }] });

    expect(body).toMatchObject({ condition: null, title: null, placeField: null, variables: { a: '1' } });
  });

  it('tells problems of one value from those of another', () => {
    const problems = [{ part: { kind: 'variable', name: 'a' }, severity: 'warning', text: '注意' }] as const;

    expect(noteOn(problems, { kind: 'variable', name: 'a' })).toEqual({ validateStatus: 'warning', help: '注意' });
    expect(noteOn(problems, { kind: 'variable', name: 'b' })).toEqual({});
  });
});
