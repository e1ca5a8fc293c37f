import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { archive } from '../__fixtures__/archive';

/** Findings of an inspection are handled until each is closed. */
describe('an inspection of a community', () => {
  let community: Community;
  let inspection: string;
  beforeAll(async () => {
    community = await Community.open('2026-11-16');
    inspection = await community.start('督查', { by: 'supervisor', processKey: 'inspection', place: '和顺社区' });
    const data = { kind: 'special', topic: '三项经费和阵地', plannedOn: community.day(2), inspectors: '孙静' };
    await community.act(inspection, ['supervisor', 'plan'], { outcome: 'planned', data });
  }, 300_000);
  afterAll(() => community?.close());

  const FINDINGS = [
    { item: '办公经费未到位', evidence: '账上 12000 元', level: 'grave' },
    { item: '图书室未开放', evidence: '现场查看', level: 'low' },
  ];
  const list = (days: number) => ({
    outcome: 'submit',
    data: { items: [{ problem: '见交办单', measure: '限期办理', person: '吴刚', dueOn: community.day(days) }] },
  });
  const cases = () =>
    findRows(community, 'bpmnInstances', { filter: { parentInstanceId: inspection }, sort: ['startedAt', 'title'] });
  const caseOf = async (item: string): Promise<string> => {
    const found = (await cases()).find((row) => String(row.get('title')).includes(item));
    return String(found?.get('id'));
  };
  const items = async (instanceId: string, more: object) => {
    const { recordId } = await community.instance(instanceId);
    const rows = await findRows(community, 'rectificationItems', { filter: { rectificationId: recordId } });
    return rows.map((row) => ({ id: row.get('id'), ...more }));
  };

  it('has a day that can be, and findings exactly when there are some', async () => {
    const who = ['supervisor', 'inspect'] as const;
    const found = { inspectedOn: community.today, findings: FINDINGS };
    await community.refuse(inspection, who, { outcome: 'found', data: { inspectedOn: community.today } }, 'requirement.notMet');
    await community.refuse(inspection, who, { outcome: 'clean', data: found }, 'requirement.notMet');
    const early = { ...found, inspectedOn: community.day(1) };
    await community.refuse(inspection, who, { outcome: 'found', data: early }, 'requirement.notMet');

    await community.act(inspection, who, { outcome: 'found', data: found });

    expect((await cases()).map((row) => [row.get('title'), row.get('placeName')])).toEqual([
      ['和顺社区：办公经费未到位', '和顺社区'],
      ['和顺社区：图书室未开放', '和顺社区'],
    ]);
  });

  it('gives a grave finding its own time, and no more', async () => {
    const [grave, low] = [await caseOf('办公经费'), await caseOf('图书室')];
    const tooLong = await community.refuse(low, ['hs-secretary', 'list'], list(31), 'requirement.notMet');
    expect(tooLong.zh).toContain('最长 30 天');

    await community.act(low, ['hs-secretary', 'list'], list(30));
    await community.act(grave, ['hs-secretary', 'list'], list(60));
    for (const one of [low, grave])
      await community.act(one, ['supervisor', 'approveList'], { outcome: 'agree', data: { approvedOn: community.today } });

    expect(await community.open(inspection)).toEqual(['correct', 'correct']);
  });

  it('reminds the owner in yellow and tells the supervisor in red', async () => {
    await community.pass(28);
    expect((await community.messages('hs-secretary')).join()).toContain('图书室');
    const before = (await community.messages('supervisor')).length;
    await community.pass(3);
    expect((await community.messages('supervisor')).length).toBeGreaterThan(before);
  });

  it('closes what was corrected', async () => {
    const low = await caseOf('图书室');
    const done = { items: await items(low, { progress: '每天开放', doneOn: community.today }) };
    await community.act(low, ['hs-secretary', 'correct'], { outcome: 'finish', data: done });
    const early = { recheckedOn: community.day(-1), recheckNote: '属实', items: await items(low, { result: 'closed' }) };
    await community.refuse(low, ['supervisor', 'recheck'], { outcome: 'closed', data: early }, 'requirement.notMet');

    const data = { ...early, recheckedOn: community.today };
    await community.act(low, ['supervisor', 'recheck'], { outcome: 'closed', data });

    expect(await community.instance(low)).toMatchObject({ status: 'completed' });
    expect(await community.open(inspection)).toEqual(['correct']);
  });

  it('leaves what was not corrected to people, who may propose and nothing more', async () => {
    const grave = await caseOf('办公经费');
    const done = { items: await items(grave, { progress: '尚未拨付', doneOn: community.today }) };
    await community.act(grave, ['hs-secretary', 'correct'], { outcome: 'finish', data: done });
    const found = { recheckedOn: community.today, recheckNote: '未拨付', items: await items(grave, { result: 'open' }) };
    await community.act(grave, ['supervisor', 'recheck'], { outcome: 'open', opinion: '未整改', data: found });
    await community.act(grave, ['supervisor', 'notify'], {
      outcome: 'done',
      data: { noticedOn: community.today, noticeText: '予以通报。' },
    });
    const talk = { interviewOn: community.today, interviewNote: '说明情况。' };
    await community.act(grave, ['township-secretary', 'interview'], { outcome: 'done', data: talk });
    const proposal = { outcome: 'propose', data: { proposalText: '建议县（区）委研究。' } };
    expect((await community.attempt(grave, ['township-secretary', 'decide'], proposal)).errors[0]?.code).toBe(
      'task.opinionMissing',
    );
    await community.act(grave, ['township-secretary', 'decide'], { ...proposal, opinion: '两次未拨付' });

    expect(await community.open(inspection)).toEqual(['conclude']);
    const { recordId } = await community.instance(inspection);
    const results = await findRows(community, 'inspectionResults', { filter: { inspectionId: recordId }, sort: ['id'] });
    expect(results.map((row) => [row.get('item'), row.get('result')])).toEqual([
      ['图书室未开放', 'closed'],
      ['办公经费未到位', 'proposed'],
    ]);
  });

  it('ends with a conclusion', async () => {
    const data = { concludedOn: community.today, conclusion: '一项销号，一项提出建议。' };
    await community.act(inspection, ['supervisor', 'conclude'], { outcome: 'done', data });
  });

  it('and is archived for ten years', async () => {
    expect(await community.open(inspection)).toEqual(['archive']);
    await archive(community, inspection, 'supervisor', 'DC-2026-01');

    expect((await community.row('archives', { archiveNumber: 'DC-2026-01' })).get('retention')).toBe('years10');
    expect(await community.instance(inspection)).toMatchObject({ status: 'completed' });
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
