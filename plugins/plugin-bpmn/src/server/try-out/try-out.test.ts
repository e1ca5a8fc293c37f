import { countStatements, expectRefused } from '@wuxin/test';
import type { TryOutStep } from '../../common/api';
import { bpmn, DAY_MS, type Desk, HOUR_MS, NOON, timer, userTask } from '../__fixtures__';
import { LETTER, lettersOn, openLetterDesk, OUTCOMES } from './__fixtures__/letter';

/** A process is tried out before it is published: by the engine, and without a trace. */
describe('trying a process out', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openLetterDesk();
  });
  afterAll(() => desk?.close());

  const { setup, ask, tried, at, write, check, standing } = lettersOn(() => desk);

  it('begins with the draft, and says who would be asked', async () => {
    const view = await tried();

    expect(view).toMatchObject({ isDraft: true, number: 1, refusal: null, now: NOON });
    expect(standing(view)).toEqual(['main write']);
    expect(view.tasks[0]).toMatchObject({
      name: '起草',
      people: [{ id: desk.id('clerk'), name: '王芳' }],
      hasForm: true,
      deadline: null,
    });
    expect(view.cases[0]).toMatchObject({ id: 'main', status: 'running', current: ['write'], passed: ['begin'] });
  });

  it('resolves roles and deadlines as they are today, and says when who would be told', async () => {
    const view = await tried(write());

    const [task] = view.tasks;
    expect(task?.people.map(({ name }) => name)).toEqual(['李强', '赵敏']);
    expect(task?.groups).toEqual(['审核员']);
    // the third day is a Sunday
    expect(task?.deadline?.dueAt).toBe(Date.parse('2026-11-10T00:00:00+08:00'));
    expect(task?.deadline?.steps.map(({ text }) => text)).toEqual(['催办办理人', '告知 李强、赵敏']);
    expect(view.cases[0]?.record).toMatchObject({ text: '一封信', pages: 5 });
  });

  it('says what a decision table and a condition decided, and what they read', async () => {
    const view = await tried(write(), check());

    const reasons = view.entries.filter(({ kind }) => kind === 'reason').map(({ text }) => text);
    expect(reasons).toEqual([
      '去向：结论 = "agree"，页数 = 5；适用规则“long”（结论: "agree"，页数: > 3），得出 下一步 = "ask"。',
      '“去哪里” → “征求意见”：routing.next = "ask" 成立（routing.next = "ask"）',
    ]);
  });

  it('runs called processes, lets time pass, and asks what work outside would give', async () => {
    const answerIt: TryOutStep = {
      ...at('answer', 'main/ask'),
      kind: 'complete',
      outcome: 'complete',
      opinion: '',
      data: {},
      byId: desk.id('checker'),
    };

    const called = await tried(write(), check());
    expect(standing(called)).toEqual(['main/ask answer']);
    expect(called.cases[1]).toMatchObject({ variables: { pages: 5 }, processName: 'asked' });

    const waiting = await tried(write(), check(), answerIt);
    expect(waiting.waiting).toMatchObject([{ caseId: 'main/ask', kind: 'timer', name: '公示期满', dueAt: NOON + 7 * DAY_MS }]);

    const passed = await tried(write(), check(), answerIt, { kind: 'wait', until: NOON + 8 * DAY_MS });
    expect(passed.cases[1]?.status).toBe('completed');
    expect(passed.waiting).toMatchObject([{ caseId: 'main', kind: 'work', elementId: 'number' }]);

    const number: TryOutStep = { ...at('number'), kind: 'answer', variables: { number: '2026-1' } };
    const ended = await tried(write(), check(), answerIt, { kind: 'wait', until: NOON + 8 * DAY_MS }, number);
    expect(ended.cases[0]).toMatchObject({ status: 'completed', variables: { number: '2026-1' } });
    expect(ended.cases[0]?.passed).toContain('sent');
  });

  it('tells who would be reminded and told when a deadline passes', async () => {
    const view = await tried(write(), { kind: 'wait', until: NOON + 6 * DAY_MS });

    expect(view.now).toBe(NOON + 6 * DAY_MS);
    expect(view.entries.filter(({ kind }) => kind === 'time').map(({ text }) => text)).toEqual([
      '催办“审核”的办理人（试运行不发送）',
      '“审核”超期，告知：李强、赵敏（试运行不发送）',
    ]);
    expect(standing(view)).toEqual(['main check']);
  });

  it.each([
    ['a form that misses a field', () => write({ pages: 5 }), 'task.invalidData'],
    ['an outcome that wants an opinion', () => check('return'), 'task.opinionMissing'],
    ['somebody who is not asked', () => ({ ...check(), byId: desk.id('outsider') }) as TryOutStep, 'tryOut.notAsked'],
    [
      'an element at which nothing waits',
      () => ({ ...at('sent'), kind: 'answer', variables: {} }) as TryOutStep,
      'tryOut.nothingThere',
    ],
    ['a time that has passed', () => ({ kind: 'wait', until: NOON - HOUR_MS }) as TryOutStep, 'tryOut.badTime'],
  ])('refuses what the engine would refuse, and stands as before: %s', async (_, bad, code) => {
    const before = code === 'task.invalidData' ? [] : [write()];

    const view = await tried(...before, bad());

    expect(view.refusal).toMatchObject({ step: before.length, code });
    expect(view.refusal?.text).toMatch(/[\u4e00-\u9fff]/);
    expect(standing(view)).toEqual(before.length === 0 ? ['main write'] : ['main check']);
  });

  it('writes nothing: every statement reads, and no table has another row', async () => {
    const before = await desk.counts();
    const messages = await desk.messages('checker');
    const rows = () => desk.db.getRepository('notes').count();
    const records = await rows();

    const statements = await countStatements(desk.db, async () => {
      await tried(write(), check(), { kind: 'wait', until: NOON + DAY_MS });
    });

    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((sql) => !/^SELECT/i.test(sql))).toEqual([]);
    expect(statements.filter((sql) => /FOR (UPDATE|SHARE)/i.test(sql))).toEqual([]);
    expect(await desk.counts()).toEqual(before);
    expect(await rows()).toBe(records);
    await desk.drain();
    expect(await desk.messages('checker')).toEqual(messages);
  });

  it('leads to the same each time', async () => {
    const once = await tried(write(), check());

    expect(await tried(write(), check())).toEqual(once);
  });

  it('gives the form of an open task with what was filled in before', async () => {
    const path = { setup: setup({ record: { pages: 9 } }), steps: [] };
    const answer = await desk
      .as('root')
      .post<{ record: object; contract: { fields: { name: string }[] } }>('bpmnProcesses:tryOutForm', {
        params: { filterByTk: 'letter' },
        data: { path, place: at('write') },
      });

    expect(answer.data.record).toMatchObject({ pages: 9, text: null });
    expect(answer.data.contract.fields.map(({ name }) => name)).toEqual(['text', 'pages']);
  });

  it('is for administrators', async () => {
    const answer = await desk
      .as('clerk')
      .post('bpmnProcesses:tryOut', { params: { filterByTk: 'letter' }, data: { path: { setup: setup(), steps: [] } } });

    expect(answer.status).toBe(403);
  });

  it.each([
    ['a starter who does not exist', { starterId: 999_999 }, { code: 'person.notFound', status: 400 }],
    ['a place that does not exist', { placeId: 'nowhere' }, { code: 'place.notFound', status: 400 }],
    ['a moment that is none', { startAt: -1 }, { code: 'input.invalid', status: 400 }],
  ])('does not begin with %s', async (_, more, expected) => {
    await expectRefused((locale) => ask([], locale, setup(more)), expected);
  });

  it('stops where a timer fires without end', async () => {
    const minute = `<bpmn:boundaryEvent id="tick" attachedToRef="wait" cancelActivity="false">${timer('t', 'Cycle', 'R/PT1M')}</bpmn:boundaryEvent>`;
    await desk.publishLines(
      'ticking',
      `<bpmn:startEvent id="begin" /> ${userTask('wait')} ${minute} <bpmn:endEvent id="ticked" /> <bpmn:endEvent id="end" />
      begin -> wait
      tick -> ticked
      wait -> end`,
    );
    const steps = [{ kind: 'wait', until: NOON + DAY_MS }];
    const answer = await desk.as('root').post('bpmnProcesses:tryOut', {
      params: { filterByTk: 'ticking' },
      data: { path: { setup: setup(), steps } },
    });
    expect(answer).toMatchObject({ status: 200, data: { refusal: { step: 0, code: 'tryOut.tooMuch' } } });
  });

  describe('and keeping it as a test', () => {
    const keep = (name: string, steps: TryOutStep[], test?: string) =>
      desk.as('root').post<{ id: string }>('bpmnProcesses:keepTest', {
        params: { filterByTk: 'letter' },
        data: { name, path: { setup: setup(), steps }, test },
      });
    const publish = (data: object = {}, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
      desk.as('root').post<{ number: number }>('bpmnProcesses:publish', { params: { filterByTk: 'letter' }, data, locale });
    const deploy = async (lines: string) => {
      const deployed = await desk
        .as('root')
        .post<{ problems: unknown[] }>('bpmnProcesses:deploy', { data: { xml: bpmn('letter', lines) } });
      expect(deployed.data.problems).toEqual([]);
    };
    let test = '';

    it('lets the draft be published that leads to the same', async () => {
      const kept = await keep('长信要征求意见', [write(), check()]);
      expect(kept.errors).toEqual([]);
      test = kept.data.id;

      expect((await publish()).errors).toEqual([]);
      // shorter deadlines are no reason to keep a version back
      await deploy(LETTER.replace('amount="3"', 'amount="2"'));
      expect((await publish()).errors).toEqual([]);
    });

    it('keeps a draft back that leads elsewhere, and says at which step', async () => {
      await deploy(LETTER.replace('kind="role" value="checker" />' + OUTCOMES, 'kind="starter" value="" />' + OUTCOMES));

      await expectRefused((locale) => publish({}, locale), { code: 'tryOut.testsDiffer', status: 409 });
      const refused = await publish();
      expect(refused.errors[0]?.message).toContain(
        '第 1 步“起草：办结”之后，原来是：“审核”待办（审核员）；现在是：“审核”待办（王芳）',
      );
    });

    it('says which step cannot be done any more', async () => {
      await deploy(LETTER.replace('<wuxin:outcome key="agree" name="同意" />', ''));

      const refused = await publish();
      expect(refused.errors[0]?.message).toContain('第 2 步“审核：agree”现在办不了');
    });

    it('is published all the same with a reason, which the changes of the process keep', async () => {
      const published = await publish({ despiteTests: '新办法取消了同意' });
      expect(published.errors).toEqual([]);

      const changes = await desk
        .as('root')
        .get<{ rows: { text: string }[] }>('bpmnProcesses:changes', { params: { filterByTk: 'letter' } });
      const texts = changes.data.rows.map(({ text }) => text);
      expect(texts[0]).toContain('新办法取消了同意');
      expect(texts).toContain('保留测试“长信要征求意见”。');
    });

    it('keeps returns and withdrawals with it, and says which of them leads elsewhere', async () => {
      await deploy(LETTER);
      const back: TryOutStep = { ...at('check'), kind: 'return', to: 'write', reason: '缺附件', byId: desk.id('checker') };
      const steps = [write(), back, write(), { kind: 'withdraw', caseId: 'main', reason: '发早了' } as const];
      const kept = await keep('退回一次再撤回', steps);
      expect(kept.errors).toEqual([]);
      const run = async () => {
        const answer = await desk
          .as('root')
          .post<{ id: string; difference: { text: string } | null }[]>('bpmnProcesses:runTests', {
            params: { filterByTk: 'letter' },
          });
        return answer.data.find(({ id }) => id === kept.data.id)?.difference ?? null;
      };
      expect(await run()).toBeNull();

      await deploy(LETTER.replace('<bpmn:userTask id="check"', '<bpmn:userTask id="check" wuxin:returnTo="none"'));

      expect((await run())?.text).toContain('第 2 步“审核：退回到起草”现在办不了');
      const removal = { test: kept.data.id, reason: '不再需要' };
      await desk.as('root').post('bpmnProcesses:removeTest', { params: { filterByTk: 'letter' }, data: removal });
    });

    it('is kept anew as the process goes now, and removed with a reason', async () => {
      await deploy(LETTER.replace('name="审核"', 'name="复核"'));
      expect((await keep('长信要征求意见', [write()], test)).errors).toEqual([]);
      expect((await publish()).errors).toEqual([]);

      const remove = (reason: string) => (locale: 'zh-CN' | 'en-US') =>
        desk.as('root').post('bpmnProcesses:removeTest', { params: { filterByTk: 'letter' }, data: { test, reason }, locale });
      await expectRefused(remove(' '), { code: 'reason.missing', status: 400 });
      expect((await remove('不再需要')('zh-CN')).errors).toEqual([]);
      expect((await desk.as('root').get('bpmnProcesses:keptTests', { params: { filterByTk: 'letter' } })).data).toEqual([]);
    });

    it('is refused without a name, and there is no test that nobody kept', async () => {
      expect(await keep('  ', [write()])).toMatchObject({ status: 400, errors: [{ code: 'tryOut.nameMissing' }] });
      const other = await desk.as('root').get('bpmnProcesses:keptTest', { params: { filterByTk: 'letter', test: 'none' } });
      expect(other).toMatchObject({ status: 404, errors: [{ code: 'tryOut.noTest' }] });
    });

    it('is refused beyond as many as publishing can run', async () => {
      let answer = await keep('第 1 次', []);
      for (let count = 2; count <= 31 && answer.status === 200; count += 1) answer = await keep(`第 ${count} 次`, []);
      expect(answer).toMatchObject({ status: 409, errors: [{ code: 'tryOut.tooManyTests', data: { maximum: 30 } }] });
    });

    it('is refused with a step that the engine refuses', async () => {
      const answer = await keep('不行', [write({})]);

      expect(answer.errors[0]?.code).toBe('task.invalidData');
    });
  });
});
