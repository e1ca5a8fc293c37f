import type { TryOutStep, TryOutView } from '../../common/api';
import { bpmn, type Desk, userTask } from '../__fixtures__';
import { activityTypesOf } from '../activity-types';
import { lettersOn, openLetterDesk } from './__fixtures__/letter';

/** 退回 and 撤回 in a try-out: by the engine, as in a case. */
describe('going back in a try-out', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openLetterDesk();
  });
  afterAll(() => desk?.close());

  const { setup, tried, at, write, check, standing } = lettersOn(() => desk);
  const back = (more: object = {}): TryOutStep => ({
    ...at('check'),
    kind: 'return',
    to: 'write',
    reason: '缺附件',
    byId: desk.id('checker'),
    ...more,
  });
  const withdraw = (reason = '发早了'): TryOutStep => ({ kind: 'withdraw', caseId: 'main', reason });

  it('offers the earlier steps to which the engine would send it back', async () => {
    const view = await tried(write());

    expect(view.tasks[0]).toMatchObject({ elementId: 'check', returnTargets: [{ elementId: 'write', elementName: '起草' }] });
    expect((await tried()).tasks[0]?.returnTargets).toEqual([]);
  });

  it('sends the case back, with what was filled in, and goes on from there', async () => {
    const returned = await tried(write(), back());

    expect(standing(returned)).toEqual(['main write']);
    expect(returned.cases[0]?.record).toMatchObject({ text: '一封信', pages: 5 });
    expect(returned.entries.map(({ text }) => text)).toContain('李强把“审核”退回到“起草”：缺附件');
    // a return cannot be taken back
    expect(returned.cases[0]?.withdrawable).toBeNull();
    expect(standing(await tried(write(), back(), write()))).toEqual(['main check']);
  });

  it('takes back the last step, whole: with what it had, and as the variables were before', async () => {
    const before = await tried(write());
    expect(before.cases[0]?.withdrawable).toEqual({ name: '起草', by: '王芳' });

    const again = await tried(write(), withdraw());

    expect(standing(again)).toEqual(['main write']);
    expect(again.cases[0]?.record).toMatchObject({ text: '一封信', pages: 5 });
    expect(again.cases[0]?.variables).toMatchObject({ outcome: null });
    expect(again.cases[0]?.withdrawable).toBeNull();
    expect(standing(await tried(write(), withdraw(), write()))).toEqual(['main check']);
  });

  it('takes back what was written into the record behind the step, and keeps what was entered', async () => {
    activityTypesOf(desk.db).registerOnce({
      type: 'stamping',
      canBeTried: true,
      enter: async ({ scratch }) => {
        scratch?.record?.write({ pages: 99 });
        return { kind: 'completed', variables: {} };
      },
    });
    const stamp = '<bpmn:serviceTask id="stamp" wuxin:activityType="stamping" />';
    const lines = `@wuxin:recordCollection="notes"
      <bpmn:startEvent id="begin" />${userTask('write')}${stamp}${userTask('check')}<bpmn:endEvent id="end" />
      begin -> write
      write -> stamp
      stamp -> check
      check -> end`;
    const deployed = await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn('stamped', lines) } });
    expect(deployed.errors).toEqual([]);
    const pagesAfter = async (...steps: TryOutStep[]) => {
      const answer = await desk.as('root').post<TryOutView>('bpmnProcesses:tryOut', {
        params: { filterByTk: 'stamped' },
        data: { path: { setup: setup({ record: { pages: 3 } }), steps } },
      });
      expect(answer.data.refusal).toBeNull();
      return answer.data.cases[0]?.record?.pages;
    };

    expect(await pagesAfter(write({}))).toBe(99);
    expect(await pagesAfter(write({}), withdraw())).toBe(3);
  });

  it('takes nothing back where a called case or work outside waits already', async () => {
    const view = await tried(write(), check());

    expect(view.cases[0]?.withdrawable).toBeNull();
  });

  it.each([
    ['a return to a step that comes later or is none', () => back({ to: 'ask' }), 'task.notAReturnTarget'],
    ['a return without a reason', () => back({ reason: ' ' }), 'task.reasonMissing'],
    ['a return by somebody who is not asked', () => back({ byId: desk.id('outsider') }), 'tryOut.notAsked'],
    ['a withdrawal without a reason', () => withdraw(' '), 'task.reasonMissing'],
  ])('refuses what the engine would refuse: %s', async (_, bad, code) => {
    const view = await tried(write(), bad());

    expect(view.refusal).toMatchObject({ step: 1, code });
    expect(standing(view)).toEqual(['main check']);
  });

  it('refuses a withdrawal where nothing was done yet', async () => {
    expect((await tried(withdraw())).refusal).toMatchObject({ step: 0, code: 'instance.cannotWithdraw' });
  });

  it('leads where a real case is led', async () => {
    const path = [write(), back(), write({ text: '改过的信', pages: 2 }), withdraw()];
    const view = await tried(...path);

    expect(standing(view)).toEqual(['main write']);
    expect(view.cases[0]?.record).toMatchObject({ text: '改过的信', pages: 2 });
    expect(await tried(...path)).toEqual(view);
  });
});
