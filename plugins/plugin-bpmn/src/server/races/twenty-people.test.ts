import type { Model } from '@nocobase/database';
import type { HttpAnswer, HttpClient } from '@wuxin/test';
import type { Started } from '../../common/api';
import { Desk, userTask } from '../__fixtures__';
import { tables } from '../store';
import { faultsOf } from './__fixtures__';

const PEOPLE = 20;
const ROUNDS = 2;

/**
 * Twenty people who work at once, through HTTP and beside NocoBase's own writes. On SQLite there is one writer: that it is
 * busy is nobody's business.
 */
describe('twenty people at once', () => {
  let desk: Desk;
  let people: HttpClient[];
  const answers: [action: string, answer: HttpAnswer][] = [];
  const instanceIds: string[] = [];
  const contested: string[] = [];

  beforeAll(async () => {
    desk = await Desk.open(async ({ db, app }) => {
      db.collection({
        name: 'letters',
        fields: [
          { type: 'string', name: 'title', interface: 'input' },
          { type: 'integer', name: 'edits', interface: 'integer', defaultValue: 0 },
        ],
      });
      await db.sync();
      app.acl.allow('letters', ['create', 'update', 'list'], 'loggedIn');
    });
    await desk.publishLines(
      'errand',
      `<bpmn:startEvent id="begin" />${userTask('write')}${userTask('check', { kind: 'role', value: 'checker' })}<bpmn:endEvent id="end" />
      begin -> write
      write -> check
      check -> end`,
    );
    people = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      const user = await desk.test.createUser({ username: `person${index}`, roles: ['member', 'checker'] });
      people.push(desk.test.as(user));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const { instanceId } = await desk.start('errand');
      await desk.complete('clerk', instanceId, 'write');
      contested.push(await desk.openTask(instanceId, 'check'));
      instanceIds.push(instanceId);
    }
  });
  afterAll(() => desk?.close());

  /** Everything that one person does, one thing after another. */
  const work = async (me: HttpClient, index: number) => {
    const ask = async <Data>(method: 'get' | 'post', action: string, params: object, data?: object): Promise<Data> => {
      const answer = await me[method]<Data>(action, { params: { ...params }, data });
      answers.push([action, answer]);
      return answer.data;
    };
    const task = (action: string, filterByTk: string, data: object) => ask('post', `bpmnTasks:${action}`, { filterByTk }, data);
    for (let round = 0; round < ROUNDS; round += 1) {
      await ask('post', 'auth:signIn', {}, { account: `person${index}`, password: '123456' });
      const started = await ask<Started>('post', 'bpmnInstances:start', {}, { processKey: 'errand', title: `${index}-${round}` });
      instanceIds.push(started.instanceId);
      const [written] = started.taskIds;
      await ask('get', 'bpmnTasks:open', { filterByTk: written });
      await task('saveDraft', written!, { data: {}, opinion: '拟同意' });
      const letter = await ask<{ id: number }>('post', 'letters:create', {}, { title: `${index}-${round}` });
      await task('complete', written!, { outcome: 'complete' });
      await ask('get', 'bpmnTasks:inbox', { tab: 'todo', pageSize: 20 });
      await ask('post', 'letters:update', { filterByTk: letter.id }, { edits: 1 });
      const checked = await desk.openTask(started.instanceId, 'check');
      await task('claim', checked, {});
      await task('complete', checked, { outcome: 'complete' });
      await task('complete', contested[round]!, { outcome: 'complete' });
    }
  };

  it('are all answered, with no refusal but that somebody was faster', async () => {
    await Promise.all(people.map(work));

    const counted: Record<string, number> = {};
    for (const [action, { status, errors }] of answers) {
      const line = [action, status, errors[0]?.code].filter(Boolean).join(' ');
      counted[line] = (counted[line] ?? 0) + 1;
    }
    const all = PEOPLE * ROUNDS;
    expect(counted).toEqual({
      'auth:signIn 200': all,
      'bpmnInstances:start 200': all,
      'bpmnTasks:open 200': all,
      'bpmnTasks:saveDraft 200': all,
      'letters:create 200': all,
      'bpmnTasks:inbox 200': all,
      'letters:update 200': all,
      'bpmnTasks:claim 200': all,
      'bpmnTasks:complete 200': 2 * all + ROUNDS,
      'bpmnTasks:complete 409 task.alreadyHandled': all - ROUNDS,
    });
  });

  it('have done every step once', async () => {
    for (const instanceId of instanceIds) {
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
      const kinds = await desk.historyKinds(instanceId);
      expect(kinds.filter((kind) => kind === 'taskCompleted')).toHaveLength(2);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    }
    expect(await tables.instances.count(desk, { processKey: 'errand' })).toBe(PEOPLE * ROUNDS + ROUNDS);
    const letters: Model[] = await desk.db.getRepository('letters').find();
    expect(letters.map((letter) => letter.get('edits'))).toEqual(Array.from({ length: PEOPLE * ROUNDS }, () => 1));
  });
});
