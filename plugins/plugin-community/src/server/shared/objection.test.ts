import { Community } from '../__fixtures__/community';
import { publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;

describe('a shared objection', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    const inputs = {
      record:
        '{title: record.title + "：异议", matter: record.title, content: "公示内容", objection: "票数有误", receivedOn: "2026-03-02", channel: "visit", objector: null, people: if record.title = "多人" then 10 else null}',
      against: '"committeeDirector"',
      registrar: '"committeeDirector"',
      decider: '"communitySecretary"',
      superior: '"townshipReviewer"',
      overseer: '"supervisor"',
      until: '"2026-03-09"',
      answerDays: '5',
      superiorDays: '10',
      group: '10',
      asksStep: 'true',
    };
    await publishCaller(community, { key: 'objectionCaller', calledElement: 'objection', inputs });
    await publishCaller(community, {
      key: 'noticeCaller',
      calledElement: 'notice',
      inputs: {
        record: '{title: record.title + "：公示", subject: record.title, content: "公示内容"}',
        poster: '"committeeDirector"',
        decider: '"committeeDirector"',
        days: '7',
        answerDays: '5',
        townshipDays: '10',
        group: '10',
        notBefore: '""',
      },
    });
    await publishCaller(community, {
      key: 'lateObjection',
      calledElement: 'objection',
      inputs: { ...inputs, until: '"2026-03-01"' },
    });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const answered = (more: object = {}) => ({ answer: '已核票。', answeredOn: community.today, ...more });
  const decide = (id: string, outcome: string, by = 'secretary', more: object = {}) =>
    community.act(id, [by, 'decide'], { outcome, data: answered(more), opinion: '见答复。' });
  const result = async (id: string) => (await community.instance(id)).variables;
  const respond = (id: string, outcome: string) => community.act(id, ['director', 'respond'], { outcome, opinion: '要求复核。' });

  it('that is not upheld is told, and closed when it is accepted', async () => {
    const id = await startCaller(community, 'objectionCaller', '甲');
    await decide(id, 'reject');
    await respond(id, 'accepted');
    expect(await community.instance(id)).toMatchObject({
      status: 'completed',
      variables: { objectionResult: 'rejected', answer: '已核票。' },
    });
  });

  it('that is upheld names the step concerned', async () => {
    const id = await startCaller(community, 'objectionCaller', '乙');
    const act = { outcome: 'uphold', data: answered(), opinion: '漏计。' };
    await community.refuse(id, ['secretary', 'decide'], act, 'requirement.notMet');
    await decide(id, 'uphold', 'secretary', { affectedStep: 'vote' });
    expect(await result(id)).toMatchObject({ objectionResult: 'upheld', affectedStep: 'vote' });
  });

  it('may be answered by a correction', async () => {
    const id = await startCaller(community, 'objectionCaller', '丙');
    await decide(id, 'correct');
    expect(await result(id)).toMatchObject({ objectionResult: 'corrected' });
  });

  it('is answered between the day it came and today', async () => {
    const id = await startCaller(community, 'objectionCaller', '丁');
    for (const answeredOn of ['2026-03-01', community.day(1)]) {
      const act = { outcome: 'reject', data: answered({ answeredOn }) };
      await community.refuse(id, ['secretary', 'decide'], act, 'requirement.notMet');
    }
  });

  it('goes to the level above when the answer is not accepted', async () => {
    const id = await startCaller(community, 'objectionCaller', '戊');
    await decide(id, 'reject');
    await respond(id, 'appeal');
    const data = { reconsideration: '核票发现漏计。', affectedStep: 'vote' };
    await community.act(id, ['township', 'reconsider'], { outcome: 'uphold', data, opinion: '成立。' });
    expect(await result(id)).toMatchObject({ objectionResult: 'upheld', affectedStep: 'vote' });
  });

  it('of many is heard before it is answered', async () => {
    const id = await startCaller(community, 'objectionCaller', '多人');
    expect(await community.open(id)).toEqual(['hear']);
    const data = { heardOn: community.today, hearing: '十人到会陈述。' };
    await community.act(id, ['secretary', 'hear'], { outcome: 'heard', data });
    expect(await community.open(id)).toEqual(['decide']);
  });

  it('that came too late is answered by the level above, which has the last word here', async () => {
    const id = await startCaller(community, 'lateObjection', '己');
    await decide(id, 'reject', 'township');
    expect(await community.instance(id)).toMatchObject({ status: 'completed', variables: { objectionResult: 'rejected' } });
  });

  it('is closed by itself when nobody takes the answer further in time', async () => {
    const id = await startCaller(community, 'objectionCaller', '辛');
    await decide(id, 'reject');
    await community.pass(6);
    expect(await community.open(id)).toEqual(['respond']);
    await community.pass(3);
    expect(await community.instance(id)).toMatchObject({ status: 'completed', variables: { objectionResult: 'rejected' } });
  });

  it('is not answered by whom it is against', async () => {
    await community.appoint('director', 'communitySecretary');
    const id = await startCaller(community, 'objectionCaller', '庚');
    const own = await community.attempt(id, ['director', 'decide'], { outcome: 'reject', data: answered() });
    expect(own.errors[0]?.code).toBe('task.notYours');
    await decide(id, 'reject', 'township');
    expect(await result(id)).toMatchObject({ objectionResult: 'rejected' });
  });

  it('to a notice is not answered by who posted it', async () => {
    const id = await startCaller(community, 'noticeCaller', '壬');
    const places = ['board'];
    await community.act(id, ['director', 'prepare'], {
      outcome: 'ready',
      data: { content: '内容', redactionChecks: ['noIds'], postPlaces: places, contact: '张丽' },
    });
    await community.act(id, ['witness', 'vet'], { outcome: 'agree', data: { vetOpinion: '可以。' } });
    await community.act(id, ['director', 'post'], { outcome: 'posted', data: { postedOn: community.today, postPlaces: places } });
    const data = { objectionOn: community.today, objectionChannel: 'visit', objectionText: '票数有误' };
    await community.act(id, ['director', 'watch'], { outcome: 'objection', data });

    const own = await community.attempt(id, ['director', 'decide'], { outcome: 'reject', data: answered() });
    expect(own.errors[0]?.code).toBe('task.notYours');
    await decide(id, 'reject', 'township');
    expect(await community.open(id)).toEqual(['watch']);
  });
});
