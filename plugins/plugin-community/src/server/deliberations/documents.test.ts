import { textOfDocx } from '@wuxin/test';
import { Community } from '../__fixtures__/community';
import { accept, amend, called, disclose, held, meet, post, register, works } from '../__fixtures__/deliberation';

const MINUTE = 60_000;

interface Listed {
  readonly key: string;
  readonly name: string;
  readonly missing: readonly string[];
}

describe('the six sheets of the four deliberations', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const listed = async (matter: string, who = 'secretary', locale?: 'zh-CN' | 'en-US') =>
    (await (await community.as(who)).get<Listed[]>('bpmnInstances:documents', { params: { filterByTk: matter }, locale })).data;
  const ready = async (matter: string) =>
    (await listed(matter)).filter(({ missing }) => missing.length === 0).map(({ key }) => key);
  /** Somebody objects to what is posted, and accepts the answer. */
  const object = async (matter: string, objectionText: string) => {
    const data = { objectionOn: community.today, objectionChannel: 'visit', objectionText };
    await community.act(matter, ['director', 'watch'], { outcome: 'objection', data });
    const answer = { answer: '经核实，无此情况。', answeredOn: community.today };
    await community.act(matter, ['secretary', 'decide'], { outcome: 'reject', data: answer });
    await community.act(matter, ['director', 'respond'], { outcome: 'accepted' });
  };
  const sheet = async (matter: string, key: string, who = 'secretary') => {
    const { status, content } = await (
      await community.as(who)
    ).file(`/api/bpmnInstances:document?filterByTk=${matter}&document=${key}`);
    expect(status).toBe(200);
    return textOfDocx(content);
  };

  describe('on the straight way', () => {
    let matter: string;
    beforeAll(async () => {
      matter = await community.start('停车位改造');
    });

    it('say at first that every vote and every disclosure is missing', async () => {
      expect(await listed(matter)).toEqual([
        { key: 'proposal', name: '登记表（一）党组织提议', missing: ['一议：党组织提议 · 计票结论'] },
        { key: 'consultation', name: '登记表（二）两委会商议', missing: ['二议：两委会商议 · 计票结论'] },
        { key: 'review', name: '登记表（三）党员大会审议', missing: ['三议：党员大会审议 · 计票结论'] },
        { key: 'resolution', name: '登记表（四）居民（代表）会议决议', missing: ['四议：居民（代表）会议决议 · 计票结论'] },
        {
          key: 'decision-notice',
          name: '登记表（五）决议公开',
          missing: ['四议：居民（代表）会议决议 · 计票结论', '决议公开 · 监督意见'],
        },
        { key: 'result-notice', name: '登记表（六）实施结果公开', missing: ['实施结果公开 · 监督意见'] },
      ]);
    });

    it('say so in English', async () => {
      const said = JSON.stringify(await listed(matter, 'secretary', 'en-US'));
      expect(said).toContain('1 Party organisation proposes · Result of the count');
      expect(said).not.toMatch(/\p{Script=Han}/u);
    });

    it('are there as soon as their vote is counted, each with the numbers of its vote', async () => {
      await register(community, matter);
      await meet(community, matter, 'partyCommittee');
      expect(await ready(matter)).toEqual(['proposal']);
      await meet(community, matter, 'twoCommittees');
      await meet(community, matter, 'partyMembers');
      await amend(community, matter);
      await meet(community, matter, 'representatives');
      expect(await ready(matter)).toEqual(['proposal', 'consultation', 'review', 'resolution']);

      const numbers = {
        proposal: ['应到 5 人', '5 人', '赞成 5 人，反对 0 人，弃权 0 人，无效 0 人，未表决 0 人。'],
        consultation: ['应到 9 人', '8 人', '赞成 7 人，反对 1 人，弃权 0 人，无效 0 人，未表决 0 人。'],
        review: ['应到 15 人', '12 人', '赞成 10 人，反对 1 人，弃权 1 人，无效 0 人，未表决 0 人。'],
        resolution: ['应到 45 人', '38 人', '赞成 31 人，反对 5 人，弃权 2 人，无效 0 人，未表决 0 人。'],
      };
      for (const [key, lines] of Object.entries(numbers))
        expect((await sheet(matter, key)).split('\n')).toEqual(expect.arrayContaining(lines));
    });

    it('name the matter, how it came up, the meeting and what was decided', async () => {
      const lines = (await sheet(matter, 'review')).split('\n');
      const sentence = lines.find((line) => line.startsWith('应到 15 人，'));

      expect(lines).toEqual(
        expect.arrayContaining([
          '锦苑社区重大事务',
          '（三）党员大会审议',
          '☑党员群众建议　□社区干部提议　□上级安排',
          '停车位改造',
          '186,000 元',
          '党员大会',
          '举手',
          '陈敏',
          '会议决定：同意方案。',
          '程序合规。',
          '镇（街）参会',
        ]),
      );
      expect(sentence).toContain('赞成 10 人');
      expect(lines.join('')).not.toMatch(/[{}]|undefined|null/);
    });

    it('keep the plan that the meeting had before it, whatever the plan became', async () => {
      expect(await sheet(matter, 'consultation')).toContain('停车位 62 个');
      expect(await sheet(matter, 'resolution')).toContain('停车位 60 个并加装照明');
    });

    it('end with both disclosures, with places, periods and the opinion of the supervision committee', async () => {
      await post(community, matter);
      await object(matter, '公示没有张贴到楼栋');
      await object(matter, '报价偏高');
      await community.pass(8);
      const data = { supervisionOpinion: '公示期满，异议均已答复。' };
      await community.act(matter, ['witness', 'conclude'], { outcome: 'conforms', data });
      expect(await ready(matter)).toContain('decision-notice');
      const decision = await sheet(matter, 'decision-notice');
      for (const part of ['45 人', '31 人', '停车位改造决议。', '公开栏、居民微信群', '公示期满，异议均已答复。'])
        expect(decision).toContain(part);
      const lines = decision.split('\n');
      expect(lines).toContain('占 84.4%');
      expect(lines).toContain('赞成 31 人，反对 5 人，弃权 2 人，无效 0 人，未表决 0 人。');
      for (const objection of ['公示没有张贴到楼栋', '报价偏高'])
        expect(lines).toContain(`2026年3月14日：${objection}　核实：不成立　答复：经核实，无此情况。`);

      await community.act(matter, ['lead', 'implement'], {
        outcome: 'finish',
        data: works(community, { finishedOn: community.today }),
      });
      await accept(community, matter, 189500);
      await disclose(community, matter);

      const result = await sheet(matter, 'result-notice');
      for (const part of ['189,500 元', '王强、张丽、居民代表 3 人', '合格', '安康某建设公司', '决算与票据一致。'])
        expect(result).toContain(part);
    });

    it('are for who sees the case', async () => {
      for (const who of ['township', 'manager']) expect(await sheet(matter, 'resolution', who)).toContain('赞成 31 人');
      const stranger = await (
        await community.as('archivist')
      ).get('bpmnInstances:documents', { params: { filterByTk: await community.start('别人的') } });
      expect(stranger).toMatchObject({ status: 404, errors: [{ code: 'instance.notFound' }] });
    });
  });

  it('show the round that counts where a meeting did not', async () => {
    const matter = await community.start('二次召集');
    await register(community, matter);
    await community.act(matter, ['secretary', 'convene'], { outcome: 'called', data: called(community, 0) });
    await community.act(matter, ['organiser', 'hold'], {
      outcome: 'recorded',
      data: held(community, 'partyCommittee', { present: 1, approve: 1 }),
    });

    const first = await sheet(matter, 'proposal');

    expect(first).toContain('赞成 1 人，反对 0 人');
    expect(first).toContain('应到 5 人，实到 1 人');
  });
});
