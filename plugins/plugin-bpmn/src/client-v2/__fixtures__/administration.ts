// What administrators and supervisors see in the story of cases.ts.
import type { ParameterView, Problem, ProcessDetail, ProcessRow } from '../../common/api';
import { ago } from './story';

const covenant: ProcessRow = {
  key: 'covenant',
  name: '居民公约',
  recordCollection: 'covenants',
  published: { versionId: '12', number: 2, publishedAt: ago(60) },
  draft: { versionId: '13', number: 3, savedAt: ago(1) },
  versions: 3,
  running: 3,
  ended: 2,
  openIncidents: 1,
  unconfirmedParameters: 2,
  shippedSince: null,
  shippedDismissed: null,
  publishRequest: null,
};
export const parameters: ParameterView[] = [
  {
    key: 'cov.file_days',
    name: '备案期限',
    value: 10,
    unit: 'calendarDays',
    floor: null,
    ceiling: 10,
    limitKind: 'statutory',
    source: '民政部等七部门《关于做好村规民约和居民公约工作的指导意见》',
    certainty: 'known',
    isConfirmed: true,
    mark: null,
  },
  {
    key: 'cov.women_pct',
    name: '妇女参会比例',
    value: 30,
    unit: 'percent',
    floor: null,
    ceiling: null,
    limitKind: null,
    source: '法律没有规定具体数字，需由县级民政部门确认',
    certainty: 'unsure',
    isConfirmed: false,
    mark: null,
  },
  {
    key: 'cov.review_days',
    name: '镇审核期限',
    value: 10,
    unit: 'workingDays',
    floor: null,
    ceiling: null,
    limitKind: 'policy',
    source: '通行做法',
    certainty: 'unsure',
    isConfirmed: true,
    mark: 'demonstration',
  },
];

const problems: Problem[] = [
  {
    code: 'validate.noOutgoing',
    severity: 'error',
    elementId: 'consult',
    elementName: '组织协商',
    text: '“组织协商”没有出口，办件到这里会停住。',
  },
  {
    code: 'validate.noAssignee',
    severity: 'warning',
    elementId: 'witness',
    elementName: '监督意见',
    text: '“监督意见”没有指定办理人，无人可办时会成为异常。',
  },
  { code: 'validate.noDiagram', severity: 'warning', elementId: null, elementName: null, text: '有 1 个节点没有图形。' },
];

export const processDetail = (xml: string): ProcessDetail => ({
  process: covenant,
  versions: [
    { id: '13', number: 3, status: 'draft', note: '审核期限改为工作日', publishedAt: null, running: 0, ended: 0 },
    { id: '12', number: 2, status: 'published', note: '增加镇村会商', publishedAt: ago(60), running: 3, ended: 1 },
    { id: '11', number: 1, status: 'retired', note: null, publishedAt: ago(200), running: 0, ended: 1 },
  ],
  xml,
  problems: problems.filter(({ severity }) => severity === 'warning'),
  contradictions: [],
  userTasks: [
    {
      elementId: 'solicit',
      name: '征集民意',
      formUid: 'covenant_solicit',
      hasForm: true,
      fieldCount: 9,
      english: { 不记姓名: 'Without names' },
    },
    { elementId: 'review', name: '镇（街）审核', formUid: 'covenant_review', hasForm: true, fieldCount: 6, english: {} },
    { elementId: 'witness', name: '监督意见', formUid: 'covenant_witness', hasForm: false, fieldCount: 0, english: {} },
  ],
  templates: [
    { key: 'review-opinion', name: '审核意见书', savedAt: ago(60), savedByName: null, isAdded: false, problems: [] },
    { key: 'filing-report', name: '备案报告', savedAt: ago(2), savedByName: '吴昊', isAdded: true, problems: [] },
  ],
  parameters,
  isCalledOnly: false,
});
