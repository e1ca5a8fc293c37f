// One story for pages without a server: the covenant of 安岭社区, seen by its people. Shaped by src/common/api.ts.
import type {
  DeadlineView,
  HistoryView,
  InboxRow,
  InstanceHead,
  OpenedTask,
  PersonRef,
  PlaceRef,
  StageView,
  TrackedInstance,
} from '../../common/api';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.now();
export const ago = (days: number) => NOW - days * DAY;
export const ahead = (days: number) => NOW + days * DAY;

const person = (id: number, name: string): PersonRef => ({ id, name });
export const people = {
  secretary: person(2, '陈国梁'),
  director: person(3, '李秀兰'),
  drafter: person(4, '张文博'),
  supervisor: person(5, '周建民'),
  reviewer: person(6, '王芳'),
};
export const places: PlaceRef[] = [
  { id: 'anling', name: '安岭社区' },
  { id: 'heping', name: '和平社区' },
  { id: 'xincheng', name: '新城社区（搬迁安置点三期）' },
];

export const deadlines: Record<'onTime' | 'near' | 'overdue', DeadlineView> = {
  onTime: { dueAt: ahead(6.4), level: 'onTime', isProvisional: false, explanation: '10 个工作日，自收到审核申请之日起' },
  near: { dueAt: ahead(0.8), level: 'near', isProvisional: true, explanation: '10 个日历日，自表决通过之日起' },
  overdue: { dueAt: ago(2.3), level: 'overdue', isProvisional: false, explanation: '15 个日历日，自公告之日起' },
};

const STAGES = ['征集民意', '拟定草案', '提请审核', '审议表决', '备案', '公布'];
export const stagesAt = (current: number): StageView[] =>
  STAGES.map((name, index) => ({
    key: `s${index}`,
    name,
    state: index < current ? 'passed' : index === current ? 'current' : 'upcoming',
    enteredAt: index <= current ? ago(40 - index * 9) : null,
    leftAt: index < current ? ago(40 - (index + 1) * 9) : null,
  }));

export const head: InstanceHead = {
  id: '101',
  title: '安岭社区居民公约（2026 年修订）',
  processKey: 'covenant',
  processName: '居民公约',
  versionNumber: 2,
  businessKey: 'GY-2026-007',
  status: 'running',
  place: places[0] ?? null,
  starter: people.secretary,
  startedAt: ago(40),
  endedAt: null,
  stages: stagesAt(2),
  deadline: deadlines.onTime,
  caller: null,
};

const entry = (sequence: number, text: string, more: Partial<HistoryView> = {}): HistoryView => ({
  sequence,
  kind: 'taskCompleted',
  elementId: null,
  elementName: null,
  text,
  opinion: null,
  outcomeName: null,
  actor: people.director,
  onBehalfOf: null,
  channel: 'web',
  occurredAt: ago(41 - sequence * 4),
  recordedAt: ago(41 - sequence * 4),
  ...more,
});

export const history: HistoryView[] = [
  entry(1, '陈国梁 发起了“安岭社区居民公约（2026 年修订）”'),
  entry(2, '李秀兰 办理“征集民意”：征集结束', { opinion: '入户 268 户，占全部户数 74%。' }),
  entry(3, '张文博 代 赵桂芳 办理“汇总反馈”：完成', { channel: 'paper', recordedAt: ago(28) }),
  entry(4, '张文博 办理“起草草案”：提交草案', { channel: 'phone' }),
  entry(5, '王芳 办理“镇（街）审核”：退回修改', {
    opinion: '第九条罚款条款没有法律依据，请删除。\n第十二条“外嫁女”表述须修改。',
  }),
  entry(6, '张文博 办理“按审核意见修改”：已改正'),
];

export const openedTask: OpenedTask = {
  task: {
    id: '501',
    instanceId: '101',
    elementId: 'review',
    elementName: '镇（街）审核',
    status: 'open',
    openedAt: ago(3),
    deadline: deadlines.onTime,
    assignee: people.reviewer,
    isClaimable: false,
    closed: null,
    may: { complete: true, claim: false, unclaim: true, transfer: true, delegate: true, returnTo: true, enterOnBehalf: true },
    returnTargets: [
      { elementId: 'draft', elementName: '起草草案' },
      { elementId: 'consult', elementName: '组织协商' },
    ],
  },
  instance: head,
  outcomes: [
    {
      key: 'approve',
      name: '同意交付表决',
      kind: 'primary',
      consequence: '进入“审议表决”，由居委会召集居民会议。',
      requiresOpinion: false,
      skipsRequired: false,
    },
    {
      key: 'conference',
      name: '转会商',
      kind: 'default',
      consequence: '由镇村会商后再定，审核时限暂停。',
      requiresOpinion: true,
      skipsRequired: true,
    },
    {
      key: 'return',
      name: '退回修改',
      kind: 'danger',
      consequence: '退回起草小组修改后重新报审；已退回 1 次，最多 3 次，满 3 次转会商。',
      requiresOpinion: true,
      skipsRequired: true,
    },
  ],
  formTree: { use: 'TaskGridModel' },
  contract: {
    collection: 'covenants',
    keyField: 'id',
    readable: ['title', 'text'],
    writable: ['reviewOpinion'],
    required: ['reviewOpinion'],
    fields: [],
  },
  record: { title: head.title, text: '第一条 ……' },
  draft: { data: {}, opinion: '第九条已按要求删除。', savedAt: ago(0.1) },
  files: [
    {
      id: 1,
      title: '居民公约草案（第二稿）.docx',
      url: '#',
      mimetype: 'application/msword',
      sizeInBytes: 48_200,
      uploadedBy: people.drafter,
      uploadedAt: ago(5),
    },
    {
      id: 2,
      title: '法律顾问意见书扫描件.pdf',
      url: '#',
      mimetype: 'application/pdf',
      sizeInBytes: 2_400_000,
      uploadedBy: people.reviewer,
      uploadedAt: ago(0.1),
      isPending: true,
    },
  ],
  history,
};

export const closedTask: OpenedTask = {
  ...openedTask,
  task: {
    ...openedTask.task,
    id: '502',
    status: 'completed',
    closed: { by: people.reviewer, onBehalfOf: null, at: ago(0.2), outcomeName: '同意交付表决', channel: 'web' },
    may: {
      complete: false,
      claim: false,
      unclaim: false,
      transfer: false,
      delegate: false,
      returnTo: false,
      enterOnBehalf: false,
    },
  },
  draft: null,
};

export const row = (more: Partial<InboxRow> = {}): InboxRow => ({
  taskId: '501',
  instanceId: '101',
  title: head.title,
  processKey: 'covenant',
  processName: '居民公约',
  elementName: '镇（街）审核',
  stageName: '提请审核',
  place: head.place,
  starter: people.secretary,
  assignee: people.reviewer,
  holders: [],
  actingFor: null,
  status: 'open',
  outcomeName: null,
  openedAt: ago(3),
  closedAt: null,
  deadline: deadlines.onTime,
  remindedAt: null,
  isUnread: false,
  ...more,
});

export const inboxRows: InboxRow[] = [
  row({
    isUnread: true,
    deadline: deadlines.overdue,
    remindedAt: ago(0.5),
    taskId: '503',
    instanceId: '103',
    title: '和平社区居民公约（制定）',
    place: places[1] ?? null,
  }),
  row({
    isUnread: true,
    deadline: deadlines.near,
    taskId: '504',
    instanceId: '104',
    elementName: '备案审查',
    actingFor: people.supervisor,
    title: '新城社区（搬迁安置点三期）居民公约修订暨红白喜事章程衔接',
    place: places[2] ?? null,
  }),
  row(),
  row({ taskId: '502', instanceId: '105', deadline: null, title: '安岭社区居民会议筹备', elementName: '公布' }),
];

export const tracked: TrackedInstance = {
  instance: head,
  xml: '',
  passed: {
    start: 1,
    solicit: 1,
    isReachEnough: 1,
    summarise: 1,
    draft: 1,
    consult: 1,
    isConsulted: 1,
    review: 1,
    decideRoute: 1,
    route: 1,
    redraft: 1,
  },
  takenFlows: [
    'begin',
    'solicited',
    'reachEnough',
    'summarised',
    'drafted',
    'consultHeld',
    'consulted',
    'reviewed',
    'decided',
    'toRedraft',
    'resubmitted',
  ],
  current: [{ elementId: 'review', count: 1, hasIncident: false }],
  waiting: [
    {
      kind: 'task',
      taskId: '501',
      elementId: 'review',
      elementName: '镇（街）审核',
      since: ago(3),
      people: [people.reviewer],
      groups: ['镇民政办'],
      deadline: deadlines.onTime,
      mayRemind: true,
    },
    { kind: 'timer', elementId: 'reviewLate', elementName: '审核将超期提醒', since: ago(3), dueAt: ahead(5) },
    {
      kind: 'job',
      elementId: 'notify',
      elementName: '通知镇司法所',
      since: ago(0.1),
      jobKind: 'notify',
      attempts: 3,
      nextAttemptAt: ahead(0.02),
      lastError: '短信网关没有响应',
    },
    {
      kind: 'incident',
      incidentId: '9',
      elementId: 'tally',
      elementName: '计票判定',
      since: ago(0.2),
      code: 'assignment.nobody',
      text: '没有人担任“监督委员会主任”，无法分派。',
    },
  ],
  history,
  children: [{ instanceId: '102', title: '安岭社区居民会议（第 2 次）', status: 'running', elementId: 'meeting' }],
  may: { cancel: true, suspend: true, resume: false, withdraw: true, remind: true, cc: true, resolveIncidents: true },
};
