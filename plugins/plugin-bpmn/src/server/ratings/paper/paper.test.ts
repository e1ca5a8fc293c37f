import { expectRefused } from '@wuxin/test';
import { bpmn, Desk, type Person } from '../../__fixtures__';
import { verifyDatabase } from '../../audit';
import { tables } from '../../store';
import {
  COUNT,
  countingLines,
  counting,
  countOfTeller,
  defineCounts,
  installCountForms,
  startCounting,
} from '../__fixtures__/counting';
import { defineAppraisals, everyRow, sheetOfRater } from '../__fixtures__/rating';

describe('paper sheets of a rating', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async (test) => {
      await defineAppraisals(test);
      await defineCounts(test);
    });
    for (const key of ['counted', 'pool']) await installCountForms(desk, key);
    await desk.publishLines('counted', countingLines());
    await desk.publishLines('pool', countingLines(counting({ kind: 'role', value: 'checker' })));
  });
  afterAll(() => desk?.close());

  const enter = async (instanceId: string, teller: Person, data: object = COUNT, locale?: 'zh-CN' | 'en-US') =>
    desk.task('complete', teller, await countOfTeller(desk, instanceId, teller), { outcome: 'complete', data }, locale);
  const counted = async (instanceId: string, teller: Person, data: object = COUNT) =>
    expect((await enter(instanceId, teller, data)).errors).toEqual([]);
  const rate = async (instanceId: string, rater: Person) => {
    const body = { outcome: 'complete', data: { work: 'zqBad', style: 'zqBad' } };
    return desk.task('complete', rater, await sheetOfRater(desk, instanceId, rater), body);
  };
  const broken = async () => {
    const { invariants } = await verifyDatabase(desk.engine);
    return invariants
      .filter((invariant) => invariant.broken > 0 && invariant.name !== 'taskCentre.counts')
      .map(({ name, first }) => [name, first?.data['fault']]);
  };

  it('are in the sums with those that were handed in here, once both tellers have counted the same', async () => {
    const instanceId = await startCounting(desk, { raters: ['outsider', 'supervisor'] });
    await counted(instanceId, 'checker');
    expect(await desk.openElements(instanceId)).toEqual(['count']);

    await counted(instanceId, 'checker2');
    for (const rater of ['outsider', 'supervisor'] as const) await rate(instanceId, rater);

    expect(await desk.variables(instanceId)).toMatchObject({
      countAgrees: true,
      ...{ paperIssued: 8, paperRecovered: 7, paperValid: 6, paperInvalid: 1 },
      sheets: 8,
      enough: true,
      sums: { work: { zqExcellent: 4, zqMiddling: 2, zqBad: 2 }, style: { zqExcellent: 0, zqMiddling: 1, zqBad: 7 } },
    });
    expect(await tables.paperCounts.select(desk, { instanceId })).toMatchObject([{ tellerId: null, valid: 6 }]);
    const { data } = await desk.track('clerk', instanceId);
    expect(data.history.map(({ text }) => text)).toContain(
      '核对计票：发出纸质票 8 张，收回 7 张，有效 6 张，无效 1 张，两名计票人一致',
    );
  });

  it('are enough by themselves where nobody rates here', async () => {
    const instanceId = await startCounting(desk);
    for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);

    expect(await desk.variables(instanceId)).toMatchObject({
      sheets: 6,
      enough: true,
      missing: [],
      sums: { work: { zqExcellent: 4 } },
    });
  });

  it('never give sums of fewer than three sheets', async () => {
    const instanceId = await startCounting(desk, { raters: ['outsider'] });
    const one = { paperIssued: 1, paperRecovered: 1, paperValid: 1, paperInvalid: 0 };
    const choices = {
      workZqExcellent: 1,
      workZqMiddling: 0,
      workZqBad: 0,
      styleZqExcellent: 0,
      styleZqMiddling: 1,
      styleZqBad: 0,
    };
    for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller, { ...one, ...choices });

    await rate(instanceId, 'outsider');

    expect(await desk.variables(instanceId)).toMatchObject({ sheets: 2, enough: false, sums: null });
  });

  it('are counted again when the tellers do not agree; the history names what differs and no number', async () => {
    const instanceId = await startCounting(desk);
    await counted(instanceId, 'checker');
    await counted(instanceId, 'checker2', { ...COUNT, workZqExcellent: 3, workZqMiddling: 3, paperIssued: 7 });

    expect(await desk.openElements(instanceId)).toEqual(['count', 'count']);
    expect(await tables.paperCounts.count(desk, { instanceId })).toBe(0);
    const { data } = await desk.track('clerk', instanceId);
    const texts = data.history.filter(({ kind }) => kind === 'countDiffers').map(({ text }) => text);
    expect(texts).toEqual(['核对计票：两名计票人录入的数不一致，重新计票：发出票数、工作实绩']);

    for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);
    expect(await desk.variables(instanceId)).toMatchObject({ countAgrees: true, sheets: 6 });
  });

  describe('that do not add up', () => {
    let instanceId: string;
    beforeAll(async () => {
      instanceId = await startCounting(desk);
    });

    it.each([
      ['more were issued than people rate on paper', { paperIssued: 9 }, 'rating.paperIssued'],
      ['more came back than were issued', { paperIssued: 6 }, 'rating.paperRecovered'],
      ['valid and invalid ones are not what came back', { paperInvalid: 0 }, 'rating.paperSheets'],
      ['an item does not come to the valid ones', { workZqBad: 1 }, 'rating.paperItem'],
      ['a number is below zero', { workZqBad: -1, workZqMiddling: 3 }, 'rating.paperNumber'],
      ['a number is a fraction', { workZqBad: 0.5 }, 'task.invalidData'],
    ])('are refused in both languages: %s', async (_, wrong, code) => {
      const before = await desk.fingerprint(instanceId);

      await expectRefused((locale) => enter(instanceId, 'checker', { ...COUNT, ...wrong }, locale), { code, status: 400 });

      expect(await desk.fingerprint(instanceId)).toBe(before);
    });

    it('are refused with the name of the item and the numbers', async () => {
      const { errors } = await enter(instanceId, 'checker', { ...COUNT, workZqBad: 1 });

      expect(errors[0]?.message).toBe('“工作实绩”各等次合计 7 票，与有效票 6 张不符');
    });
  });

  describe('are counted', () => {
    it('by nobody who is rated', async () => {
      const instanceId = await startCounting(desk, { about: 'checker', processKey: 'pool' });
      const { id } = (await tables.tasks.find(desk, { instanceId, elementId: 'count', status: 'open' }))!;

      await expectRefused((locale) => desk.task('complete', 'checker', id, { outcome: 'complete', data: COUNT }, locale), {
        code: 'rating.tellerSelf',
        status: 403,
      });
    });

    it('not by one teller twice', async () => {
      const instanceId = await startCounting(desk, { processKey: 'pool' });
      const [first, second] = await tables.tasks.select(desk, { instanceId, elementId: 'count', status: 'open' });
      const body = { outcome: 'complete', data: COUNT };
      expect((await desk.task('complete', 'checker', first!.id, body)).errors).toEqual([]);

      await expectRefused((locale) => desk.task('complete', 'checker', second!.id, body, locale), {
        code: 'rating.sameTeller',
        status: 409,
      });
    });

    it('with no teller alone: the rated one was left out, and somebody has to help', async () => {
      const instanceId = await startCounting(desk, { tellers: ['clerk', 'checker'] });
      await counted(instanceId, 'checker');

      expect(await desk.openIncident(instanceId)).toMatchObject({ code: 'rating.twoTellers', data: { counted: 1 } });
    });

    it('by no other hand, and what a teller enters is opened by nobody else', async () => {
      const instanceId = await startCounting(desk);
      const taskId = await countOfTeller(desk, instanceId, 'checker');
      const opened = (who: Person) => (locale: 'zh-CN' | 'en-US') =>
        desk.as(who).get('bpmnTasks:open', { params: { filterByTk: taskId }, locale });
      const body = { outcome: 'complete', data: COUNT, onBehalfOf: desk.id('checker') };

      expect((await desk.open('checker', taskId)).data.task).toMatchObject({ isConfidential: true, isCount: true });
      for (const who of ['root', 'checker2', 'clerk'] as const)
        await expectRefused(opened(who), { code: 'rating.confidential', status: 403 });
      await expectRefused((locale) => desk.task('complete', 'root', taskId, body, locale), {
        code: 'rating.ownHand',
        status: 403,
      });
      await expectRefused((locale) => desk.task('saveDraft', 'checker', taskId, { data: COUNT, opinion: '' }, locale), {
        code: 'rating.ownHand',
        status: 403,
      });
    });
  });

  describe('nobody counts twice', () => {
    const withPaper = () => [desk.id('outsider'), 902, 903, 904, 905, 906, 907, 908];

    it('who was given paper is refused here', async () => {
      const instanceId = await startCounting(desk, { raters: ['outsider'], paperRaters: withPaper() });
      for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);
      const taskId = await sheetOfRater(desk, instanceId, 'outsider');
      const body = { outcome: 'complete', data: { work: 'zqBad', style: 'zqBad' } };

      await expectRefused((locale) => desk.task('complete', 'outsider', taskId, body, locale), {
        code: 'rating.onPaper',
        status: 409,
      });
    });

    it('who handed in here before stops the count of paper', async () => {
      await installCountForms(desk, 'late');
      const late = countingLines()
        .replace('call -> count', 'call -> rate')
        .replace('same -> rate', 'same -> sum')
        .replace('rate -> sum', 'rate -> count');
      await desk.publishLines('late', late);
      const instanceId = await startCounting(desk, { raters: ['outsider'], paperRaters: withPaper(), processKey: 'late' });
      expect((await rate(instanceId, 'outsider')).errors).toEqual([]);
      for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);

      expect(await desk.openIncident(instanceId)).toMatchObject({ code: 'rating.countedTwice' });
      expect(await tables.paperCounts.count(desk, { instanceId, tellerId: null })).toBe(0);
    });
  });

  it('are counted once: a process that leads to the tellers again stops there', async () => {
    await installCountForms(desk, 'again');
    await desk.publishLines(
      'again',
      `${countingLines().replace('study -> end', 'study -> more')}
      <bpmn:exclusiveGateway id="more" default="flow10" />
      more -> end
      more -> count : =true`,
    );
    const instanceId = await startCounting(desk, { processKey: 'again' });
    for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);
    await desk.complete('clerk', instanceId, 'study');

    for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);

    expect(await desk.openIncident(instanceId)).toMatchObject({ code: 'rating.countedAlready' });
  });

  it('leave no trace of what a teller entered in any table but their own', async () => {
    const many = Array.from({ length: 5_000 }, (_, index) => 10_000 + index);
    const instanceId = await startCounting(desk, { paperRaters: many });
    const before = await everyRow(desk);
    const data = { ...COUNT, paperIssued: 4_321, paperRecovered: 4_321, paperValid: 4_321, paperInvalid: 0 };
    const choices = {
      workZqExcellent: 4_319,
      workZqMiddling: 2,
      workZqBad: 0,
      styleZqExcellent: 0,
      styleZqMiddling: 4_319,
      styleZqBad: 2,
    };

    await counted(instanceId, 'checker', { ...data, ...choices });
    await desk.drain();

    const telling = [...(await everyRow(desk))].flatMap(([table, rows]) =>
      [...rows].some((row) => !before.get(table)?.has(row) && /\b4319\b/.test(row)) ? [table] : [],
    );
    expect(telling).toEqual(['bpmnPaperCounts']);
    expect(await desk.record(instanceId)).toMatchObject({ paperIssued: null, workZqExcellent: null });
    expect(await desk.as('root').get('bpmnPaperCounts:list')).toMatchObject({
      status: 404,
      errors: [{ code: 'action.notFound' }],
    });
  });

  it('add up in the database, and the audit finds where somebody changed them', async () => {
    const instanceId = await startCounting(desk, { raters: ['outsider'] });
    for (const teller of ['checker', 'checker2'] as const) await counted(instanceId, teller);
    await rate(instanceId, 'outsider');
    expect(await broken()).toEqual([]);

    const [row] = await tables.paperCounts.select(desk, { instanceId });
    const spoilt: [Parameters<typeof tables.paperCounts.update>[2], fault: string][] = [
      [{ issued: 9 }, 'rating.paperIssued'],
      [{ recovered: 9 }, 'rating.paperRecovered'],
      [{ recovered: 8 }, 'rating.paperSheets'],
      [{ valid: 7 }, 'rating.paperSheets'],
      [{ raterIds: [desk.id('outsider'), 2, 3, 4, 5, 6, 7, 8] }, 'countedTwice'],
    ];
    for (const [changes, fault] of spoilt) {
      await desk.write((tx) => tables.paperCounts.update(tx, { id: row!.id }, changes));
      expect(await broken()).toEqual([['rating.counted', fault]]);
      await desk.write((tx) => tables.paperCounts.update(tx, { id: row!.id }, row!));
    }
    await desk.write((tx) => tables.paperCounts.insert(tx, [{ ...row!, id: 'again' }]));
    expect(await broken()).toEqual([['rating.counted', 'countedAgain']]);
    await desk.write((tx) => tables.paperCounts.delete(tx, { id: 'again' }));
    expect(await broken()).toEqual([]);
  });

  describe('are refused as a process', () => {
    const deployed = async (lines: string) =>
      (
        await desk
          .as('root')
          .post<{ problems: { code: string }[] }>('bpmnProcesses:deploy', { data: { xml: bpmn('odd', lines) } })
      ).data;

    it('without whom was given paper, and without what is compared', async () => {
      const lines = countingLines()
        .replace('<wuxin:property name="raters" value="paperRaters" />', '')
        .replace(
          '<wuxin:property name="of" value="rate" /></wuxin:config></bpmn:extensionElements></bpmn:serviceTask>\n  <bpmn:ex',
          '</wuxin:config></bpmn:extensionElements></bpmn:serviceTask>\n  <bpmn:ex',
        );

      const { problems } = await deployed(lines);

      expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['rating.countRaters', 'rating.countConfig']));
    });

    it('with a form that lacks a number, or when what is counted is no rating', async () => {
      await installCountForms(desk, 'odd', ['paperIssued']);
      const publish = async (locale: 'zh-CN' | 'en-US') =>
        desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'odd' }, locale });
      expect((await deployed(countingLines())).problems).toEqual([]);
      await expectRefused(publish, { code: 'rating.countForm', status: 400 });

      expect(
        (await deployed(countingLines().replace('name="counts" value="rate"', 'name="counts" value="call"'))).problems,
      ).toEqual([]);
      await expectRefused(publish, { code: 'rating.countOf', status: 400 });
    });
  });
});
