// Thresholds of the story of cases.ts, seen by an administrator.
import type {
  ParameterChangeView,
  ParameterDetail,
  ParameterOverview,
  ParameterProposal,
  ParameterReach,
  ParameterRow,
} from '../../common/api';
import { parameters } from './administration';
import { ago, ahead, people } from './story';

const county = { id: '1', name: '汉滨区', level: 'county' };
const township = { id: '12', name: '云岭镇', level: 'township' };
const community = { id: '123', name: '锦苑社区', level: 'community' };
export const levelledPlaces = [county, township, community];

const unset = { origin: 'default' as const, place: null, effectiveFrom: null, setting: null, coming: null };
const setting = { by: people.supervisor, reason: '演示数据' };
const origins: Pick<ParameterRow, 'origin' | 'place' | 'effectiveFrom' | 'setting' | 'coming'>[] = [
  unset,
  unset,
  {
    ...unset,
    origin: 'installation',
    effectiveFrom: ago(30),
    setting,
    coming: { value: 12, effectiveFrom: ahead(20), place: county },
  },
];

export const parameterRows: ParameterRow[] = [
  ...parameters.map((parameter, index) => ({
    ...parameter,
    ...(origins[index] ?? unset),
    needsApprover: false,
    processKeys: ['covenant'],
  })),
  {
    key: 'meet.residents.households.quorum',
    name: '户代表会议到会比例（超过）',
    value: '1/2',
    unit: 'share',
    floor: '1/2',
    ceiling: null,
    limitKind: 'statutory',
    source: '城市居民委员会组织法（2018）第九条、第十条',
    certainty: 'found',
    isConfirmed: true,
    mark: null,
    origin: 'place',
    place: county,
    setting,
    coming: null,
    effectiveFrom: ago(12),
    needsApprover: true,
    processKeys: ['covenant', 'charter'],
  },
];

const change = (id: string, more: Partial<ParameterChangeView> = {}): ParameterChangeView => ({
  id,
  parameterKey: 'cov.review_days',
  parameterName: '镇审核期限',
  value: 10,
  unit: 'workingDays',
  place: null,
  status: 'effective',
  effectiveFrom: ago(30),
  isComing: false,
  setAt: ago(30),
  setBy: people.supervisor,
  reason: '演示数据',
  mark: 'demonstration',
  decidedBy: null,
  decidedAt: null,
  ...more,
});

const proposal: ParameterProposal = {
  ...change('p1', { mark: null, value: 20, place: township, setAt: ago(1), setBy: people.reviewer, status: 'proposed' }),
  effectiveFrom: ago(1),
  reason: '年底案件集中，10 个工作日来不及逐条审核。',
  currentValue: 10,
  isOwn: false,
  mayDecide: true,
};

const processes = [
  { key: 'covenant', name: '居民公约' },
  { key: 'charter', name: '居民自治章程' },
];

export const parameterOverview: ParameterOverview = {
  place: null,
  parameters: parameterRows,
  processes,
  proposals: [proposal, { ...proposal, id: 'p2', isOwn: true, mayDecide: false, value: 15, setBy: people.supervisor }],
};

export const parameterDetail = (key: string): ParameterDetail => {
  const parameter = parameterRows.find((row) => row.key === key) ?? parameterRows[0]!;
  const none = { effectiveFrom: null, mark: null, isInForce: false, coming: null };
  return {
    parameter: { ...parameter, ceiling: key === 'cov.review_days' ? 15 : parameter.ceiling },
    processes: processes.slice(0, 1),
    levels: ['county', 'township'],
    chain: [
      { ...none, kind: 'default', place: null, value: parameter.value, maySet: false },
      {
        kind: 'installation',
        place: null,
        value: parameter.value,
        effectiveFrom: ago(30),
        mark: parameter.mark,
        isInForce: true,
        maySet: true,
        coming: null,
      },
      { ...none, kind: 'place', place: county, maySet: true, coming: { value: 12, effectiveFrom: ahead(20) } },
      { ...none, kind: 'place', place: township, maySet: true },
      { ...none, kind: 'place', place: community, maySet: false },
    ],
    elsewhere: [
      { place: { id: '13', name: '青山镇' }, value: 8, effectiveFrom: ago(90), isComing: false },
      { place: { id: '14', name: '白河镇' }, value: 9, effectiveFrom: ahead(30), isComing: true },
    ],
    proposals: key === 'cov.review_days' ? [proposal] : [],
    history: [
      change('h3', {
        mark: null,
        value: 30,
        status: 'declined',
        setBy: people.reviewer,
        decidedBy: people.supervisor,
        decidedAt: ago(3),
        setAt: ago(5),
        reason: '延长审核期限',
      }),
      change('h4', { mark: null, value: 12, place: county, effectiveFrom: ahead(20), isComing: true, reason: '县里通知' }),
      change('h2', { mark: null, value: 8, place: { id: '13', name: '青山镇' }, setAt: ago(90), reason: '青政发〔2026〕8 号' }),
      change('h1'),
    ],
  };
};

export const parameterReach: ParameterReach = {
  processes: processes.slice(0, 1),
  places: 3,
  runningCases: 3,
  contradictions: [],
};
