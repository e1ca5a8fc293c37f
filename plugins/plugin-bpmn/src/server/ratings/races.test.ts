import { RaceTrack } from '@wuxin/test';
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

  it('both sheets are in the sums when two raters hand in', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);

    const ran = await track.run({
      first: await handsIn(instanceId, 'checker'),
      second: await handsIn(instanceId, 'checker2'),
    });

    expect(ran.secondWaited).toBe(true);
    expect([ran.first.status, ran.second.status]).toEqual([200, 200]);
    expect(await tables.sums.find(desk, { instanceId })).toMatchObject({
      sheets: 2,
      counts: { work: { zqExcellent: 2, zqBad: 0 }, style: { zqExcellent: 0, zqBad: 2 } },
    });
  });

  it('one sheet is in the sums when its rater presses twice', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);
    const press = await handsIn(instanceId, 'checker');

    const ran = await track.run({ first: press, second: press });

    expect([ran.first.status, ran.second.status, ran.second.errors[0]?.code]).toEqual([200, 409, 'task.alreadyHandled']);
    expect(await sheetsOf(instanceId)).toBe(1);
  });

  it('a sheet that comes as the rating ends is refused, and not in the sums', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);
    desk.now += 49 * HOUR_MS;

    const ran = await track.run({ first: await isOver(instanceId), second: await handsIn(instanceId, 'checker') });

    expect([ran.second.status, ran.second.errors[0]?.code]).toEqual([409, 'task.cancelled']);
    expect(await sheetsOf(instanceId)).toBe(0);
    expect(await desk.variables(instanceId)).toMatchObject({ sheets: 0, enough: false });
  });

  it('a sheet that comes right before the end counts', async () => {
    const instanceId = await startRating(desk, 'appraisal', RATERS);
    desk.now += 49 * HOUR_MS;

    await track.run({ first: await handsIn(instanceId, 'checker'), second: await isOver(instanceId) });

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

      const ran = await track.run({ first: await counts(instanceId, 'checker'), second: await counts(instanceId, 'checker2') });

      expect(ran.secondWaited).toBe(true);
      expect([ran.first.status, ran.second.status]).toEqual([200, 200]);
      expect(await tables.paperCounts.select(desk, { instanceId })).toMatchObject([{ tellerId: null, valid: 6 }]);
      expect(await desk.variables(instanceId)).toMatchObject({ countAgrees: true, sheets: 6 });
    });

    it('two tellers who enter otherwise at once count again, and nothing of the first round is left', async () => {
      const instanceId = await startCounting(desk);

      const ran = await track.run({
        first: await counts(instanceId, 'checker'),
        second: await counts(instanceId, 'checker2', { ...COUNT, workZqExcellent: 3, workZqMiddling: 3 }),
      });

      expect([ran.first.status, ran.second.status]).toEqual([200, 200]);
      expect(await tables.paperCounts.count(desk, { instanceId })).toBe(0);
      expect(await desk.openElements(instanceId)).toEqual(['count', 'count']);
    });

    it('one count is kept when a teller presses twice', async () => {
      const instanceId = await startCounting(desk);
      const press = await counts(instanceId, 'checker');

      const ran = await track.run({ first: press, second: press });

      expect([ran.first.status, ran.second.status, ran.second.errors[0]?.code]).toEqual([200, 409, 'task.alreadyHandled']);
      expect(await tables.paperCounts.count(desk, { instanceId })).toBe(1);
    });
  });
});
