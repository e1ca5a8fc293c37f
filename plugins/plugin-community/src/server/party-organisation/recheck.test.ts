import { Community } from '../__fixtures__/community';
import { archive } from '../__fixtures__/archive';
import { findRows, text } from '../rows';
import {
  calculationsOf,
  decideAndImplement,
  fieldsOf,
  implement,
  ORGANISER,
  propose,
  recheck,
  reply,
  start,
  study,
} from './__fixtures__/site';

const MINUTE = 60_000;

describe('a Party-organisation setting is looked at again every year', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02', ['02-party', '05', 'demo']);
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  let setting: string;
  beforeAll(async () => {
    setting = await start(community, '复核');
    await decideAndImplement(community, setting);
  });

  it('and not before', async () => {
    await community.pass(364);
    expect(await community.open(setting)).toEqual([]);
    await community.pass(1);
    expect(await community.open(setting)).toEqual(['recheck']);
  });

  it('and waits for another year where the result is the same', async () => {
    await recheck(community, setting, { households: 480, population: 1900 });

    expect(await community.open(setting)).toEqual([]);
    expect(await calculationsOf(community, setting)).toEqual([
      [420, 12, 'integrated'],
      [480, 12, 'integrated'],
    ]);
    await community.pass(365);
  });

  it('and is flagged where the result changed, in both languages, but not studied again at once', async () => {
    await recheck(community, setting, { households: 1010, population: 4000 });

    expect(await fieldsOf(community, setting, 'changedOn', 'changedTo', 'decided')).toEqual([
      community.today,
      'independent',
      'integrated',
    ]);
    expect(await community.open(setting)).toEqual([]);
    const kept = JSON.stringify(await findRows(community, 'bpmnHistory', { filter: { instanceId: setting } }));
    expect(kept).toContain('持续 90 天后重新研究');
    expect(kept).toContain('studied again once it has lasted 90 days');
    await community.pass(89);
    expect(await community.open(setting)).toEqual([]);
    await community.pass(1);
    expect(await community.open(setting)).toEqual(['recheck']);
  });

  it('and starts to wait again where it changed to something else meanwhile', async () => {
    await recheck(community, setting, { households: 280, population: 1000 });

    expect(await fieldsOf(community, setting, 'changedOn', 'changedTo')).toEqual([community.today, 'group']);
    await community.pass(90);
  });

  it('and is studied again once the change has lasted', async () => {
    await recheck(community, setting, { households: 281, population: 1000 });
    expect(await community.open(setting)).toEqual(['propose']);

    await propose(community, setting);
    await study(community, setting);
    await reply(community, setting);
    await implement(community, setting, { hostOrganisation: '云岭村党支部' });

    expect(await fieldsOf(community, setting, 'decided', 'resultThen', 'changedOn', 'changedTo')).toEqual([
      'group',
      'group',
      null,
      null,
    ]);
  });

  it('and no longer is flagged where the result is again what it was', async () => {
    await community.pass(365);
    await recheck(community, setting, { households: 500, population: 1900 });
    await community.pass(90);
    await recheck(community, setting, { households: 280, population: 1000 });

    expect(await fieldsOf(community, setting, 'suggestion', 'changedOn', 'changedTo')).toEqual(['group', null, null]);
    expect(await community.open(setting)).toEqual([]);
  });

  it('until the site is no more: then it is archived for ever', async () => {
    await community.pass(365);
    const silent = await community.attempt(setting, [ORGANISER, 'recheck'], { outcome: 'dissolved' });
    expect(silent.errors[0]?.code).toBe('task.opinionMissing');
    await community.act(setting, [ORGANISER, 'recheck'], { outcome: 'dissolved', opinion: '整体并入锦苑社区' });
    await archive(community, setting, ORGANISER, 'DZ-2030-01');

    expect(text(await community.row('archives', { archiveNumber: 'DZ-2030-01' }), 'retention')).toBe('permanent');
    expect(await community.instance(setting)).toMatchObject({ status: 'completed' });
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
