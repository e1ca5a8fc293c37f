import { type HttpAnswer, RaceTrack } from '@wuxin/test';
import { Desk, type Person, userTask, stepPeople, type StepPeople } from '../__fixtures__';
import { faultsOf, told } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const OUTCOMES = '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="refuse" name="不同意" />';
const RIGHTS = 'wuxin:mayAddPeople="true" wuxin:mayRemovePeople="true"';
const LOOP =
  '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=people" wuxin:elementVariable="member"></bpmn:multiInstanceLoopCharacteristics>';
const SEVERAL = `${BEGIN}${userTask('review', { kind: 'expression', value: '=member', inside: OUTCOMES, attributes: RIGHTS, loop: LOOP })}${userTask('after')}${END}
  begin -> review
  review -> after
  after -> end`;

/** People of a step change while somebody acts on it. */
describe('races for a step that several do', () => {
  let desk: Desk;
  let taskOf: StepPeople['taskOf'];
  let openFor: StepPeople['openFor'];
  let add: StepPeople['add'];
  let remove: StepPeople['remove'];
  let nameOf: StepPeople['nameOf'];
  let track: RaceTrack;

  beforeAll(async () => {
    desk = await Desk.open();
    ({ taskOf, openFor, add, remove, nameOf } = stepPeople(desk));
    await desk.publishLines('several', SEVERAL);
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  afterAll(() => desk?.close());

  const begin = (people: readonly Person[]) =>
    desk.start('several', 'clerk', { variables: { people: people.map((name) => desk.id(name)) } });
  const race = async (first: () => Promise<HttpAnswer>, second: () => Promise<HttpAnswer>) => {
    const finish = await track.run({ first, second });
    expect(finish.secondWaited).toBe(true);
    return [told(finish.first), told(finish.second)];
  };

  const three = () => begin(['clerk', 'checker', 'checker2']);

  it('one completes while being taken out: one of the two happens, the other is told', async () => {
    const { instanceId } = await three();
    const [own, theirs] = [await taskOf(instanceId, 'clerk'), await taskOf(instanceId, 'checker2')];

    const [first, second] = await race(
      () => remove('clerk', own, theirs),
      () => desk.task('complete', 'checker2', theirs, { outcome: 'agree' }),
    );

    expect(first).toBe('done');
    expect(second).toBe('409 task.cancelled');
    expect(await openFor(instanceId)).toEqual([await nameOf('clerk'), await nameOf('checker')]);
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('one is taken out while completing: what they did stays', async () => {
    const { instanceId } = await three();
    const [own, theirs] = [await taskOf(instanceId, 'clerk'), await taskOf(instanceId, 'checker2')];

    const [first, second] = await race(
      () => desk.task('complete', 'checker2', theirs, { outcome: 'agree' }),
      () => remove('clerk', own, theirs),
    );

    expect(first).toBe('done');
    expect(second).toBe('409 task.alreadyHandled');
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('the last one completes while somebody is added: nobody is added to a step that has ended', async () => {
    const { instanceId } = await begin(['clerk']);
    const own = await taskOf(instanceId, 'clerk');

    const [first, second] = await race(
      () => desk.task('complete', 'clerk', own, { outcome: 'agree' }),
      () => add('clerk', own, 'checker2'),
    );

    expect(first).toBe('done');
    expect(second).toBe('409 task.alreadyHandled');
    expect(await openFor(instanceId)).toEqual(['after']);
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('two add the same person: one is told that they are in it', async () => {
    const { instanceId } = await begin(['clerk', 'checker']);
    const [own, other] = [await taskOf(instanceId, 'clerk'), await taskOf(instanceId, 'checker')];

    const [first, second] = await race(
      () => add('clerk', own, 'checker2'),
      () => add('checker', other, 'checker2'),
    );

    expect([first, second]).toEqual(['done', '409 task.personAlreadyIn']);
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });
});
