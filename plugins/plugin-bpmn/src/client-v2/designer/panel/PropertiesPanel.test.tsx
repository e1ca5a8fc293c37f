import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { setLanguage } from '../../../../../../test/stubs/flow-engine';
import type { DesignOptions } from '../../../common/api';
import { NO_OPTIONS } from '../../__fixtures__/design-options';
import { renderPage } from '../../__fixtures__/renderPage';
import { COVENANT, Drawing } from '../__fixtures__/drawing';
import { itemsOf, textIn, type ElementChange } from '../settings';
import { PropertiesPanel } from './PropertiesPanel';

const OPTIONS: DesignOptions = {
  ...NO_OPTIONS,
  assigneeKinds: [
    { kind: 'person', title: '指定人员', choices: null },
    {
      kind: 'post',
      title: '岗位',
      choices: [
        { value: 'townshipReviewer', label: '镇（街）审核人员' },
        { value: 'supervisor', label: '督查人员' },
      ],
    },
    { kind: 'starter', title: '发起人', choices: null },
  ],
  people: [],
  fields: [{ name: 'kind', title: '公约种类', kind: 'choice', options: [{ value: 'new', label: '新订' }] }],
  activityTypes: [{ value: 'requirement', label: '核对办理条件' }],
  parameters: [{ value: 'cov.review_days', label: '镇审核期限' }],
  collections: [{ value: 'covenants', label: '居民公约' }],
};

const onDesignForm = jest.fn();
const onInsert = jest.fn();

/** The panel of an element of the covenant; gives the drawing and what was changed. */
async function openPanel(elementId: string, xml = COVENANT) {
  const drawing = await Drawing.read(xml);
  const changes: ElementChange[] = [];
  function Panel() {
    const [, setLook] = useState(0);
    return (
      <PropertiesPanel
        element={drawing.element(elementId)}
        options={OPTIONS}
        onDesignForm={onDesignForm}
        onInsert={onInsert}
        change={(element, change) => {
          changes.push(change);
          drawing.change(element, change);
          setLook((look) => look + 1);
        }}
      />
    );
  }
  renderPage(<Panel />, { at: '/', path: '/', answers: {} });
  await screen.findByRole('heading', { level: 2 });
  return { drawing, changes };
}

function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
}

function choose(label: string, option: string, at = 0): void {
  fireEvent.mouseDown(screen.getAllByRole('combobox', { name: label })[at]!);
  const offered = document.querySelector<HTMLElement>(`.ant-select-item-option[title="${option}"]`);
  if (!offered) throw new Error(`${option} is not offered`);
  fireEvent.click(offered);
}

/** What the selects of this name say. */
const shown = (name: string) =>
  screen.getAllByRole('combobox', { name }).map((field) => field.closest('.ant-select')?.textContent);

describe('the panel of a user task', () => {
  it('says in words who does it until when, and what happens around the deadline', async () => {
    await openPanel('review');

    expect(shown('办理人类型')).toEqual(['岗位', '岗位']); // also of the escalation
    expect(shown('具体是谁')).toEqual(['镇（街）审核人员', '督查人员']);
    expect(shown('时限长度')).toEqual(['镇审核期限']);
    expect(shown('什么时候')).toEqual(['到期前', '到期后']);
    expect(shown('做什么')).toEqual(['提醒办理人', '上报给']);
    expect(shown('办理人正好是发起人时')).toEqual(['不由本人办理']);
  });

  it('renames an outcome once, when the field is left, and keeps everything else of it', async () => {
    const { drawing, changes } = await openPanel('review');

    type(screen.getAllByLabelText('按钮名称')[0]!, '同意备案');

    expect(changes).toHaveLength(1);
    const [agree] = itemsOf(drawing.element('review'), 'wuxin:Outcome');
    expect(agree).toMatchObject({ key: 'agree', name: '同意备案', nameEn: 'Agree', kind: 'primary' });
    expect(agree?.consequenceEn).toBeTruthy();
  });

  it('changes nothing when a field is left as it was', async () => {
    const { changes } = await openPanel('review');

    screen.getAllByRole('textbox').forEach((field) => fireEvent.blur(field));

    expect(changes).toEqual([]);
  });

  it('gives a new outcome a key that none has, and demands an opinion where that is ticked', async () => {
    const { drawing } = await openPanel('review');

    fireEvent.click(screen.getByRole('button', { name: '添加办理结果' }));
    const fresh = screen.getByRole('group', { name: '结果 4' });
    fireEvent.click(within(fresh).getByLabelText('必须填写意见'));

    const outcomes = itemsOf(drawing.element('review'), 'wuxin:Outcome');
    expect(outcomes).toHaveLength(4);
    expect(outcomes[3]).toEqual({ key: 'outcome4', name: '新的办理结果', kind: 'default', requiresOpinion: true });
    expect(new Set(outcomes.map(({ key }) => key)).size).toBe(4);
  });

  it('counts a deadline in another unit, and takes it away with all that belongs to it', async () => {
    const { drawing } = await openPanel('review');
    const deadline = () => itemsOf(drawing.element('review'), 'wuxin:Deadline');

    choose('单位', '日历日');
    expect(deadline()[0]).toMatchObject({ unit: 'calendarDays', amount: '=param("cov.review_days")' });
    choose('长度的来源', '固定数字');
    expect(deadline()[0]).toMatchObject({ amount: '5' });

    fireEvent.click(screen.getByLabelText('有办理时限'));
    expect(deadline()).toEqual([]);
  });

  it('lets the clock of a deadline stop, for so many working days, and takes that back', async () => {
    const { drawing } = await openPanel('review');
    const deadline = () => itemsOf(drawing.element('review'), 'wuxin:Deadline')[0];
    const mayStop = () => screen.getByLabelText<HTMLInputElement>('等待申请人时可以暂停计时');
    expect(mayStop().checked).toBe(false);

    fireEvent.click(mayStop());
    expect(deadline()).toMatchObject({ stopLimit: '20' });
    fireEvent.change(screen.getByLabelText('最多可暂停的工作日'), { target: { value: '30' } });
    expect(await drawing.xml()).toMatch(/<wuxin:deadline [^>]*stopLimit="30"/);

    fireEvent.click(mayStop());
    expect(await drawing.xml()).not.toContain('stopLimit');
  });

  it('gives the step to who started the case, and no value of before stays', async () => {
    const { drawing } = await openPanel('solicit');

    choose('办理人类型', '发起人');

    expect(itemsOf(drawing.element('solicit'), 'wuxin:Assignment')).toEqual([{ kind: 'starter' }]);
    expect(screen.queryByRole('combobox', { name: '具体是谁' })).toBeNull();
  });

  it('lets several do it, and says how many are enough', async () => {
    const { drawing } = await openPanel('review');

    choose('办理方式', '按比例：达到比例就算');
    type(screen.getByLabelText('由哪些人或事项逐一办理（FEEL 列表）'), 'record.members');

    expect(await drawing.xml()).toMatch(
      /<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=record.members" wuxin:elementVariable="member">\s*<bpmn:completionCondition[^>]*>=nrOfCompletedInstances \* 100 &gt;= nrOfInstances \* 67</,
    );
  });

  it('shows where it may be sent back to, and forbids it', async () => {
    const { drawing } = await openPanel('draft');
    expect(screen.getByText('征集民意')).toBeTruthy();

    choose('退回', '不可退回');

    expect(textIn(drawing.element('draft'), 'wuxin:returnTo')).toBe('none');
  });
});

describe('the panel of a flow', () => {
  it('shows a condition by the label of the outcome, and writes FEEL', async () => {
    const { drawing } = await openPanel('toRevise');
    expect(shown('值')).toEqual(['退回起草小组']);

    choose('值', '提请镇（街）审核');

    expect(await drawing.xml()).toContain('>=outcome = "submit"</bpmn:conditionExpression>');
  });

  it('leaves a formula that fields cannot show to be a formula', async () => {
    const { changes } = await openPanel('reachEnough');

    const formula = screen.getByLabelText<HTMLTextAreaElement>('公式（FEEL）');
    expect(formula.value).toContain('param("cov.min_reach_pct")');
    expect(screen.getByText('这个条件不能用字段显示，请在这里修改公式。')).toBeTruthy();
    fireEvent.blur(formula);
    expect(changes).toEqual([]);
  });

  it('makes it the one that is taken otherwise, at the gateway', async () => {
    const { drawing } = await openPanel('toRevise');

    fireEvent.click(screen.getByLabelText('其他都不符合时走这条'));

    expect(drawing.element('isConsulted').get('default')).toBe(drawing.element('toRevise'));
    expect(screen.queryByRole('combobox', { name: '值' })).toBeNull();
  });
});

it('renames a stage of the process, whose key stays', async () => {
  const { drawing } = await openPanel('covenant');

  type(screen.getByLabelText('阶段 1 的名称'), '征求意见');

  expect(await drawing.xml()).toContain('<wuxin:stage key="solicit" name="征求意见" nameEn="Collecting opinions" />');
});

describe('the panel for an English reader', () => {
  beforeAll(() => setLanguage('en-US'));
  afterAll(() => setLanguage('zh-CN'));
  /** As it is open for them: what is drawn is the English name. */
  const OPEN = COVENANT.replace(
    'name="镇（街）审核" wuxin:nameEn="Township review"',
    'name="Township review" wuxin:nameEn="镇（街）审核"',
  );
  const values = () =>
    ['Name', 'Chinese name'].map((label) => screen.getByLabelText<HTMLInputElement>(label, { exact: true }).value);

  it('has both names, the one in the drawing first, and changes either by itself', async () => {
    const { drawing } = await openPanel('review', OPEN);
    expect(values()).toEqual(['Township review', '镇（街）审核']);

    type(screen.getByLabelText('Name', { exact: true }), 'Review by the town');
    type(screen.getByLabelText('Chinese name'), '镇审核');

    const element = drawing.element('review');
    expect([textIn(element, 'name'), textIn(element, 'wuxin:nameEn')]).toEqual(['Review by the town', '镇审核']);
  });

  it('says stages and outcomes in English', async () => {
    await openPanel('review', OPEN);
    expect(shown('Stage')).toEqual(['Township review']);
  });
});

describe('the panel leads on', () => {
  it('to the form of a step, and says whether there is one', async () => {
    await openPanel('review');
    expect(screen.getByText('还没有表单')).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: '设计表单：镇（街）审核' }));

    expect(onDesignForm).toHaveBeenCalledWith('review');
  });

  it('to a new step on a flow', async () => {
    const { drawing } = await openPanel('consulted');

    fireEvent.click(screen.getByRole('button', { name: '在这里插入人工办理环节' }));

    expect(onInsert).toHaveBeenCalledWith(drawing.element('consulted'), 'userTask');
  });
});

describe('what a call hands over', () => {
  it('is shown in words, changed, and taken away', async () => {
    const { drawing } = await openPanel('callAgain');
    const before = itemsOf(drawing.element('callAgain'), 'wuxin:IoMapping');
    const inputs = within(screen.getByRole('group', { name: '交过去的' }));
    const count = inputs.queryAllByLabelText('叫什么').length;

    fireEvent.click(inputs.getByRole('button', { name: '添加一项交过去的' }));
    type(inputs.getAllByLabelText('内容（公式）')[count]!, 'record.title');
    type(inputs.getAllByLabelText('叫什么')[count]!, 'covenantTitle');

    expect(await drawing.xml()).toContain('<wuxin:input source="=record.title" target="covenantTitle" />');
    fireEvent.click(inputs.getByRole('button', { name: `删除第 ${count + 1} 项` }));
    expect(itemsOf(drawing.element('callAgain'), 'wuxin:IoMapping')).toEqual(before);
  });
});

describe('automatic work', () => {
  it('shows what a plugin does and its settings, and changes one of them', async () => {
    const { drawing } = await openPanel('checkReview');
    expect(shown('做什么')).toEqual(['核对办理条件']);

    const settings = within(screen.getByRole('group', { name: '配置' }));
    type(settings.getByLabelText('第 2 项的值'), '审核日期晚于今天。');

    expect(await drawing.xml()).toContain('<wuxin:property name="past.message" value="审核日期晚于今天。" />');
  });
});

describe('a step that several do', () => {
  it('lets its holders add and take out people, and says what that takes', async () => {
    const { drawing } = await openPanel('review');
    choose('办理方式', '会签：每个人都要办');

    fireEvent.click(screen.getByLabelText('办理时可以加签（再加一个人）'));

    expect(drawing.element('review').get('wuxin:mayAddPeople')).toBe(true);
    expect(screen.getByText('办理人类型选“按公式（FEEL）”，填写“=member”，才能加签和减签。')).toBeTruthy();
  });

  it('may be a rating of somebody', async () => {
    const { drawing } = await openPanel('review');

    fireEvent.click(screen.getByLabelText('保密测评：只汇总，不记谁填了什么'));
    fireEvent.click(screen.getByRole('button', { name: '添加被测评的人' }));

    const xml = await drawing.xml();
    expect(xml).toMatch(/id="review"[^>]*wuxin:confidential="true"/);
    expect(xml).toContain('<wuxin:subject kind="person" />');
  });
});
