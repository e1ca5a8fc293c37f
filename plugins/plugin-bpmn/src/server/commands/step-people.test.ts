import type { OpenedTask } from '../../common/api';
import { Desk, type Person, userTask, stepPeople, type StepPeople } from '../__fixtures__';
import { tables } from '../store';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const OUTCOMES = '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="refuse" name="不同意" />';
const RIGHTS = 'wuxin:mayAddPeople="true" wuxin:mayRemovePeople="true"';
const several = (options: { attributes?: string; condition?: string; isInTurn?: boolean; value?: string } = {}) => {
  const { attributes = RIGHTS, condition, isInTurn = false, value = '=member' } = options;
  const completion = condition
    ? `<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">${condition}</bpmn:completionCondition>`
    : '';
  const loop = `<bpmn:multiInstanceLoopCharacteristics isSequential="${isInTurn}" wuxin:collection="=people" wuxin:elementVariable="member">${completion}</bpmn:multiInstanceLoopCharacteristics>`;
  const task = userTask('review', { name: '会签', kind: 'expression', value, inside: OUTCOMES, attributes, loop });
  return `${BEGIN}${task}${userTask('after')}${END}
    begin -> review
    review -> after
    after -> end`;
};

describe('people of a step that several do', () => {
  let desk: Desk;
  let taskOf: StepPeople['taskOf'];
  let openFor: StepPeople['openFor'];
  let add: StepPeople['add'];
  let remove: StepPeople['remove'];
  let nameOf: StepPeople['nameOf'];
  let made = 0;

  beforeAll(async () => {
    desk = await Desk.open();
    ({ taskOf, openFor, add, remove, nameOf } = stepPeople(desk));
  });
  afterAll(() => desk?.close());

  const begin = async (lines: string, people: readonly Person[]) => {
    const key = await desk.publishLines(`several${(made += 1)}`, lines);
    const ids = people.map((name) => desk.id(name));
    return desk.start(key, 'clerk', { variables: { people: ids } });
  };
  const complete = async (name: Person, instanceId: string) =>
    expect((await desk.task('complete', name, await taskOf(instanceId, name), { outcome: 'agree' })).errors).toEqual([]);

  it('get one more, who has to do it too, with a message, and history says who added whom and why', async () => {
    const { instanceId } = await begin(several(), ['clerk', 'checker']);

    expect((await add('clerk', await taskOf(instanceId, 'clerk'), 'checker2')).errors).toEqual([]);

    expect(await openFor(instanceId)).toEqual([await nameOf('clerk'), await nameOf('checker'), await nameOf('checker2')]);
    const jobs = await tables.jobs.select(desk, { instanceId, kind: 'notifyTask', taskId: await taskOf(instanceId, 'checker2') });
    expect(jobs).toHaveLength(1);
    const { data } = await desk.as('clerk').get<OpenedTask>('bpmnTasks:open', {
      params: { filterByTk: await taskOf(instanceId, 'clerk') },
    });
    expect(data.history.map(({ text }) => text)).toContainEqual(expect.stringContaining(`加签 ${await nameOf('checker2')}`));
    expect(data.task.others.map(({ person, isDone }) => [person?.name, isDone])).toEqual(
      expect.arrayContaining([
        [await nameOf('checker'), false],
        [await nameOf('checker2'), false],
      ]),
    );
    expect(data.task.may).toMatchObject({ addPerson: true, removePerson: true });
    for (const name of ['clerk', 'checker', 'checker2'] as const) await complete(name, instanceId);
    expect(await openFor(instanceId)).toEqual(['after']);
  });

  it('get one more who comes last where they go in turn', async () => {
    const { instanceId } = await begin(several({ isInTurn: true }), ['clerk', 'checker']);

    expect((await add('clerk', await taskOf(instanceId, 'clerk'), 'checker2')).errors).toEqual([]);

    for (const name of ['clerk', 'checker', 'checker2'] as const) {
      expect(await openFor(instanceId)).toEqual([await nameOf(name)]);
      await complete(name, instanceId);
    }
    expect(await openFor(instanceId)).toEqual(['after']);
  });

  it('lose one who has not done it, who is told; the others go on', async () => {
    const { instanceId } = await begin(several(), ['clerk', 'checker', 'checker2']);
    const removed = await taskOf(instanceId, 'checker2');

    expect((await remove('clerk', await taskOf(instanceId, 'clerk'), removed)).errors).toEqual([]);

    expect(await openFor(instanceId)).toEqual([await nameOf('clerk'), await nameOf('checker')]);
    expect(await tables.tasks.find(desk, { id: removed })).toMatchObject({ status: 'cancelled' });
    const [sent] = await tables.jobs.select(desk, { instanceId, kind: 'notifyPerson' });
    expect(sent).toMatchObject({
      taskId: removed,
      payload: { userId: desk.id('checker2'), message: 'taskRemoved', text: '出差' },
    });
    expect(await desk.task('complete', 'checker2', removed, { outcome: 'agree' })).toMatchObject({
      status: 409,
      errors: [{ code: 'task.cancelled' }],
    });
  });

  it('who are left may be enough: the step ends', async () => {
    const ratio = '=nrOfCompletedInstances * 100 &gt;= nrOfInstances * 50';
    const { instanceId } = await begin(several({ condition: ratio }), ['clerk', 'checker', 'checker2']);
    await complete('clerk', instanceId);

    expect((await remove('checker', await taskOf(instanceId, 'checker'), await taskOf(instanceId, 'checker2'))).errors).toEqual(
      [],
    );

    expect(await openFor(instanceId)).toEqual(['after']);
  });

  describe('are as they were when', () => {
    const refused = async (answer: Promise<unknown>, status: number, code: string) =>
      expect(await answer).toMatchObject({ status, errors: [{ code }] });

    it('the drawing does not allow it, or the list is not one of people', async () => {
      const fixed = await begin(several({ attributes: '' }), ['clerk', 'checker']);
      const ofOthers = await begin(several({ value: '=people[1]' }), ['clerk', 'checker']);

      await refused(add('clerk', await taskOf(fixed.instanceId, 'clerk'), 'checker2'), 409, 'task.peopleFixed');
      await refused(
        remove('root', await taskOf(fixed.instanceId, 'clerk'), await taskOf(fixed.instanceId, 'checker')),
        409,
        'task.peopleFixed',
      );
      await refused(add('clerk', await taskOf(ofOthers.instanceId, 'clerk'), 'checker2'), 409, 'task.peopleFixed');
    });

    it('somebody asks who has none of its tasks, gives no reason, or names who is in it already', async () => {
      const { instanceId } = await begin(several(), ['clerk', 'checker']);
      const own = await taskOf(instanceId, 'clerk');

      await refused(add('checker2', own, 'checker2'), 403, 'task.notYours');
      await refused(add('clerk', own, 'checker2', ' '), 400, 'task.reasonMissing');
      await refused(add('clerk', own, 'checker'), 409, 'task.personAlreadyIn');
      await refused(remove('clerk', own, own), 400, 'task.removesItself');
      await refused(remove('clerk', own, await taskOf(instanceId, 'checker'), ''), 400, 'task.reasonMissing');
    });

    it('somebody who has done it, waits for their turn or is in another case is named', async () => {
      const { instanceId } = await begin(several(), ['clerk', 'checker', 'checker2']);
      const done = await taskOf(instanceId, 'checker');
      await complete('checker', instanceId);
      const other = await begin(several({ isInTurn: true }), ['clerk', 'checker']);
      const own = await taskOf(instanceId, 'clerk');

      await refused(remove('clerk', own, done), 409, 'task.alreadyHandled');
      await refused(add('clerk', own, 'checker'), 409, 'task.personAlreadyIn');
      await refused(add('clerk', await taskOf(other.instanceId, 'clerk'), 'checker'), 409, 'task.personAlreadyIn');
      await refused(remove('clerk', own, await taskOf(other.instanceId, 'clerk')), 404, 'task.notFound');
    });

    it('the only one would be taken out, by an administrator too', async () => {
      const { instanceId } = await begin(several(), ['clerk', 'checker']);
      await complete('checker', instanceId);
      const single = await begin(several({ isInTurn: true }), ['clerk', 'checker']);

      expect(
        (await desk.as('root').get<OpenedTask>('bpmnTasks:open', { params: { filterByTk: await taskOf(instanceId, 'clerk') } }))
          .data.task.may,
      ).toMatchObject({ addPerson: true, removePerson: false });
      await refused(remove('root', await taskOf(single.instanceId, 'clerk'), 'nowhere'), 404, 'task.notFound');
    });
  });
});
