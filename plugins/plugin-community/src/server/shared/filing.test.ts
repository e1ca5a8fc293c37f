import { Community } from '../__fixtures__/community';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;

/** Decided on Monday 2 March 2026, to be filed within ten days; the demonstration's director sends, its township files. */
describe('a shared filing', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    const call = {
      calledElement: 'filing',
      inputs: {
        record: '{title: record.title + "：备案", matter: "制度", content: "第一条", decidedOn: "2026-03-02", basis: null}',
        sender: '"committeeDirector"',
        senderHead: '"communitySecretary"',
        receiver: '"townshipReviewer"',
        overseer: '"supervisor"',
        files: '""',
        needs: '["text", "minutes"]',
        since: '"2026-03-02"',
        fileDays: '10',
        checkDays: '5',
        correctDays: '15',
      },
    };
    await publishCaller(community, { key: 'filingCaller', ...call });
    const withFiles = { ...call.inputs, files: '"minutesFiles,nothing"' };
    await publishCaller(community, { key: 'filingWithFiles', ...call, inputs: withFiles });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const sent = (more: object = {}) => ({
    packageItems: ['text', 'minutes'],
    filingContact: '党群服务中心',
    filedOn: community.today,
    ...more,
  });
  const examined = (more: object = {}) => ({
    receivedOn: community.today,
    receiptNo: '收 1 号',
    filingOpinion: '内容合法。',
    ...more,
  });
  const file = (id: string) => community.act(id, ['director', 'file'], { outcome: 'filed', data: sent() });
  const variables = async (id: string) => (await community.instance(id)).variables;

  it('is accepted with a receipt and a number, which its caller gets', async () => {
    const id = await startCaller(community, 'filingCaller', '制度一');
    expect(await community.open(id)).toEqual(['file']);
    await file(id);
    const data = examined({ filingNo: '备 1 号' });
    await community.act(id, ['township', 'checkFiling'], { outcome: 'accept', data });

    expect(await community.instance(id)).toMatchObject({ status: 'completed' });
    expect(await variables(id)).toMatchObject({
      filingResult: 'accepted',
      filing: { filingNo: '备 1 号', receiptNo: '收 1 号', receivedOn: '2026-03-02', filingContact: '党群服务中心' },
    });
  });

  it('is called like what it files', async () => {
    const id = await startCaller(community, 'filingCaller', '制度二');
    expect((await community.row('bpmnInstances', { id: await calledBy(community, id) })).get('title')).toBe('制度二：备案');
  });

  it('brings the files of the calling case along, for who sends and who examines', async () => {
    const repository = (name: string) => community.db.getRepository(name);
    const file = await repository('attachments').create({
      values: { title: '签到册', extname: '.pdf', filename: 'a.pdf', size: 3 },
    });
    const values = { title: '制度带附件', minutesFiles: [file.get('id')] };
    const record = await repository('covenants').create({ values });
    const placeId = String((await community.row('places', { name: '锦苑社区' })).get('id'));
    const data = { processKey: 'filingWithFiles', recordId: String(record.get('id')), placeId };
    const started = await (await community.as('manager')).post<{ instanceId: string }>('bpmnInstances:start', { data });
    expect(started.errors).toEqual([]);
    await community.act(started.data.instanceId, ['director', 'prepare'], { outcome: 'complete' });

    const instanceId = await calledBy(community, started.data.instanceId);
    const task = await community.row('bpmnTasks', { instanceId, elementId: 'file', status: 'open' });
    const params = { filterByTk: task.get('id') };
    const opened = await (await community.as('director')).get<object>('bpmnTasks:open', { params });
    expect(opened.data).toMatchObject({ record: { packageFiles: [{ title: '签到册' }] } });
  });

  it('refuses a package that is not complete and says what is missing, and days that cannot be', async () => {
    const id = await startCaller(community, 'filingCaller', '制度三');
    const refused = (more: Readonly<Record<string, unknown>>) =>
      community.refuse(id, ['director', 'file'], { outcome: 'filed', data: sent(more) }, 'requirement.notMet');

    const said = await refused({ packageItems: ['text'] });
    expect(said.zh).toBe('备案材料不齐，还缺：会议记录和签到册。');
    expect(said.en).toContain('minutes and sign-in sheets');
    expect((await refused({ filedOn: community.day(1) })).zh).toContain('不能晚于今天');
    expect((await refused({ filedOn: '2026-03-01' })).zh).toContain('早于 2026-03-02');
  });

  it('refuses a receipt before the filing and an acceptance without a number', async () => {
    const id = await startCaller(community, 'filingCaller', '制度四');
    await file(id);
    const refused = (data: Readonly<Record<string, unknown>>) =>
      community.refuse(id, ['township', 'checkFiling'], { outcome: 'accept', data }, 'requirement.notMet');

    expect((await refused(examined({ filingNo: '备 2 号', receivedOn: community.day(-1) }))).zh).toContain('收件日期');
    expect((await refused(examined({ filingNo: ' ' }))).zh).toBe('予以备案的，须填写备案号。');
  });

  it('comes back as rejected with its reason', async () => {
    const id = await startCaller(community, 'filingCaller', '制度五');
    await file(id);
    const act = { outcome: 'reject', data: examined({ filingOpinion: '越权。' }), opinion: '不属于自治事项。' };
    await community.act(id, ['township', 'checkFiling'], act);

    expect(await variables(id)).toMatchObject({ filingResult: 'rejected', filing: { filingOpinion: '越权。' } });
  });

  it('is corrected and filed again; the same package rule holds', async () => {
    const id = await startCaller(community, 'filingCaller', '制度六');
    await file(id);
    const correct = { outcome: 'correct', data: examined(), opinion: '请补签到册。' };
    await community.act(id, ['township', 'checkFiling'], correct);
    const task = ['director', 'correctFiling'] as const;
    const data = { ...sent({ packageItems: ['minutes'] }), correctionNote: '已补。' };
    await community.refuse(id, task, { outcome: 'refile', data }, 'requirement.notMet');

    await community.act(id, task, { outcome: 'refile', data: { ...sent(), correctionNote: '已补。' } });

    expect(await community.open(id)).toEqual(['checkFiling']);
  });

  it('goes back when the text has to change', async () => {
    const id = await startCaller(community, 'filingCaller', '制度七');
    await file(id);
    await community.act(id, ['township', 'checkFiling'], { outcome: 'correct', data: examined(), opinion: '第三条违法。' });
    await community.act(id, ['director', 'correctFiling'], { outcome: 'reviseText', opinion: '第三条须改写。' });

    expect(await variables(id)).toMatchObject({ filingResult: 'textRevised' });
  });

  it('tells who is above on the day after it is due, and goes to the office by itself when a correction is late', async () => {
    const id = await startCaller(community, 'filingCaller', '制度八');
    await community.at('2026-03-12T23:00');
    const told = async (who: string) =>
      (await community.messages(who)).filter((text) => text.includes('制度八') && text.includes('超期上报'));
    expect([await told('secretary'), await told('township')]).toEqual([[], []]);
    await community.at('2026-03-14T10:00');
    expect((await told('secretary')).length).toBe(1);
    expect((await told('township')).length).toBe(1);

    await file(id);
    await community.act(id, ['township', 'checkFiling'], { outcome: 'correct', data: examined(), opinion: '请更正。' });
    await community.pass(18);
    expect(await community.open(id)).toEqual(['revoke']);

    const data = { revocationReason: '逾期不改。' };
    await community.act(id, ['township', 'revoke'], { outcome: 'revoke', data, opinion: '撤销。' });
    expect(await variables(id)).toMatchObject({ filingResult: 'revoked' });
  });
});
