import { Desk, type Person } from '../__fixtures__';
import { migratingAt } from '../__fixtures__/migrating';
import {
  defineAppraisals,
  installRatingForm,
  ratingLines,
  ratingTask,
  sheetOfRater,
  startRating,
  sumsTask,
} from './__fixtures__/rating';

const RATERS = ['checker', 'checker2', 'outsider', 'supervisor'] as const;

/** Sheets are sums already: nobody can tell later whose went where. */
describe('a rating whose process gets a new version', () => {
  let desk: Desk;
  const { migrate, previewOf, faults } = migratingAt(() => desk);

  beforeAll(async () => {
    desk = await Desk.open(defineAppraisals);
  });
  afterEach(async () => expect(await faults()).toEqual([]));
  afterAll(() => desk?.close());

  const handIn = async (instanceId: string, rater: Person) => {
    const data = { work: 'zqExcellent', style: 'zqBad' };
    const answer = await desk.task('complete', rater, await sheetOfRater(desk, instanceId, rater), { outcome: 'complete', data });
    expect(answer.errors).toEqual([]);
  };

  async function begun(key: string): Promise<string> {
    await installRatingForm(desk, key);
    await desk.publishLines(key, ratingLines(ratingTask()));
    const instanceId = await startRating(desk, key, RATERS);
    await handIn(instanceId, 'checker');
    return instanceId;
  }

  it('goes on with those who have not handed in yet, while its step and form are the same', async () => {
    const instanceId = await begun('same');
    await desk.publishLines('same', ratingLines(ratingTask()).replace('name="study"', 'name="研究"'));

    const { run } = await migrate('same');
    for (const rater of ['checker2', 'outsider', 'supervisor'] as const) await handIn(instanceId, rater);

    expect(run).toMatchObject({ migrated: 1 });
    expect(await desk.openElements(instanceId)).toEqual(['study']);
  });

  it('stays where it is when its step is another one', async () => {
    await begun('renamed');
    await installRatingForm(desk, 'renamed', 'assess');
    const lines = ratingLines(ratingTask())
      .replaceAll('"rate"', '"assess"')
      .replaceAll(/\brate\b(?= ->)|(?<=-> )rate\b/g, 'assess');
    await desk.publishLines('renamed', lines);

    const { cases } = await previewOf('renamed');

    expect(cases[0]?.reasons).toEqual(['“民主测评”的测评已经交了票，测评结束前不能换节点或表单']);
  });

  it('does not become a step that is done by name', async () => {
    await begun('named');
    await desk.publishLines('named', ratingLines(ratingTask()).replace('wuxin:confidential="true"', '').replace(sumsTask(), '<bpmn:task id="sum" />')); // prettier-ignore

    const { cases } = await previewOf('named');

    expect(cases[0]?.reasons).toEqual(['“民主测评”和“民主测评”一个是保密测评，一个不是']);
  });
});
