import { type Desk, timer, userTask } from '../../__fixtures__';
import { tables } from '../../store';
import { serviceHandlersOf, activityTypesOf, serviceType } from '../../engine';
import { taskStatsOf } from '../../task-stats';

const DEADLINE = `<wuxin:deadline amount="3" unit="calendarDays">
  <wuxin:deadlineStep amount="-1" unit="calendarDays" action="remind" kind="holder" /></wuxin:deadline>`;

/** Cases that stand in every way in which a case can stand. */
export interface World {
  /** Ended, after a fork, a join, a call and three parallel tasks. */
  readonly ended: string;
  /** One branch waits at the join, the other at a task with a timer. */
  readonly joining: string;
  /** Three parallel tasks, one of which is done. */
  readonly voting: string;
  /** Waits for a message. */
  readonly listening: string;
  /** Waits for a case that it called. */
  readonly calling: string;
  /** Its service gave up: an incident. */
  readonly stuck: string;
}

/** Plays the cases; nothing is due and nothing is uncounted when it returns. */
export async function playWorld(desk: Desk): Promise<World> {
  activityTypesOf(desk.db).registerOnce(serviceType('broken'));
  serviceHandlersOf(desk.db).set('broken', () => Promise.reject(new Error('out of order')));
  await publish(desk);
  const ended = await start(desk, 'forked');
  const joining = await start(desk, 'forked');
  for (const id of [ended, joining]) await desk.complete('clerk', id, 'left');
  await desk.complete('clerk', ended, 'right');
  const voting = await start(desk, 'voted');
  await desk.complete('clerk', voting, 'vote', { opinion: '同意' });
  const listening = await start(desk, 'listened');
  const calling = await start(desk, 'called');
  const stuck = await start(desk, 'served');
  await desk.drain();
  await taskStatsOf(desk.db).drain();
  return { ended, joining, voting, listening, calling, stuck };
}

const start = async (desk: Desk, key: string) => (await desk.start(key)).instanceId;

async function publish(desk: Desk): Promise<void> {
  const late = `<bpmn:boundaryEvent id="late" attachedToRef="right" cancelActivity="false">${timer('t', 'Duration', 'PT1H')}</bpmn:boundaryEvent>`;
  await desk.publishLines(
    'forked',
    `<bpmn:startEvent id="begin" /><bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" />
    ${userTask('left', { inside: DEADLINE })}${userTask('right', { inside: DEADLINE })}${late}
    ${userTask('note')}<bpmn:endEvent id="end" /><bpmn:endEvent id="noted" />
    begin -> fork
    fork -> left
    fork -> right
    left -> join
    right -> join
    join -> end
    late -> note
    note -> noted`,
  );
  const three =
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>=3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
  await desk.publishLines(
    'voted',
    `<bpmn:startEvent id="begin" />${userTask('vote', { loop: three })}<bpmn:endEvent id="end" />
    begin -> vote
    vote -> end`,
  );
  await desk.publishLines(
    'listened',
    `<bpmn:message id="m" name="paid" />
    <bpmn:startEvent id="begin" />
    <bpmn:intermediateCatchEvent id="wait"><bpmn:messageEventDefinition id="d" messageRef="m" /></bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="end" />
    begin -> wait
    wait -> end`,
  );
  await desk.publishLines(
    'called',
    `<bpmn:startEvent id="begin" /><bpmn:callActivity id="call" calledElement="listened" /><bpmn:endEvent id="end" />
    begin -> call
    call -> end`,
  );
  await desk.publishLines(
    'served',
    `<bpmn:startEvent id="begin" />
    <bpmn:serviceTask id="serve" name="serve" wuxin:activityType="broken" wuxin:retries="1" /><bpmn:endEvent id="end" />
    begin -> serve
    serve -> end`,
  );
}

/** Rows of all our tables and of the task centre, to put back after a test has spoilt them. */
export async function photograph(desk: Desk): Promise<() => Promise<void>> {
  const names = [...Object.values(tables).map(({ collection }) => collection), 'userWorkflowTaskStats'];
  const photo: [string, object[]][] = [];
  for (const name of names) photo.push([name, await rowsOf(desk, name)]);
  return async () => {
    const queries = desk.db.sequelize.getQueryInterface();
    for (const [name, rows] of photo) {
      await queries.bulkDelete(tableOf(desk, name), {});
      if (rows.length > 0) await queries.bulkInsert(tableOf(desk, name), rows);
    }
  };
}

const tableOf = (desk: Desk, name: string) => desk.db.getModel(name).getTableName();

async function rowsOf(desk: Desk, name: string): Promise<object[]> {
  const [rows] = await desk.db.sequelize.query(`SELECT * FROM "${name}"`);
  return rows as object[]; // SELECT gives rows
}
