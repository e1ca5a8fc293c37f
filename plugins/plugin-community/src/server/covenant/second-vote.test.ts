import { Community } from '../__fixtures__/community';
import { findRows, text } from '../rows';
import { agreedTo, examined, filed, meetingCalled, opened, TEXT, voted } from './__fixtures__/steps';

const MINUTE = 60_000;
const CONFORMS = { outcome: 'conforms', data: { supervisionOpinion: '程序合规。' } };
/** 100 + 163 + 13 + 2 + 3 = 281: not passed. */
const LOST = { approve: 100, oppose: 163 };

/** The first vote fails, the second passes; one case walks on from test to test. */
describe('a second vote on a covenant', () => {
  let community: Community;
  let id: string;
  let file: number;
  beforeAll(async () => {
    community = await Community.open('2026-10-12');
    id = await agreedTo(community, '表决两次的公约');
    await meetingCalled(community, id);
    const director = { id: await community.userId('director') };
    const uploaded = { values: { title: '签到册', filename: 'signin.txt' }, context: { state: { currentUser: director } } };
    file = Number((await community.db.getRepository('attachments').create(uploaded)).get('id'));
    const data = voted(community, { ...LOST, minutesFiles: [{ id: file }] });
    await community.act(id, ['director', 'recordVote'], { outcome: 'recorded', data });
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  const filesIn = async (field: string) => {
    const { recordId } = await community.instance(id);
    const [row] = await findRows(community, 'covenants', { filter: { id: recordId }, appends: [field] });
    return (row?.get(field) as { id: number }[]).map((one) => one.id);
  };
  const track = async (locale: 'zh-CN' | 'en-US') => {
    const params = { filterByTk: id };
    const { data } = await (
      await community.as('director')
    ).get<{
      history: { kind: string; text: string }[];
      waiting: { kind: string; elementName: string }[];
    }>('bpmnInstances:track', { params, locale });
    return data;
  };

  it('waits for the supervision opinion under a name that people read', async () => {
    const named = async (locale: 'zh-CN' | 'en-US') =>
      (await track(locale)).waiting.filter(({ kind }) => kind === 'join').map(({ elementName }) => elementName);
    expect(await named('zh-CN')).toEqual(['等待录入和监督意见']);
    expect(await named('en-US')).toEqual(['Both the record and the opinion']);
  });

  it('begins with nothing of the first', async () => {
    await community.act(id, ['witness', 'witness'], CONFORMS);
    await community.pass(20);
    await meetingCalled(community, id);

    const record = await community.record(id);
    for (const field of ['meetingForm', 'heldOn', 'due', 'present', 'approve', 'notVoting', 'minutes', 'supervisionOpinion'])
      expect({ [field]: record.get(field) }).toEqual({ [field]: null });
    for (const field of ['voteSentence', 'voteSentenceEn', 'adoptedOn'])
      expect({ [field]: record.get(field) }).toEqual({ [field]: null });
    expect((await community.instance(id)).variables).toMatchObject({ voteResult: null, adoptedOn: null, sentence: null });
    expect(await filesIn('minutesFiles')).toEqual([]);
    expect(await filesIn('earlierFiles')).toEqual([file]);
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it('keeps the first as a row', async () => {
    const { recordId } = await community.instance(id);
    const rows = await findRows(community, 'covenantMeetings', { filter: { covenantId: recordId } });
    const [row] = rows;
    expect(rows).toHaveLength(1);
    const shown = ['number', 'form', 'heldOn', 'approve', 'oppose', 'minutes', 'opinion'].map((column) => row?.get(column));
    expect(shown).toEqual([1, 'households', '2026-10-12', 100, 163, '逐条说明后表决。', '程序合规。']);
    expect(text(row!, 'sentence')).toContain('赞成 100 人');
    expect(text(row!, 'sentenceEn')).toContain('100 in favour');
  });

  it('cannot be submitted unseen', async () => {
    const unseen = await community.attempt(id, ['director', 'recordVote'], { outcome: 'recorded' });
    expect({ status: unseen.status, code: unseen.errors[0]?.code }).toEqual({ status: 400, code: 'task.invalidData' });
    const silent = await community.attempt(id, ['witness', 'witness'], { outcome: 'conforms' });
    expect({ status: silent.status, code: silent.errors[0]?.code }).toEqual({ status: 400, code: 'task.invalidData' });
  });

  it('was not held before the first', async () => {
    const data = voted(community, { heldOn: '2026-10-11' });
    const said = await community.refuse(id, ['director', 'recordVote'], { outcome: 'recorded', data }, 'tally.heldTooEarly');
    expect(said.zh).toContain('2026-10-12');
  });

  it('is told in the history as the first was, in both languages', async () => {
    await community.act(id, ['director', 'recordVote'], { outcome: 'recorded', data: voted(community) });
    await community.act(id, ['witness', 'witness'], CONFORMS);

    for (const [locale, lost, won] of [
      ['zh-CN', '赞成 100 人', '赞成 239 人'],
      ['en-US', '100 in favour', '239 in favour'],
    ] as const) {
      const said = (await track(locale)).history.filter(({ kind }) => kind === 'activityDecided').map((row) => row.text);
      expect(said).toEqual([expect.stringContaining(lost), expect.stringContaining(won)]);
    }
  });

  it('comes to the township together with the first', async () => {
    await community.act(id, ['director', 'file'], { outcome: 'filed', data: filed(community) });
    const { record } = await opened(community, id, ['township', 'checkFiling']);

    expect(record).toMatchObject({ content: TEXT, decidedOn: '2026-11-01' });
    const filing = await community.row('filings', { title: '表决两次的公约：备案' });
    expect(text(filing, 'earlierVotes')).toMatch(/^第 1 次会议（2026-10-12）：.*赞成 100 人/);
    expect(text(filing, 'earlierVotesEn')).toMatch(/^Meeting 1 \(2026-10-12\): .*100 in favour/);
    expect(record['earlierVotes']).toBe(filing.get('earlierVotes'));
    expect(record['packageFiles']).toMatchObject([{ id: file }]);
    await community.act(id, ['township', 'checkFiling'], {
      outcome: 'accept',
      data: examined(community, { filingOpinion: '同意。', filingNo: '1' }),
    });
  });

  it('is published on a day between filing and today, and in force from then on at the earliest', async () => {
    const rest = { publishedAt: ['board'], redaction: 'none' };
    const publish = (publishedOn: string, effectiveOn: string) =>
      community.refuse(
        id,
        ['director', 'publish'],
        { outcome: 'published', data: { ...rest, publishedOn, effectiveOn } },
        'requirement.notMet',
      );

    expect((await publish('2090-01-01', '2090-01-01')).zh).toContain('公布日期 2090-01-01');
    expect((await publish(community.day(-1), community.today)).en).toContain(community.today);
    expect((await publish(community.today, '1990-01-01')).zh).toContain('施行日期 1990-01-01');
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
