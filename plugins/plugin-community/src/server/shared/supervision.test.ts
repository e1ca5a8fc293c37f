import { Community } from '../__fixtures__/community';
import { publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;

describe('a shared supervision opinion and a meeting that is called again', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    const opinion = {
      calledElement: 'supervision',
      inputs: {
        record: '{title: record.title + "：监督意见", matter: record.title, content: "议程", plannedOn: null}',
        respondent: '"committeeDirector"',
        superior: '"townshipReviewer"',
        opinionDays: '5',
        replyDays: '5',
      },
    };
    await publishCaller(community, { key: 'opinionCaller', ...opinion });
    await publishCaller(community, { key: 'recordedOnly', ...opinion, inputs: { ...opinion.inputs, replyDays: '0' } });
    await publishCaller(community, {
      key: 'meetingCaller',
      calledElement: 'reconvening',
      inputs: {
        record:
          '{title: record.title + "：再次召集", matter: record.title, voteSentence: "到会不足", voteSentenceEn: "Too few", supervisionOpinion: null}',
        convener: '"committeeDirector"',
        superior: '"townshipReviewer"',
        since: '"2026-03-02"',
        reconveneDays: '15',
        reconveneMax: '1',
        reconveneCount: 'if record.title = "第二次" then 1 else 0',
      },
    });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const variables = async (id: string) => (await community.instance(id)).variables;
  const opine = (id: string, outcome: string, by = 'witness') =>
    community.act(id, [by, 'witness'], { outcome, data: { supervisionOpinion: '见记录。' }, opinion: '签到不全。' });

  it('comes back with the opinion when everything was in order', async () => {
    const id = await startCaller(community, 'opinionCaller', '甲会议');
    await opine(id, 'conforms');
    expect(await variables(id)).toMatchObject({ supervisionResult: 'conforms', opinion: '见记录。' });
  });

  it.each([
    ['settled', 'settled'],
    ['stands', 'objects'],
  ])('has an objection answered and looked at again: %s', async (outcome, result) => {
    const id = await startCaller(community, 'opinionCaller', `乙会议 ${outcome}`);
    await opine(id, 'objects');
    await community.act(id, ['director', 'reply'], { outcome: 'corrected', data: { reply: '已补签到。' } });
    await community.act(id, ['witness', 'recheck'], { outcome, data: { recheckOpinion: '已看。' }, opinion: '仍缺一人。' });
    expect(await variables(id)).toMatchObject({ supervisionResult: result, reply: '已补签到。' });
  });

  it('only keeps an objection where no reply is asked for', async () => {
    const id = await startCaller(community, 'recordedOnly', '丙会议');
    await opine(id, 'objects');
    expect(await community.instance(id)).toMatchObject({ status: 'completed', variables: { supervisionResult: 'objects' } });
  });

  it('is given by the township when who is supervised sits in the supervision committee', async () => {
    await community.appoint('director', 'supervisionMember');
    const id = await startCaller(community, 'opinionCaller', '丁会议');
    const refused = await community.attempt(id, ['witness', 'witness'], {
      outcome: 'conforms',
      data: { supervisionOpinion: '好。' },
    });
    expect(refused.errors[0]?.code).toBe('task.notYours');
    await opine(id, 'conforms', 'township');
    expect(await variables(id)).toMatchObject({ supervisionResult: 'conforms' });
  });

  describe('a meeting that did not count', () => {
    const again = (plannedOn: string) => ({ outcome: 'called', data: { reconveneReason: '到会不足', plannedOn } });

    it('is called again within its time, on a later day', async () => {
      const id = await startCaller(community, 'meetingCaller', '第一次');
      const task = ['director', 'reconvene'] as const;
      expect((await community.refuse(id, task, again('2026-03-02'), 'requirement.notMet')).zh).toContain('之后');
      expect((await community.refuse(id, task, again('2026-03-18'), 'requirement.notMet')).zh).toContain('不得晚于 2026-03-17');

      await community.act(id, task, again('2026-03-17'));

      expect(await variables(id)).toMatchObject({ reconveneResult: 'called', plannedOn: '2026-03-17' });
    });

    it('is not called again more often than the rule allows', async () => {
      const id = await startCaller(community, 'meetingCaller', '第二次');
      expect(await community.instance(id)).toMatchObject({ status: 'completed', variables: { reconveneResult: 'exhausted' } });
    });
  });
});
