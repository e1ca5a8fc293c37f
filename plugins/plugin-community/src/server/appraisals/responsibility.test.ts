import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';

/** Four tiers of responsibility over a year. */
describe('the responsibility chain of a county', () => {
  let community: Community;
  let chain: string;
  beforeAll(async () => {
    community = await Community.open('2026-08-03');
    chain = await community.start('责任制', { by: 'county-organiser', processKey: 'responsibility', place: '汉滨区' });
  }, 300_000);
  afterAll(() => community?.close());

  const DUTIES = [
    ['first', '汉滨区', 'county-secretary'],
    ['deputy', '汉滨区', 'organisation-head'],
    ['specific', '云岭镇', 'township-secretary'],
    ['direct', '锦苑社区', 'secretary'],
  ] as const;
  const duties = async (listed: readonly (readonly [tier: string, place: string, ...rest: unknown[]])[]) => ({
    year: 2026,
    duties: await Promise.all(
      listed.map(async ([tier, place]) => ({ tier, place: Number(await community.placeId(place)), text: '抓好安置社区党建' })),
    ),
  });
  const dutyAt = async (placeName: string) =>
    String((await community.row('bpmnInstances', { parentInstanceId: chain, placeName })).get('id'));
  const tasksOf = async (duty: string, state: string) => {
    const { recordId } = await community.instance(duty);
    const rows = await findRows(community, 'partyDutyTasks', { filter: { dutyId: recordId } });
    return rows.map((row) => ({ id: row.get('id'), state }));
  };
  /** The secretary of 和顺社区 leaves office for good. */
  const vacate = async (username: string) => {
    const row = await community.row('postHolders', { userId: await community.userId(username), postKey: 'communitySecretary' });
    await community.db.getRepository('postHolders').update({ filterByTk: String(row.get('id')), values: { to: '2026-01-01' } });
  };

  it('is for a county to hold', async () => {
    const client = await community.as('county-organiser');
    const data = { processKey: 'responsibility', title: '责任制', placeId: await community.placeId('云岭镇') };
    expect(await client.post('bpmnInstances:start', { data })).toMatchObject({
      status: 400,
      errors: [{ code: 'requirement.notMet' }],
    });
  });

  it.each([
    ['4y.party.attend', '1/3', 'parameter.beyondStatutoryLimit'],
    ['4y.party.attend', '1/2', 'parameter.needsApproval'],
    ['fund.party_floor', 20000, 'parameter.needsApproval'],
    ['rep.min_raters', 3, 'parameter.needsApproval'],
    ['4y.precheck_days', 0, 'parameter.needsApproval'],
    ['insp.recheck_days', 0, 'parameter.needsApproval'],
    ['resp.break_days', 0, 'parameter.needsApproval'],
  ])('has thresholds that nobody sets below their limit alone: %s as %s', async (key, value, code) => {
    const client = await community.as('manager');
    const set = (locale: 'zh-CN' | 'en-US') =>
      client.post('bpmnParameters:set', { params: { filterByTk: key }, data: { value, reason: '试' }, locale });

    const [zh, en] = [await set('zh-CN'), await set('en-US')];

    expect([zh, en].map(({ status, errors }) => [status, errors[0]?.code])).toEqual([
      [409, code],
      [409, code],
    ]);
    expect(zh.errors[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(en.errors[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('counts communities without a direct responsible person', async () => {
    const record = await community.record(chain);
    expect([record.get('vacant'), record.get('vacantNames')]).toEqual([0, '']);
  });

  it('needs all four tiers, each where it belongs and once', async () => {
    const refused = async (listed: Parameters<typeof duties>[0], part: string) => {
      const act = { outcome: 'submit', data: await duties(listed) };
      expect((await community.refuse(chain, ['county-organiser', 'draw'], act, 'requirement.notMet')).zh).toContain(part);
    };
    await refused(DUTIES.slice(0, 3), '四个层级');
    await refused([...DUTIES.slice(0, 3), ['direct', '云岭镇']], '直接责任在社区');
    await refused([...DUTIES, DUTIES[3]], '只列一次');
  });

  it('is signed and broken down by each person', async () => {
    await community.act(chain, ['county-organiser', 'draw'], { outcome: 'submit', data: await duties(DUTIES) });
    await community.act(chain, ['county-secretary', 'approve'], { outcome: 'agree', data: { approvedOn: community.today } });
    expect(await community.open(chain)).toEqual(['sign', 'sign', 'sign', 'sign']);

    for (const [, , username] of DUTIES) {
      const signed = { outcome: 'sign', data: { holderName: username, signedOn: community.today } };
      await community.act(chain, [username, 'sign'], signed);
      const tasks = [{ task: '每季研究一次', person: username, dueOn: '2026-12-20' }];
      await community.refuse(chain, [username, 'breakDown'], { outcome: 'done', data: { tasks: [] } }, 'requirement.notMet');
      await community.act(chain, [username, 'breakDown'], { outcome: 'done', data: { tasks } });
    }

    expect(await community.open(chain)).toEqual([]);
  });

  it('is reported on every month', async () => {
    await community.at('2026-09-03T10:00');
    expect(await community.open(chain)).toEqual(['report', 'report', 'report', 'report']);
    const duty = await dutyAt('锦苑社区');
    await community.act(duty, ['secretary', 'report'], {
      outcome: 'reported',
      data: { progress: '已研究', tasks: await tasksOf(duty, 'open') },
    });
    expect(await community.open(duty)).toEqual([]);
    await community.at('2026-10-03T10:00');
    expect(await community.open(duty)).toEqual(['report']);
  });

  it('is handed over within seven days when the person changes, or says why not', async () => {
    const duty = await dutyAt('锦苑社区');
    await community.act(duty, ['secretary', 'report'], { outcome: 'changed', opinion: '调任' });
    const over = { changedOn: '2026-09-20', handedOverOn: '2026-10-03', successor: '林静' };
    const said = await community.refuse(
      duty,
      ['county-organiser', 'handOver'],
      { outcome: 'done', data: over },
      'requirement.notMet',
    );
    expect(said.zh).toContain('7 天内');
    await community.act(duty, ['county-organiser', 'handOver'], {
      outcome: 'done',
      data: { ...over, lateReason: '新任书记未到岗' },
    });
    expect(await community.open(duty)).toEqual(['sign']);
  });

  it('is supervised every quarter, with the vacancies of that day', async () => {
    await vacate('hs-secretary');
    await community.at('2026-11-03T10:00');
    expect((await community.open(chain)).filter((element) => element === 'supervise')).toHaveLength(1);
    const record = await community.record(chain);
    expect([record.get('vacant'), record.get('vacantNames')]).toEqual([1, '和顺社区']);
    await community.act(chain, ['county-organiser', 'supervise'], {
      outcome: 'done',
      data: { supervision: '和顺社区书记空缺，限期配齐。' },
    });
  });

  it('is evaluated when the year is over', async () => {
    const duty = await dutyAt('锦苑社区');
    await community.act(duty, ['secretary', 'sign'], {
      outcome: 'sign',
      data: { holderName: '林静', signedOn: community.today },
    });
    await community.act(duty, ['secretary', 'breakDown'], {
      outcome: 'done',
      data: {
        tasks: await tasksOf(duty, 'open').then((rows) =>
          rows.map(({ id }) => ({ id, task: '每季研究一次', person: '林静', dueOn: '2026-12-20' })),
        ),
      },
    });
    await community.at('2026-12-31T10:00');
    await community.act(chain, ['county-organiser', 'supervise'], { outcome: 'done', data: { supervision: '年终督导。' } });
    for (const [, , username] of DUTIES) {
      const act = { outcome: 'reported', data: { progress: '年度任务完成' } };
      await community.act(chain, [username, 'report'], act);
    }
    await community.at('2027-02-02T10:00');
    expect(await community.open(chain)).toEqual(['evaluate']);
    const quarters = await findRows(community, 'responsibilityQuarters', { sort: ['id'] });
    expect(quarters.map((row) => [row.get('on'), row.get('vacant')])).toEqual([
      ['2026-11-03', 1],
      ['2026-12-31', 1],
    ]);
    const data = { inPlace: ['duty', 'task'], evaluatedOn: community.today, evaluation: '成效考核未到位。' };
    await community.act(chain, ['county-organiser', 'evaluate'], { outcome: 'done', data });

    expect(await community.instance(chain)).toMatchObject({ status: 'completed' });
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
