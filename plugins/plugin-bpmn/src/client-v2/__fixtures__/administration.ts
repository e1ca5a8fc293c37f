// What administrators and supervisors see in the story of cases.ts.
import type {
  Board,
  DeployResult,
  IncidentRow,
  ParameterView,
  Problem,
  ProcessDetail,
  ProcessRow,
  StartableProcess,
} from '../../common/api';
import { ago, deadlines, head, people, places } from './cases';

export const covenant: ProcessRow = {
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
};
export const processes: ProcessRow[] = [
  covenant,
  {
    ...covenant,
    key: 'charter',
    name: '居民自治章程',
    draft: null,
    running: 0,
    ended: 0,
    openIncidents: 0,
    unconfirmedParameters: 0,
  },
  {
    ...covenant,
    key: 'oldNotice',
    name: '公示（旧版）',
    published: null,
    draft: null,
    openIncidents: 0,
    unconfirmedParameters: 0,
    running: 0,
    ended: 14,
  },
];

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
    mark: '演示确认',
  },
];

export const problems: Problem[] = [
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
    { elementId: 'solicit', name: '征集民意', formUid: 'covenant_solicit', hasForm: true, fieldCount: 9 },
    { elementId: 'review', name: '镇（街）审核', formUid: 'covenant_review', hasForm: true, fieldCount: 6 },
    { elementId: 'witness', name: '监督意见', formUid: 'covenant_witness', hasForm: false, fieldCount: 0 },
  ],
  parameters,
  isCalledOnly: false,
});

export const refusedDeploy: DeployResult = { processKey: 'covenant', versionId: null, problems };

export const incidents: IncidentRow[] = [
  {
    id: '9',
    instanceId: '101',
    instanceTitle: head.title,
    processName: '居民公约',
    elementId: 'witness',
    elementName: '监督意见',
    code: 'assignment.nobody',
    text: '没有人担任“监督委员会主任”，无法分派。',
    raisedAt: ago(0.2),
    attempts: 1,
  },
];

export const startable: StartableProcess[] = [
  { key: 'covenant', name: '居民公约', places, unconfirmedParameters: [], titleExample: '安岭社区居民公约（2026 年修订）' },
  { key: 'charter', name: '居民自治章程', places, unconfirmedParameters: parameters.slice(1, 2) },
];

const cell = (place: number, stageName: string, onTime: number, near: number, overdue: number) => ({
  place: places[place] ?? null,
  processKey: 'covenant',
  processName: '居民公约',
  stageKey: stageName,
  stageName,
  onTime,
  near,
  overdue,
});

export const board: Board = {
  rows: [
    {
      instanceId: '101',
      title: head.title,
      place: places[0] ?? null,
      processKey: 'covenant',
      processName: '居民公约',
      stageKey: 's2',
      stageName: '提请审核',
      stageSince: ago(3),
      holders: [people.reviewer.name, '镇民政办'],
      deadline: deadlines.onTime,
      hasIncident: true,
      status: 'running',
    },
    {
      instanceId: '103',
      title: '和平社区居民公约（制定）',
      place: places[1] ?? null,
      processKey: 'covenant',
      processName: '居民公约',
      stageKey: 's0',
      stageName: '征集民意',
      stageSince: ago(18),
      holders: [people.director.name],
      deadline: deadlines.overdue,
      hasIncident: false,
      status: 'running',
    },
    {
      instanceId: '104',
      title: '新城社区（搬迁安置点三期）居民公约修订暨红白喜事章程衔接',
      place: places[2] ?? null,
      processKey: 'covenant',
      processName: '居民公约',
      stageKey: 's4',
      stageName: '备案',
      stageSince: ago(9),
      holders: [people.supervisor.name],
      deadline: deadlines.near,
      hasIncident: false,
      status: 'suspended',
    },
  ],
  total: 3,
  counts: { onTime: 1, near: 1, overdue: 1 },
  byPlaceAndStage: [cell(0, '提请审核', 1, 0, 0), cell(1, '征集民意', 0, 0, 1), cell(2, '备案', 0, 1, 0)],
  places,
  processes: [{ key: 'covenant', name: '居民公约' }],
};
