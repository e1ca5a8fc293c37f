// The covenant's own table, as an administrator sees it.
import type { DecisionTable } from '@wuxin/decision';
import type { DecisionDetail, DecisionProblemView, DecisionRow, DecisionTrial } from '../../common/api';
import { ago, people } from './story';

export const decisionTable: DecisionTable = {
  key: 'covenant-review-route',
  name: '镇（街）审核意见的去向',
  hitPolicy: 'FIRST',
  inputs: [
    { label: '审核结论', expression: 'outcome', values: ['agree', 'return', 'doubt'] },
    { label: '尚未改正的意见条数', expression: 'record.openCorrections' },
    { label: '此前退回次数', expression: 'returnCount' },
  ],
  outputs: [
    { name: 'route', label: '去向', values: ['vote', 'redraft', 'conference'] },
    { name: 'reason', label: '说明' },
  ],
  rules: [
    { id: 'agreed', when: ['"agree"', '0', '-'], then: ['"vote"', '"审核同意，转为审议稿"'], note: '没有尚未改正的意见才能表决' },
    { id: 'doubted', when: ['"doubt"', '-', '-'], then: ['"conference"', '"合法性存疑，转镇村会商"'] },
    { id: 'returned', when: ['-', '-', '< param("cov.return_max")'], then: ['"redraft"', '"退回起草小组逐条修改"'] },
    { id: 'returnedTooOften', when: ['-', '-', '>= param("cov.return_max")'], then: ['"conference"', '"退回次数已满"'] },
  ],
};

const use = {
  processKey: 'covenant',
  processName: '居民公约',
  versionNumber: 2,
  isCurrent: false,
  hasDraft: false,
  runningCases: 3,
};

export const decisionRows: DecisionRow[] = [
  {
    key: decisionTable.key,
    name: decisionTable.name,
    number: 2,
    hitPolicy: 'FIRST',
    rules: 4,
    origin: 'administrator',
    changedAt: ago(2),
    changedBy: people.supervisor,
    usedBy: [use],
  },
];

export const decisionDetail = (number = 2): DecisionDetail => ({
  key: decisionTable.key,
  number,
  isActive: number === 2,
  table: decisionTable,
  newestNumber: 3,
  versions: [
    { number: 3, origin: 'pack', isActive: false, changedAt: ago(1), changedBy: null, reason: null },
    {
      number: 2,
      origin: 'administrator',
      isActive: true,
      changedAt: ago(2),
      changedBy: people.supervisor,
      reason: '镇里要求退回满 3 次必须会商',
    },
    { number: 1, origin: 'pack', isActive: false, changedAt: ago(90), changedBy: null, reason: null },
  ],
  usedBy: [use],
});

export const decisionProblems: DecisionProblemView[] = [
  {
    code: 'decision.cell',
    severity: 'error',
    text: '规则“doubted”的“审核结论”一格有误：括号或引号没有配对。',
    ruleId: 'doubted',
    cell: { part: 'when', column: 0 },
  },
];

export const decisionTrial: DecisionTrial = {
  hits: [
    {
      ruleId: 'returned',
      conditions: [{ label: '此前退回次数', test: '< param("cov.return_max")' }],
      results: [
        { label: '去向', value: 'redraft' },
        { label: '说明', value: '退回起草小组逐条修改' },
      ],
      note: '同意但仍有未改正意见的，同样退回',
    },
  ],
  results: ['redraft'],
  sentence: '',
  problem: null,
  parameters: [{ key: 'cov.return_max', name: '退回修改次数上限', value: 3, unit: 'times' }],
};
