import { type HttpAnswer, RaceTrack } from '@wuxin/test';
import { Desk, HOUR_MS, type Person } from '../__fixtures__';
import { fireTimer } from '../commands';
import { SYSTEM } from '../runtime/actor';
import { tables } from '../store';
import { defineAppraisals, installRatingForm, ratingLines, ratingTask, sheetOfRater, startRating } from './__fixtures__/rating';
import { COUNT, countingLines, countOfTeller, defineCounts, installCountForms, startCounting } from './__fixtures__/counting';
import { taskStatsOf } from '../task-stats';

const RATERS = ['checker', 'checker2', 'outsider', 'supervisor'] as const satisfies readonly Person[];

/** Raters and the end of their rating come to the same sums at once. */
describe('races of a rating', () => {
  let desk: Desk;
  let track: RaceTrack;
  beforeAll(async () => {
    desk = await Desk.open(async (test) => {
      await defineAppraisals(test);
      await defineCounts(test);
    });
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
    await installRatingForm(desk, 'appraisal');
    await desk.publishLines('appraisal', ratingLines(ratingTask()));
    await installCountForms(desk, 'counted');
    await desk.publishLines('counted', countingLines());
  });
  beforeEach(() => desk.drain());
  afterAll(() => desk?.close());

  const handsIn = async (instanceId: string, rater: Person) => {
    const taskId = await sheetOfRater(desk, instanceId, rater);
    const body = { outcome: 'complete', data: { work: 'zqExcellent', style: 'zqBad' } };
    return () => desk.task('complete', rater, taskId, body);
  };
  const isOver = async (instanceId: string) => {
    const { id } = (await tables.subscriptions.find(desk, { instanceId, kind: 'timer' }))!;
    return () => desk.write((tx) => fireTimer(tx, SYSTEM, id));
  };
  const sheetsOf = async (instanceId: string) => (await tables.sums.find(desk, { instanceId }))?.sheets ?? 0;
  /** How the tasks at an element stand, by person. */
  const statesAt = async (instanceId: string, elementId: string) => {
    const tasks = await tables.tasks.select(desk, { instanceId, elementId }, { order: [['id', 'ASC']] });
    return tasks.map(({ assigneeName, status }) => `${assigneeName} ${status}`);
  };
  /** Only pairs of which the second is seen to wait; a timer gives no answer. */
  const run = async (first: () => Promise<HttpAnswer | void>, second: () => Promise<HttpAnswer | void>) => {
    const ran = await track.run({ first, second });
    expect(ran.secondWaited).toBe(true);
    return [ran.first, ran.second].map((answer) =>
      answer ? [answer.status, ...answer.errors.map(({ code }) => code)].join(' ') : 'quiet',
    );
  };

  it('both sheets are in the sums when two raters hand in', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);

    const answers = await run(await handsIn(instanceId, 'checker'), await handsIn(instanceId, 'checker2'));

    expect(answers).toEqual(['200', '200']);
    expect(await statesAt(instanceId, 'rate')).toEqual(['李强 completed', '赵敏 completed', '孙伟 open', '周红 open']);
    expect(await tables.sums.find(desk, { instanceId })).toMatchObject({
      sheets: 2,
      counts: { work: { zqExcellent: 2, zqBad: 0 }, style: { zqExcellent: 0, zqBad: 2 } },
    });
  });

  it('one sheet is in the sums when its rater presses twice', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);
    const press = await handsIn(instanceId, 'checker');

    const answers = await run(press, press);

    expect(answers).toEqual(['200', '409 task.alreadyHandled']);
    expect(await statesAt(instanceId, 'rate')).toEqual(['李强 completed', '赵敏 open', '孙伟 open', '周红 open']);
    expect(await sheetsOf(instanceId)).toBe(1);
  });

  it('a sheet that comes as the rating ends is refused, and not in the sums', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);
    desk.now += 49 * HOUR_MS;

    const answers = await run(await isOver(instanceId), await handsIn(instanceId, 'checker'));

    expect(answers).toEqual(['quiet', '409 task.cancelled']);
    expect(await statesAt(instanceId, 'rate')).toEqual(['李强 cancelled', '赵敏 cancelled', '孙伟 cancelled', '周红 cancelled']);
    expect(await sheetsOf(instanceId)).toBe(0);
    expect(await desk.variables(instanceId)).toMatchObject({ sheets: 0, enough: false });
  });

  it('a sheet that comes right before the end counts', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);
    desk.now += 49 * HOUR_MS;

    const answers = await run(await handsIn(instanceId, 'checker'), await isOver(instanceId));

    expect(answers).toEqual(['200', 'quiet']);
    expect(await statesAt(instanceId, 'rate')).toEqual(['李强 completed', '赵敏 cancelled', '孙伟 cancelled', '周红 cancelled']);
    expect(await sheetsOf(instanceId)).toBe(1);
    expect(await desk.variables(instanceId)).toMatchObject({ sheets: 1, enough: false });
  });

  describe('of paper sheets:', () => {
    const counts = async (instanceId: string, teller: Person, data: object = COUNT) => {
      const taskId = await countOfTeller(desk, instanceId, teller);
      return () => desk.task('complete', teller, taskId, { outcome: 'complete', data });
    };

    it('two tellers who enter the same at once have one count', async () => {
      const instanceId = await startCounting(desk);

      const answers = await run(await counts(instanceId, 'checker'), await counts(instanceId, 'checker2'));

      expect(answers).toEqual(['200', '200']);
      expect(await tables.paperCounts.select(desk, { instanceId })).toMatchObject([{ tellerId: null, valid: 6 }]);
      expect(await desk.variables(instanceId)).toMatchObject({ countAgrees: true, sheets: 6 });
    });

    it('two tellers who enter otherwise at once count again, and nothing of the first round is left', async () => {
      const instanceId = await startCounting(desk);

      const answers = await run(
        await counts(instanceId, 'checker'),
        await counts(instanceId, 'checker2', { ...COUNT, workZqExcellent: 3, workZqMiddling: 3 }),
      );

      expect(answers).toEqual(['200', '200']);
      expect(await tables.paperCounts.count(desk, { instanceId })).toBe(0);
      expect(await desk.openElements(instanceId)).toEqual(['count', 'count']);
    });

    it('one count is kept when a teller presses twice', async () => {
      const instanceId = await startCounting(desk);
      const press = await counts(instanceId, 'checker');

      const answers = await run(press, press);

      expect(answers).toEqual(['200', '409 task.alreadyHandled']);
      expect(await statesAt(instanceId, 'count')).toEqual(['李强 completed', '赵敏 open']);
      expect(await tables.paperCounts.count(desk, { instanceId })).toBe(1);
    });
  });
});
