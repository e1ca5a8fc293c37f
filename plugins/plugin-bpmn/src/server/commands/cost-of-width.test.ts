import { countRowsRead, countStatements } from '@wuxin/test';
import { Desk, timer, userTask } from '../__fixtures__';
import { caseChangesOf } from '../runtime/case-changes';
import { tables } from '../store';
import { fireTimer } from './messages';

const WIDTHS = [3, 30, 300];
const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const TABLES = ['bpmnInstances', 'bpmnTokens', 'bpmnTasks', 'bpmnSubscriptions', 'bpmnHistory', 'bpmnTaskCandidates'];
const DEADLINE = { inside: '<wuxin:deadline amount="5" unit="calendarDays" />' };
const border = (id: string) =>
  `<bpmn:boundaryEvent id="late_${id}" attachedToRef="${id}">${timer(`t_${id}`, 'Duration', 'P9D')}</bpmn:boundaryEvent>`;
const inSubProcess = (id: string, [innerId, inner]: readonly [id: string, xml: string] = [`${id}_do`, userTask(`${id}_do`)]) =>
  `<bpmn:subProcess id="${id}"><bpmn:startEvent id="${id}_begin" />${inner}<bpmn:endEvent id="${id}_end" /><bpmn:sequenceFlow id="${id}_1" sourceRef="${id}_begin" targetRef="${innerId}" /><bpmn:sequenceFlow id="${id}_2" sourceRef="${innerId}" targetRef="${id}_end" /></bpmn:subProcess>`;

interface Branches {
  readonly draw: (id: string) => string;
  /** Where somebody has to do something in a branch. */
  readonly taskOf?: (id: string) => string;
  readonly flowsOf?: (id: string) => string;
  /** Parallel unless it is said. */
  readonly isInclusive?: boolean;
}

/** A fork of many branches, of which one is done: what a step loads must not grow with the others. */
describe('what a step in a wide fork costs', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    // the task centre counts in the background and is not part of any command
    jest.spyOn(caseChangesOf(desk.db), 'tell').mockImplementation(() => undefined);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await desk?.close();
  });

  /** A case of which two branches have come to the join. */
  const aCase = async (
    key: string,
    width: number,
    { draw, taskOf = (id) => id, flowsOf = () => '', isInclusive = false }: Branches,
  ) => {
    const gateway = isInclusive ? 'inclusiveGateway' : 'parallelGateway';
    const ids = Array.from({ length: width + 2 }, (_, index) => `b${index}`);
    await desk.publishLines(
      `${key}${width}`,
      `${BEGIN}<bpmn:${gateway} id="fork"${isInclusive ? ' default="flow2"' : ''} />${ids.map(draw).join('')}<bpmn:${gateway} id="join" />${userTask('after')}${END}
      begin -> fork
      ${isInclusive ? 'fork -> end' : ''}
      ${ids.map((id) => `fork -> ${id}${isInclusive ? ' : =true' : ''}\n${id} -> join\n${flowsOf(id)}`).join('\n')}
      join -> after
      after -> end`,
    );
    const { instanceId } = await desk.start(`${key}${width}`);
    for (const id of ids.slice(0, 2)) await desk.complete('clerk', instanceId, taskOf(id));
    return { instanceId, open: ids.slice(2).map(taskOf) };
  };
  const completing = (taskId: string) => async () =>
    expect((await desk.task('complete', 'clerk', taskId, { outcome: 'complete' })).errors).toEqual([]);

  it.each<[string, string, Branches]>([
    ['a task', 'plain', { draw: (id) => userTask(id) }],
    ['a task with a deadline', 'due', { draw: (id) => userTask(id, DEADLINE) }],
    [
      'a task with a timer at its border',
      'timed',
      { draw: (id) => userTask(id) + border(id), flowsOf: (id) => `late_${id} -> end` },
    ],
    ['a task of an inclusive fork', 'some', { draw: (id) => userTask(id), isInclusive: true }],
    ['a sub-process with a task', 'inside', { draw: (id) => inSubProcess(id), taskOf: (id) => `${id}_do` }],
  ])('%s: the same rows and statements for a completion among 3, 30 and 300 open ones', async (_, key, branches) => {
    const costs = [];
    for (const width of WIDTHS) {
      const { instanceId, open } = await aCase(key, width, branches);
      expect(open).toHaveLength(width);
      const [first, second] = [await desk.openTask(instanceId, open[1]!), await desk.openTask(instanceId, open[2]!)];
      const rows = await countRowsRead(desk.db, TABLES, completing(first));
      const { length: statements } = await countStatements(desk.db, completing(second));
      costs.push({ rows, statements });
      expect(await tables.tasks.count(desk, { instanceId, status: 'open' })).toBe(width - 2);
    }

    expect(costs[0]?.rows).toMatchObject({ bpmnInstances: 1, bpmnHistory: 0 });
    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  });

  it('a timer at the border of a branch fires at the same cost', async () => {
    const costs = [];
    for (const width of WIDTHS) {
      const branches: Branches = { draw: (id) => userTask(id) + border(id), flowsOf: (id) => `late_${id} -> end` };
      const { instanceId } = await aCase('fired', width, branches);
      desk.now += 9 * 86_400_000;
      const [one, other] = await tables.subscriptions.select(desk, { instanceId, kind: 'timer' });
      const fires = (id: string) => () => desk.write((tx) => fireTimer(tx, 'system', id));
      const rows = await countRowsRead(desk.db, TABLES, fires(one!.id));
      const { length: statements } = await countStatements(desk.db, fires(other!.id));
      costs.push({ rows, statements });
      expect(await tables.subscriptions.count(desk, { instanceId })).toBe(width - 2);
    }

    expect(costs[1]).toEqual(costs[0]);
    expect(costs[2]).toEqual(costs[0]);
  });

  it.each([
    ['parallel', false],
    ['inclusive', true],
  ] as const)('the last branch of a fork that is %s reads what waits at the join, at once', async (name, isInclusive) => {
    const { instanceId, open } = await aCase(`last${name}`, 30, { draw: (id) => userTask(id), isInclusive });
    for (const element of open.slice(1)) await desk.complete('clerk', instanceId, element);

    const statements = await countStatements(desk.db, completing(await desk.openTask(instanceId, open[0]!)));

    expect(statements.filter((sql) => sql.startsWith('SELECT') && sql.includes('bpmnTokens'))).toHaveLength(2);
    expect(await desk.openElements(instanceId)).toEqual(['after']);
  });

  it('a task eight sub-processes deep ends them all, of which three statements find what is around it', async () => {
    const [, deep] = Array.from({ length: 8 }, (_, level) => `s${level}`).reduceRight<readonly [id: string, xml: string]>(
      (inner, id) => [id, inSubProcess(id, inner)],
      ['deepest', userTask('deepest')],
    );
    await desk.publishLines('deep', `${BEGIN}${deep}${END}\nbegin -> s0\ns0 -> end`);
    const { instanceId } = await desk.start('deep');

    const statements = await countStatements(desk.db, completing(await desk.openTask(instanceId, 'deepest')));

    expect(statements.filter((sql) => sql.startsWith('SELECT') && sql.includes('bpmnTokens'))).toHaveLength(3);
    expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
  });
});
