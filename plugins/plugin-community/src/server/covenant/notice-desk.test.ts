import { Community } from '../__fixtures__/community';
import { NoticeDesk } from '../__fixtures__/notice-desk';
import { findRows, text } from '../rows';
import { adopt, examined, filed, meetingCalled, TEXT } from './__fixtures__/steps';

const MINUTE = 60_000;
/** The parameter `notice.publicity_days`. */
const DAYS = 7;
const SAID = '公布的第二条与会上表决的文本不一致，请核对。';

/** Where whoever publishes the covenant chooses the notice desk, the wall and its objections decide what follows. */
describe('a covenant that is published at the notice desk', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-10-12', ['38', '03', '04', '05', '08', 'demo']);
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  const people = { drafter: 'director', approver: 'witness', decider: 'secretary' };
  const noticesOf = (id: string) => findRows(community, 'noticeNotices', { filter: { instanceId: id }, sort: ['createdAt'] });
  /** The newest one that the case asked for. */
  const desk = async (id: string) => new NoticeDesk(community, text((await noticesOf(id)).at(-1)!, 'id'), people);
  const recordOf = async (id: string) => {
    const record = await community.record(id);
    return Object.fromEntries(['publishedOn', 'postedUntil', 'effectiveOn'].map((name) => [name, record.get(name)]));
  };

  /** Filed today, so that its director publishes it. */
  async function accepted(title: string): Promise<string> {
    const id = await adopt(community, title);
    await community.act(id, ['director', 'file'], { outcome: 'filed', data: filed(community) });
    const data = examined(community, { filingNo: '备 1 号', filingOpinion: '予以备案。' });
    await community.act(id, ['township', 'checkFiling'], { outcome: 'accept', data });
    return id;
  }

  async function asked(title: string, effectiveOn = community.day(30)): Promise<string> {
    const id = await accepted(title);
    await community.act(id, ['director', 'publish'], { outcome: 'desk', data: { effectiveOn } });
    return id;
  }

  it('is drafted with its text, the count and its day, and nothing is left to enter on a form', async () => {
    const id = await asked('拟制公示的公约');

    const { status, title, matter, body } = await (await desk(id)).look();
    expect([status, title, matter]).toEqual(['draft', '拟制公示的公约公布', '拟制公示的公约']);
    const lines = body.map((block) => ('text' in block ? block.text : ''));
    expect(lines.slice(0, 3)).toEqual(TEXT.split('\n'));
    expect(lines[3]).toContain('赞成 239');
    const [year, month, day] = community.day(30).split('-').map(Number);
    expect(lines[4]).toBe(`本公约自${year}年${month}月${day}日起施行。`);
    expect(await community.open(id)).toEqual([]);
  });

  it('is in force from its day once its period is over and nobody has objected', async () => {
    const id = await asked('无人异议的公约');
    await (await desk(id)).publish();
    const [publishedOn, postedUntil, effectiveOn] = [community.today, community.day(DAYS), community.day(30)];
    await community.pass(DAYS);
    expect((await community.instance(id)).status).toBe('running');

    await community.pass(1);

    expect((await community.instance(id)).status).toBe('completed');
    expect(await recordOf(id)).toEqual({ publishedOn, postedUntil, effectiveOn });
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it('is corrected and posted anew when an objection from the wall shows a mistake of the notice, for its whole period', async () => {
    const id = await asked('更正后重新公示的公约');
    const first = await desk(id);
    await first.publish();
    const objectionId = await first.objectOnWall(SAID);
    await first.decide(objectionId, { decision: 'corrected', answer: '经核对，公示时漏字，更正后重新公示。' });
    const second = await desk(id);
    expect(second.id).not.toBe(first.id);
    await community.pass(2);
    await second.publish();
    const [publishedOn, postedUntil] = [community.today, community.day(DAYS)];
    await community.pass(DAYS);
    expect((await community.instance(id)).status).toBe('running');

    await community.pass(1);

    expect((await community.instance(id)).status).toBe('completed');
    expect(await recordOf(id)).toMatchObject({ publishedOn, postedUntil });
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it.each([
    ['vote', 'finalise'],
    ['review', 'review'],
  ])('goes back when an objection to its text is upheld: %s is done again, at %s', async (affectedStep, open) => {
    const id = await asked(`异议成立的公约：${affectedStep}`);
    const notice = await desk(id);
    await notice.publish();

    const objectionId = await notice.objectOnWall(SAID);
    await notice.decide(objectionId, { decision: 'upheld', answer: '经核实，异议成立。', affectedStep });

    expect(await notice.look()).toMatchObject({ status: 'withdrawn', outcome: 'upheld' });
    expect(await community.open(id)).toEqual([open]);
    expect(await recordOf(id)).toEqual({ publishedOn: null, postedUntil: null, effectiveOn: null });
    expect(await noticesOf(id)).toHaveLength(1);
  });

  it('is voted on again after an objection, like any text that has changed', async () => {
    const id = await asked('重新表决的公约');
    const notice = await desk(id);
    await notice.publish();
    await notice.decide(await notice.objectOnWall(SAID), { decision: 'upheld', answer: '成立。', affectedStep: 'vote' });

    await meetingCalled(community, id);

    expect(await community.open(id)).toEqual(['recordVote', 'witness']);
  });

  it('that came out after the day from which it is in force asks for a new day', async () => {
    const id = await asked('公示晚了的公约', community.day(1));
    await community.pass(2);
    await (await desk(id)).publish();
    const publishedOn = community.today;

    await community.pass(DAYS + 1);

    expect(await community.open(id)).toEqual(['publish']);
    const published = { publishedAt: ['board'], redaction: 'none' };
    const early = { outcome: 'published', data: published };
    expect((await community.refuse(id, ['director', 'publish'], early, 'requirement.notMet')).zh).toContain('早于公布日期');
    const data = { ...published, effectiveOn: community.today };
    await community.act(id, ['director', 'publish'], { outcome: 'published', data });
    expect((await community.instance(id)).status).toBe('completed');
    expect(await recordOf(id)).toMatchObject({ publishedOn, effectiveOn: community.today });
  });

  it('is refused without the day from which it is in force, or with one that is over', async () => {
    const id = await accepted('没有施行日期的公约');
    for (const effectiveOn of [null, community.day(-1)]) {
      const act = { outcome: 'desk', data: { effectiveOn } };
      const said = await community.refuse(id, ['director', 'publish'], act, 'requirement.notMet');
      expect(said.zh).toBe('在公示台公布的，须先填写施行日期，施行日期不能早于今天。');
    }
  });

  it('may be published on boards and entered on the form as ever, which ends the case at once', async () => {
    const id = await accepted('公开栏公布的公约');
    const data = { publishedOn: community.today, effectiveOn: community.day(10), publishedAt: ['board'], redaction: 'none' };

    await community.act(id, ['director', 'publish'], { outcome: 'published', data });

    expect((await community.instance(id)).status).toBe('completed');
    expect(await noticesOf(id)).toEqual([]);
  });

  it('is taken down with its case', async () => {
    const id = await asked('撤销的公约');
    const notice = await desk(id);
    await notice.publish();

    const administrator = await community.as('nocobase');
    const answer = await administrator.post('bpmnInstances:cancel', { params: { filterByTk: id }, data: { reason: '不办了' } });

    expect(answer.errors).toEqual([]);
    expect(await notice.look()).toMatchObject({ status: 'withdrawn' });
  });
});
