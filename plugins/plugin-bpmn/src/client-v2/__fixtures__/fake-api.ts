// Answers the actions of plugin-bpmn from the fixtures. `?fake=empty|error|forbidden|slow` on the page asks for other states.
import xml from './covenant.bpmn';
import * as administration from './administration';
import * as cases from './cases';
import * as decisions from './decisions';
import * as parameters from './parameters';
import * as standIns from './stand-ins';

interface Asked {
  url: string;
  params?: Record<string, unknown>;
  data?: unknown;
}

const refusal = (status: number, code: string, message: string) =>
  Object.assign(new Error(code), { response: { status, data: { errors: [{ code, message }] } } });

const answers: Record<string, (asked: Asked) => unknown> = {
  'bpmnTasks:inbox': ({ params }) => ({
    rows:
      params?.tab === 'todo'
        ? cases.inboxRows
        : cases.inboxRows.map((row) => ({
            ...row,
            taskId: params?.tab === 'done' ? row.taskId : null,
            status: params?.tab === 'done' ? 'completed' : 'running',
            elementName: params?.tab === 'done' ? row.elementName : null,
            outcomeName: params?.tab === 'done' ? '同意' : null,
            closedAt: params?.tab === 'done' ? cases.ago(1) : null,
          })),
    total: 43,
    counts: { todo: 4, done: 43, started: 2, cc: 1 },
    processes: [{ key: 'covenant', name: '居民公约' }],
  }),
  'bpmnTasks:open': ({ params }) => (params?.filterByTk === '502' ? cases.closedTask : cases.openedTask),
  'bpmnTasks:saveDraft': () => ({ savedAt: Date.now() }),
  'bpmnTasks:complete': () => ({}),
  'bpmnTasks:remind': () => ({ remindedAt: Date.now(), nextAllowedAt: cases.ahead(1) }),
  'bpmnTasks:transfer': () => {
    throw refusal(409, 'task.alreadyClosed', '这项待办刚刚已由 王芳 办理。');
  },
  'bpmnPeople:search': () => Object.values(cases.people).map((person) => ({ ...person, hint: '安岭社区' })),
  'bpmnInstances:track': () => ({ ...cases.tracked, xml }),
  'bpmnInstances:start': () => ({ instanceId: '101', isNew: true, taskIds: ['501'] }),
  'bpmnProcesses:overview': () => administration.processes,
  'bpmnProcesses:detail': () => administration.processDetail(xml),
  'bpmnProcesses:deploy': () => administration.refusedDeploy,
  'bpmnProcesses:startable': () => administration.startable,
  'bpmnIncidents:open': () => administration.incidents,
  'bpmnSupervision:board': () => administration.board,
  'bpmnDecisions:overview': () => decisions.decisionRows,
  'bpmnDecisions:detail': ({ params }) => decisions.decisionDetail(Number(params?.number ?? 2)),
  'bpmnDecisions:check': ({ data }) => (JSON.stringify(data).includes('!') ? decisions.decisionProblems : []),
  'bpmnDecisions:try': () => decisions.decisionTrial,
  'bpmnParameters:overview': () => parameters.parameterOverview,
  'bpmnParameters:detail': ({ params }) => parameters.parameterDetail(String(params?.filterByTk)),
  'bpmnParameters:reach': () => parameters.parameterReach,
  'bpmnParameters:places': () => parameters.levelledPlaces,
  'bpmnParameters:propose': () => {
    throw refusal(403, 'parameter.notYourPlace', '您不能设置该属地的“镇审核期限”。');
  },
  'bpmnStandIns:list': ({ params }) =>
    standIns.standInList(params?.period === 'past' ? standIns.pastStandIns : standIns.openStandIns),
  'bpmnStandIns:reach': () => standIns.reach,
};

const EMPTY: Record<string, unknown> = {
  'bpmnTasks:inbox': { rows: [], total: 0, counts: { todo: 0, done: 0, started: 0, cc: 0 }, processes: [] },
  'bpmnSupervision:board': {
    ...administration.board,
    rows: [],
    total: 0,
    byPlaceAndStage: [],
    counts: { onTime: 0, near: 0, overdue: 0 },
  },
  'bpmnProcesses:overview': [],
  'bpmnProcesses:startable': [],
  'bpmnIncidents:open': [],
  'bpmnStandIns:list': standIns.standInList([]),
  'bpmnDecisions:overview': [],
  'bpmnParameters:overview': { place: null, parameters: [], processes: [], proposals: [] },
};

const wrap = (data: unknown) => ({ data: { data } });

export async function request(asked: Asked) {
  const mode = new URLSearchParams(window.location.search).get('fake');
  await new Promise((resolve) => setTimeout(resolve, mode === 'slow' ? 1e6 : 30));
  if (mode === 'error') throw refusal(500, '', '');
  if (mode === 'forbidden') throw refusal(403, 'forbidden', '您的岗位不能查看这个办件。');
  if (mode === 'missing') throw refusal(404, 'notFound', '');
  if (mode === 'empty' && asked.url in EMPTY) return wrap(EMPTY[asked.url]);
  return wrap(answers[asked.url]?.(asked) ?? null);
}
