import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { adopt, adopted, examined, filed } from './__fixtures__/steps';

const MINUTE = 60_000;
const LATE = '报送晚的公约';
const IN_TIME = '按期报送的公约';

/** The clock goes on from test to test: adopted on Monday 12 October 2026, to be filed by Thursday 22 October. */
describe('the filing of a covenant on the real engine', () => {
  let community: Community;
  let late: string;
  let inTime: string;
  beforeAll(async () => {
    community = await Community.open('2026-10-12');
    late = await adopt(community, LATE);
    inTime = await adopt(community, IN_TIME);
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  const told = async (who: string, title: string, what: string) =>
    (await community.messages(who)).filter((message) => message.includes(what) && message.includes(title)).length;
  const escalated = async (title: string) => ({
    secretary: await told('secretary', title, '超期上报'),
    township: await told('township', title, '超期上报'),
    director: await told('director', title, '超期上报'),
  });
  /** The filing that a covenant has called; its last one. */
  const called = async (instanceId: string) => {
    const where = { parentInstanceId: instanceId, processKey: 'filing' };
    const rows = await findRows(community, 'bpmnInstances', { filter: where, sort: ['startedAt'] });
    return rows.at(-1)?.get('id');
  };
  const dueAt = async (instanceId: string, elementId: string) => {
    const task = await community.row('bpmnTasks', { instanceId: await called(instanceId), elementId, status: 'open' });
    return new Date(Number(task.get('dueAt'))).toISOString();
  };
  const NOBODY = { secretary: 0, township: 0, director: 0 };

  it('is due at the end of the tenth calendar day after the adoption', async () => {
    expect(await dueAt(late, 'file')).toBe('2026-10-22T16:00:00.000Z');
  });

  it('reminds the director in the morning of the eighth day, once', async () => {
    await community.at('2026-10-20T08:59');
    expect(await told('director', LATE, '即将到期')).toBe(0);

    await community.at('2026-10-20T09:00');
    await community.at('2026-10-20T18:00');

    expect(await told('director', LATE, '即将到期')).toBe(1);
    expect(await escalated(LATE)).toEqual(NOBODY);
  });

  it('is not dated before the adoption', async () => {
    const data = { ...filed(community), filedOn: '2020-01-01' };
    const said = await community.refuse(inTime, ['director', 'file'], { outcome: 'filed', data }, 'requirement.notMet');
    expect(said.zh).toContain('2026-10-12');
  });

  it('tells nobody above when it is filed on the ninth day', async () => {
    await community.at('2026-10-21T10:00');
    await community.act(inTime, ['director', 'file'], { outcome: 'filed', data: filed(community) });

    await community.at('2026-10-24T10:00');

    expect(await escalated(IN_TIME)).toEqual(NOBODY);
  });

  it('has told the secretary and the township once by the eleventh day when it is late', async () => {
    expect(await escalated(LATE)).toEqual({ secretary: 1, township: 1, director: 0 });
    expect(await community.open(late)).toEqual(['file']);

    await community.at('2026-10-26T10:00');

    expect(await escalated(LATE)).toEqual({ secretary: 1, township: 1, director: 0 });
  });

  it('shows the township who was there, how they voted and the minutes', async () => {
    const task = await community.row('bpmnTasks', { instanceId: await called(inTime), elementId: 'checkFiling', status: 'open' });
    const params = { filterByTk: task.get('id') };
    const { data } = await (await community.as('township')).get<object>('bpmnTasks:open', { params });

    expect(data).toMatchObject({
      record: {
        minutes: '逐条说明后表决。',
        basis: '会议日期 2026-10-12，应到 420，实到 281（妇女 126），赞成 239，反对 24，弃权 13，无效 2，未表决 3',
      },
    });
  });

  it('is accepted with its number only', async () => {
    const data = examined(community, { filingOpinion: '内容合法，程序完备。' });
    const said = await community.refuse(
      inTime,
      ['township', 'checkFiling'],
      { outcome: 'accept', data: { ...data, filingNo: ' ' } },
      'requirement.notMet',
    );

    expect(said.zh).toBe('予以备案的，须填写备案号。');
  });

  describe('that has to be corrected', () => {
    it('may be corrected until the end of the day that the page shows, a Monday after the last Saturday', async () => {
      await community.at('2026-11-06T10:00');
      const order = { outcome: 'correct', data: examined(community, { filingOpinion: '缺签到册。' }), opinion: '请补充。' };
      await community.act(inTime, ['township', 'checkFiling'], order);
      expect(await dueAt(inTime, 'correctFiling')).toBe('2026-11-23T16:00:00.000Z');

      await community.at('2026-11-21T10:00');
      expect(await community.open(inTime)).toEqual(['correctFiling']);
      await community.at('2026-11-23T23:59');
      expect(await community.open(inTime)).toEqual(['correctFiling']);
    });

    it('goes to the township the moment that this day is over, and gets a new period when the township grants it', async () => {
      await community.at('2026-11-24T00:00');
      expect(await community.open(inTime)).toEqual(['revoke']);

      const more = { outcome: 'extend', data: { revocationReason: '签到册正在补签。' }, opinion: '准予延期。' };
      await community.act(inTime, ['township', 'revoke'], more);

      expect(await community.open(inTime)).toEqual(['correctFiling']);
      expect(await dueAt(inTime, 'correctFiling')).toBe('2026-12-09T16:00:00.000Z');
    });

    it('keeps the text that the meeting adopted, whatever is sent', async () => {
      const data = { ...filed(community), correctionNote: '补签到册。', proposalText: '第一条 罚款。' };
      const task = ['director', 'correctFiling'] as const;
      const answer = await community.attempt(inTime, task, { outcome: 'refile', data });

      expect(answer.status).toBe(400);
      expect((await community.record(inTime)).get('proposalText')).toContain('爱护公共环境');
    });

    it('goes back to the vote when the text has to change', async () => {
      const revise = { outcome: 'reviseText', opinion: '第三条须改写。' };
      await community.act(inTime, ['director', 'correctFiling'], revise);
      expect(await community.open(inTime)).toEqual(['finalise']);

      await adopted(community, inTime);

      expect(await community.open(inTime)).toEqual(['file']);
      expect((await community.record(inTime)).get('adoptedOn')).toBe('2026-11-24');
    });
  });
});
