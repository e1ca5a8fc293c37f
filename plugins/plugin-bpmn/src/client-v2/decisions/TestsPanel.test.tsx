import { fireEvent, screen } from '@testing-library/react';
import type { DecisionTable } from '@wuxin/decision';
import type { DecisionProblemView } from '../../common/api';
import { decisionTable } from '../__fixtures__/decisions';
import { renderPage } from '../__fixtures__/renderPage';
import { TestsPanel } from './TestsPanel';

const onEdit = jest.fn();
const TESTS: DecisionTable['tests'] = [
  { values: ['agree', 0, 0], results: ['vote', '审核同意，转为审议稿'] },
  { values: ['return', 2], results: ['redraft', null] },
];
const FAILING: DecisionProblemView = {
  code: 'decision.testFails',
  severity: 'error',
  text: '第 1 个测试得出的不一样',
  ruleId: null,
  cell: null,
};

interface Shown {
  readonly tests?: DecisionTable['tests'];
  readonly problems?: readonly DecisionProblemView[];
  readonly isChecked?: boolean;
}

function show({ tests = TESTS, problems = [], isChecked = true }: Shown) {
  const panel = <TestsPanel table={{ ...decisionTable, tests }} problems={problems} isChecked={isChecked} onEdit={onEdit} />;
  renderPage(panel, { at: '/', path: '/', answers: {} });
}

it('says in words what the table has to decide, also where a value is left out', () => {
  show({});

  const [first, second] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(first).toContain('审核结论 = "agree"、尚未改正的意见条数 = 0、此前退回次数 = 0');
  expect(first).toContain('去向 = "vote"');
  expect(second).toContain('此前退回次数 = null');
});

it('says whether they pass, once that was checked', () => {
  show({});
  expect(screen.getByText('全部通过')).toBeTruthy();
});

it('says that one fails', () => {
  show({ problems: [FAILING] });
  expect(screen.getByText('有测试没有通过')).toBeTruthy();
});

it('claims neither before it was checked, nor of a table without tests', () => {
  show({ isChecked: false });
  expect(screen.queryByText('全部通过')).toBeNull();
});

it('says how tests come about where there are none', () => {
  show({ tests: [] });

  expect(screen.queryByText('全部通过')).toBeNull();
  expect(screen.queryAllByRole('listitem')).toEqual([]);
});

it('removes one', () => {
  show({});

  fireEvent.click(screen.getByRole('button', { name: '删除第 2 个测试' }));

  expect(onEdit).toHaveBeenCalledWith({ type: 'removeTest', index: 1 });
});
