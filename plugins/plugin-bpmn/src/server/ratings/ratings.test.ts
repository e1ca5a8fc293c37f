import { expectRefused } from '@wuxin/test';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bpmn, Desk, HOUR_MS, userTask, type Person } from '../__fixtures__';
import { verifyDatabase } from '../audit';
import { installDraftForm } from '../forms';
import { localDateOf } from '../runtime/local-date';
import { tables } from '../store';
import {
  CHOSEN,
  defineAppraisals,
  everyRow,
  installRatingForm,
  ratingLines,
  ratingTask,
  sheetOfRater,
  startRating,
  sumsTask,
  tablesThatTell,
} from './__fixtures__/rating';

const RATERS = ['checker', 'checker2', 'outsider', 'supervisor'] as const satisfies readonly Person[];
const GOOD = { work: 'zqExcellent', style: 'zqMiddling' };

describe('a confidential rating', () => {
  const storage = mkdtempSync(join(tmpdir(), 'wuxin-ratings-'));
  let desk: Desk;

  beforeAll(async () => {
    const logs = { LOGGER_TRANSPORT: 'file', LOGGER_LEVEL: 'trace', LOGGER_SILENT: 'false' };
    Object.assign(process.env, { STORAGE_PATH: storage, ...logs });
    desk = await Desk.open(defineAppraisals, { logsSql: true });
    for (const key of ['appraisal', 'pool']) await installRatingForm(desk, key);
    await desk.publishLines('appraisal', ratingLines(ratingTask()));
    await desk.publishLines('pool', ratingLines(ratingTask(undefined, { kind: 'role', value: 'checker' }, '')));
  });
  afterAll(() => desk?.close());

  const start = (raters: readonly Person[] = RATERS, fewest = 3) => startRating(desk, 'appraisal', raters, fewest);
  const sheet = (instanceId: string, rater: Person) => sheetOfRater(desk, instanceId, rater);
  const handIn = async (instanceId: string, rater: Person, data: object = GOOD) => {
    const body = { outcome: 'complete', data };
    expect((await desk.task('complete', rater, await sheet(instanceId, rater), body)).errors).toEqual([]);
  };
  const isOver = async () => {
    await desk.advance(49 * HOUR_MS);
  };

  describe('that is over', () => {
    it('has sums of every item and choice', async () => {
      const instanceId = await start();
      await handIn(instanceId, 'checker');
      await handIn(instanceId, 'checker2');
      await handIn(instanceId, 'outsider', { work: 'zqBad', style: 'zqMiddling' });
      expect(await desk.variables(instanceId)).not.toHaveProperty('sums');

      await handIn(instanceId, 'supervisor');

      expect(await desk.variables(instanceId)).toMatchObject({
        sheets: 4,
        enough: true,
        missing: [],
        sums: { work: { zqExcellent: 3, zqMiddling: 0, zqBad: 1 }, style: { zqExcellent: 0, zqMiddling: 4, zqBad: 0 } },
      });
    });

    it('says only that there are too few, and who has not handed in, below the minimum', async () => {
      const instanceId = await start(RATERS, 4);
      for (const rater of ['checker', 'checker2', 'outsider'] as const) await handIn(instanceId, rater);

      await isOver();

      const missing = [desk.id('supervisor')];
      expect(await desk.variables(instanceId)).toMatchObject({ sheets: 3, enough: false, missing, sums: null });
    });

    it('never gives sums of fewer than three sheets, whatever a process says', async () => {
      const instanceId = await start(RATERS, 1);
      for (const rater of ['checker', 'checker2'] as const) await handIn(instanceId, rater);

      await isOver();

      expect(await desk.variables(instanceId)).toMatchObject({ sheets: 2, enough: false, sums: null });
    });
  });

  describe('of somebody', () => {
    it('does not ask them', async () => {
      const instanceId = await start(['clerk', ...RATERS]);

      const asked = await tables.tasks.select(desk, { instanceId, elementId: 'rate' });

      expect(asked.map(({ assigneeId }) => assigneeId).sort()).toEqual(RATERS.map((rater) => desk.id(rater)).sort());
      const skipped = await tables.history.select(desk, { instanceId, kind: 'taskSkipped' });
      expect(skipped).toMatchObject([{ elementId: 'rate', data: { code: 'assignment.onlySubject' } }]);
      const { data } = await desk.track('clerk', instanceId);
      expect(data.history.map(({ text }) => text)).toContain('民主测评：本人不参与测评，已跳过');
    });

    it('is refused to them where they belong to the raters', async () => {
      const variables = { about: desk.id('checker2'), fewest: 3 };
      const { instanceId } = await desk.start('pool', 'clerk', { variables, record: { title: '述职评议' } });
      await desk.complete('clerk', instanceId, 'call');
      const taskId = await desk.openTask(instanceId, 'rate');

      await expectRefused((locale) => desk.task('complete', 'checker2', taskId, { outcome: 'complete', data: GOOD }, locale), {
        code: 'rating.self',
        status: 403,
      });

      expect((await desk.todo('checker2')).map((row) => row.taskId)).not.toContain(taskId);
      expect((await desk.task('complete', 'checker', taskId, { outcome: 'complete', data: GOOD })).errors).toEqual([]);
    });
  });

  describe('is the rater’s alone:', () => {
    let instanceId: string;
    let taskId: string;
    const opened = (who: Person) => (locale: 'zh-CN' | 'en-US') =>
      desk.as(who).get('bpmnTasks:open', { params: { filterByTk: taskId }, locale });
    beforeAll(async () => {
      instanceId = await start();
      taskId = await sheet(instanceId, 'checker');
    });

    it('they see the form while it is open', async () => {
      const { data } = await desk.open('checker', taskId);

      expect(data).toMatchObject({ record: { title: 'appraisal' }, draft: null });
      const none = { transfer: false, delegate: false, returnTo: false, enterOnBehalf: false };
      expect(data.task).toMatchObject({ isConfidential: true, may: { complete: true, ...none } });
    });

    it('nobody else opens it, whoever sees the case, the administrator included', async () => {
      for (const who of ['root', 'clerk'] as const)
        await expectRefused(opened(who), { code: 'rating.confidential', status: 403 });
    });

    it.each([
      ['kept as a draft', 'saveDraft', 'checker', { data: GOOD, opinion: '' }],
      ['kept as a draft of an administrator', 'saveDraft', 'root', { data: GOOD, opinion: '' }],
      ['transferred', 'transfer', 'checker', { to: 1, reason: '外出' }],
      ['transferred by an administrator', 'transfer', 'root', { to: 1, reason: '外出' }],
      ['delegated', 'delegate', 'checker', { to: 1, reason: '外出' }],
      ['sent back', 'returnTo', 'checker', { elementId: 'call', reason: '再议' }],
    ] as const)('it is not %s', async (_claim, action, who, body) => {
      const before = await desk.fingerprint(instanceId);
      const data = 'to' in body ? { ...body, to: desk.id('clerk') } : body;

      await expectRefused((locale) => desk.task(action, who, taskId, data, locale), { code: 'rating.ownHand', status: 403 });

      expect(await desk.fingerprint(instanceId)).toBe(before);
    });

    it('nobody enters it for them', async () => {
      const body = { outcome: 'complete', data: GOOD, onBehalfOf: desk.id('checker') };

      await expectRefused((locale) => desk.task('complete', 'root', taskId, body, locale), {
        code: 'rating.ownHand',
        status: 403,
      });
    });

    it('no stand-in fills it in', async () => {
      const dates = { fromOn: localDateOf(desk.now), untilOn: localDateOf(desk.now) };
      const standIn = { absentId: desk.id('checker'), standInId: desk.id('outsider'), reason: '外出', ...dates };
      expect((await desk.as('root').post('bpmnStandIns:create', { data: standIn })).errors).toEqual([]);
      const body = { outcome: 'complete', data: GOOD };

      await expectRefused((locale) => desk.task('complete', 'outsider', taskId, body, locale), {
        code: 'rating.ownHand',
        status: 403,
      });
      await expectRefused(opened('outsider'), { code: 'rating.confidential', status: 403 });
    });

    it.each([
      ['opinion', { opinion: '很好' }],
      ['file', { fileIds: [1] }],
    ])('it takes no %s', async (_what, more) => {
      const body = { outcome: 'complete', data: GOOD, ...more };

      await expectRefused((locale) => desk.task('complete', 'checker', taskId, body, locale), {
        code: 'rating.choicesOnly',
        status: 400,
      });
    });

    it('it is filled in as a whole', async () => {
      const body = { outcome: 'complete', data: { work: 'zqBad' } };

      await expectRefused((locale) => desk.task('complete', 'checker', taskId, body, locale), {
        code: 'task.invalidData',
        status: 400,
      });
    });

    it('and once handed in nobody sees it, takes it back or gets it again', async () => {
      await handIn(instanceId, 'checker');

      const own = await desk.open('checker', taskId);
      expect(own.data).toMatchObject({ formTree: null, contract: null, record: null, draft: null });
      for (const who of ['root', 'clerk', 'outsider'] as const)
        await expectRefused(opened(who), { code: 'rating.confidential', status: 403 });
      const again = await desk.task('complete', 'checker', taskId, { outcome: 'complete', data: GOOD });
      expect(again).toMatchObject({ status: 409, errors: [{ code: 'task.alreadyHandled' }] });
    });
  });

  it('is handed in once by each, however often they are asked', async () => {
    const instanceId = await start(['checker', 'checker', 'outsider']);
    await handIn(instanceId, 'checker');
    const left = (await tables.tasks.select(desk, { instanceId, assigneeId: desk.id('checker'), status: 'open' }))[0]!.id;

    await expectRefused((locale) => desk.task('complete', 'checker', left, { outcome: 'complete', data: GOOD }, locale), {
      code: 'rating.handedIn',
      status: 409,
    });
  });

  it('cannot be withdrawn by whom it came to an end with, nor be opened again from a later step', async () => {
    const instanceId = await start(['checker', 'checker2', 'outsider']);
    for (const rater of ['checker', 'checker2', 'outsider'] as const) await handIn(instanceId, rater);

    const withdrawn = await desk.instance('withdraw', 'outsider', instanceId, { reason: '改主意' });
    const { data } = await desk.open('clerk', await desk.openTask(instanceId, 'study'));

    expect(withdrawn.errors[0]).toMatchObject({ code: 'instance.cannotWithdraw' });
    expect(data.task.returnTargets.map(({ elementId }) => elementId)).toEqual(['call']);
  });

  it('leaves no trace of what was chosen in any table but the sums, nor in the logs', async () => {
    const instanceId = await start();
    const before = await everyRow(desk);
    const logged = new Set(logText(storage).split('\n'));

    await handIn(instanceId, 'checker', { work: 'zqBad', style: 'zqExcellent' });
    const refused = { outcome: 'complete', data: { work: 'zqBad', style: 'zqNever' } };
    expect((await desk.task('complete', 'checker2', await sheet(instanceId, 'checker2'), refused)).status).toBe(400);
    await handIn(instanceId, 'outsider');
    await desk.drain();

    expect(tablesThatTell(before, await everyRow(desk))).toEqual(['bpmnSums']);
    expect(await desk.record(instanceId)).toMatchObject({ work: null, style: null });
    await desk.as('root').get('users:list', { params: { filter: { username: 'the-last-request' } } });
    const lines = (await loggedUntil(storage, 'the-last-request')).split('\n');
    const text = lines.filter((line) => !logged.has(line)).join('\n');
    expect(text).toContain('bpmnTasks:complete');
    expect(text).toContain('bpmnSums');
    expect(text).not.toMatch(CHOSEN);
    expect(text).not.toContain('zqNever');
  });

  it('tells who has handed in, and of two who chose otherwise nothing that differs', async () => {
    const instanceId = await start();
    await handIn(instanceId, 'checker', { work: 'zqBad', style: 'zqBad' });
    await handIn(instanceId, 'outsider', { work: 'zqExcellent', style: 'zqMiddling' });

    const rows = await tables.history.select(desk, { instanceId, elementId: 'rate', kind: 'taskCompleted' });

    expect(rows.map(({ actorId }) => actorId)).toEqual([desk.id('checker'), desk.id('outsider')]);
    for (const { data, payloadDigest } of rows) {
      expect(data).toEqual({ taskId: expect.any(String), outcome: 'complete', outcomeName: '办结', fields: [] });
      expect(payloadDigest).toBeNull();
    }
  });

  it('does not come out of NocoBase’s own actions', async () => {
    const answer = await desk.as('root').get('bpmnSums:list');

    expect(answer).toMatchObject({ status: 404, errors: [{ code: 'action.notFound' }] });
  });

  it('adds up, and the audit says so; sums that somebody changed are found', async () => {
    const instanceId = await start();
    await handIn(instanceId, 'checker');
    const broken = async () => {
      const { invariants } = await verifyDatabase(desk.engine);
      return invariants
        .filter((invariant) => invariant.broken > 0 && invariant.name !== 'taskCentre.counts')
        .map(({ name, first }) => [name, first?.data['fault']]);
    };
    expect(await broken()).toEqual([]);
    const [sums] = await tables.sums.select(desk, { instanceId });
    const { counts } = sums!;
    const [item] = Object.keys(counts);

    for (const [changes, fault] of [
      [{ sheets: 2 }, 'otherSheets'],
      [{ counts: { ...counts, [item!]: { zqExcellent: 7 } } }, 'otherSum'],
    ] as const) {
      await desk.write((tx) => tables.sums.update(tx, { instanceId }, changes));
      expect(await broken()).toEqual([['rating.counted', fault]]);
      await desk.write((tx) => tables.sums.update(tx, { instanceId }, { sheets: 1, counts }));
    }
    expect(await broken()).toEqual([]);
  });

  it('was handed in by raters who were asked, by their own hand and once; the audit finds what was not', async () => {
    const instanceId = await start();
    for (const rater of ['checker', 'outsider'] as const) await handIn(instanceId, rater);
    const id = await sheet(instanceId, 'outsider');
    const [, told] = await tables.history.select(
      desk,
      { instanceId, elementId: 'rate', kind: 'taskCompleted' },
      { order: [['sequence', 'ASC']] },
    );
    const own = { completedById: desk.id('outsider'), onBehalfOfId: null };
    const fault = async (name: string) =>
      (await verifyDatabase(desk.engine)).invariants.find((invariant) => invariant.name === name)?.first;
    const found = async (change: object) => {
      await desk.write((tx) => tables.tasks.update(tx, { id }, change));
      return fault('task.doneBy');
    };

    expect(await found(own)).toBeNull();
    expect(await found({ ...own, completedById: desk.id('checker2') })).toMatchObject({
      rowId: id,
      data: { fault: 'notTheirs' },
    });
    expect(await found({ ...own, completedById: desk.id('clerk') })).toMatchObject({ rowId: id, data: { fault: 'barred' } });
    expect(await found({ ...own, onBehalfOfId: desk.id('checker2') })).toMatchObject({
      rowId: id,
      data: { fault: 'notOwnHand' },
    });
    expect(await found(own)).toBeNull();
    expect(await fault('rating.counted')).toBeNull();

    await desk.write((tx) => tables.history.update(tx, { id: told!.id }, { actorId: desk.id('checker') }));

    expect(await fault('rating.counted')).toMatchObject({
      table: 'bpmnHistory',
      rowId: told!.id,
      instanceId,
      data: { fault: 'ratedTwice' },
    });
    await desk.write((tx) => tables.history.update(tx, { id: told!.id }, { actorId: desk.id('outsider') }));
  });

  describe('is refused as a process', () => {
    const two = '<wuxin:outcome key="a" name="交" /><wuxin:outcome key="b" name="弃权" />';
    const about = '<wuxin:subject kind="person" value="1" />';
    const automatic =
      '<wuxin:deadline amount="1" unit="hours"><wuxin:deadlineStep amount="0" unit="hours" action="outcome" value="a" /></wuxin:deadline>';
    it.each([
      ['rating.subject', ''],
      ['rating.outcomes', about + two],
      ['rating.outcomes', `${about}<wuxin:outcome key="a" name="交" requiresOpinion="true" />`],
      ['rating.deadline', about + automatic],
      ['assignment.unknownKind', '<wuxin:subject kind="nobody" value="1" />'],
    ])('with %s', async (code, inside) => {
      const xml = bpmn('odd', ratingLines(ratingTask(inside)));

      const { data } = await desk.as('root').post<{ problems: { code: string; text: string }[] }>('bpmnProcesses:deploy', {
        data: { xml },
      });

      expect(data.problems.map((problem) => problem.code)).toContain(code);
      expect(data.problems.map(({ text }) => text).join()).toContain('民主测评');
    });

    it('when sums are asked for without saying of what', async () => {
      const lines = `<bpmn:startEvent id="begin" />${sumsTask('<wuxin:property name="of" value="rate" />')}<bpmn:endEvent id="end" />
        begin -> sum
        sum -> end`;
      const { data } = await desk.as('root').post<{ problems: { code: string }[] }>('bpmnProcesses:deploy', {
        data: { xml: bpmn('odd', lines) },
      });

      expect(data.problems.map((problem) => problem.code)).toEqual(['rating.sumsConfig']);
    });

    it('without a form, or with a field in it that is no required choice', async () => {
      const publish = async (locale: 'zh-CN' | 'en-US') => {
        const xml = bpmn('formless', ratingLines(ratingTask()));
        expect((await desk.as('root').post('bpmnProcesses:deploy', { data: { xml } })).errors).toEqual([]);
        return desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'formless' }, locale });
      };
      await expectRefused(publish, { code: 'rating.form', status: 400 });

      const rows = [[{ field: 'title' }], [{ field: 'work', required: true }]];
      const description = { collection: 'appraisals', rows };
      await desk.write((tx) => installDraftForm(tx, { processKey: 'formless', elementId: 'rate', description }));
      await expectRefused(publish, { code: 'rating.form', status: 400 });
    });
  });

  it('is not summed up while sheets are out', async () => {
    await desk.publishLines(
      'hasty',
      `@wuxin:recordCollection="appraisals"
      <bpmn:startEvent id="begin" /><bpmn:parallelGateway id="both" />${userTask('rate')}${sumsTask()}<bpmn:endEvent id="end" />
      begin -> both
      both -> rate
      both -> sum
      rate -> end
      sum -> end`,
    );

    const { instanceId } = await desk.start('hasty', 'clerk', { variables: { fewest: 3 }, record: { title: '述职评议' } });

    expect(await desk.openIncident(instanceId)).toMatchObject({ code: 'rating.open' });
  });
});

function logText(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'))
    .join('\n');
}

/** Requests are logged after they are answered. */
async function loggedUntil(folder: string, ending: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = logText(folder);
    if (text.includes(ending)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing about ${ending} was logged`);
}
