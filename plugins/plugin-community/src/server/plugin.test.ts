import { engineOf, verifyDatabase } from '@wuxin/plugin-bpmn';
import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import { resolve } from 'node:path';
import { connect } from './connect';
import { playCase } from './demonstration';
import { PluginCommunityServer } from './plugin';
import { post, postHoldersNear, places } from './posts';
import { installProcedure, loadProcedure } from './procedures';
import { countRows, createRow, findRow, findRows, text } from './rows';

const MINUTE = 60_000;
/** What the accountability cycle calls. */
const OF_CYCLE = ['secretaryReport', 'appraisalFollowUp', 'rectification', 'partyDuty'];
const MENU_PLUGINS = ['collection-tree', 'ui-schema-storage', 'client', 'ui-layout'];

describe('plugin-community in a new application', () => {
  let test: TestApp;
  beforeAll(async () => {
    process.env.WUXIN_CONTENT_PATH = resolve(__dirname, '../../../../workflows');
    test = await TestApp.start({
      plugins: [
        ...BASE_PLUGINS,
        ...MENU_PLUGINS,
        '@wuxin/plugin-bpmn',
        '@wuxin/plugin-ballot',
        '@wuxin/plugin-notice',
        '@wuxin/plugin-community',
      ],
    });
  }, 10 * MINUTE); // it plays the whole demonstration
  afterAll(() => test?.stop());

  const reader = () => ({ db: test.db, now: Date.now() });
  const placeId = async (name: string) => text((await findRow(reader(), 'places', { name }))!, 'id');
  const userId = async (username: string) => Number((await findRow(reader(), 'users', { username }))!.get('id'));

  it('creates the record collection as one of the administrators', async () => {
    expect(await findRow(reader(), 'collections', { name: 'covenants' })).toBeDefined();
    const fields = await findRows(reader(), 'fields', { filter: { collectionName: 'covenants' } });
    expect(fields.map((field) => text(field, 'name'))).toEqual(
      expect.arrayContaining(['title', 'opinions', 'minutesFiles', 'adoptedOn']),
    );
  });

  it('offers English, also for the texts of content', async () => {
    expect((await findRow(reader(), 'systemSettings', {}))?.get('enabledLanguages')).toEqual(expect.arrayContaining(['en-US']));
    const { resources } = (await test.app.localeManager.get('en-US')) as { resources: Record<string, unknown> };
    expect(resources['@wuxin/content']).toMatchObject({ 居民意见: 'Residents’ opinions', 户代表: 'Household representatives' });
  });

  it('publishes the process', async () => {
    const process = await findRow(reader(), 'bpmnProcesses', { key: 'covenant' });
    expect(process?.get('publishedVersionId')).toEqual(expect.any(String));
  });

  it('finds a place and everything above it', async () => {
    const chain = await places.chainOf(reader(), await placeId('锦苑社区'));
    expect(chain.map(({ name }) => name)).toEqual(['陕西省', '安康市', '汉滨区', '云岭镇', '锦苑社区']);
  });

  it('searches inside places, each with those below it', async () => {
    const within = [await placeId('云岭镇')];
    const names = async (search: Partial<Parameters<typeof places.search>[1]>) =>
      (await places.search(reader(), { limit: 50, ...search })).map(({ name }) => name);

    expect(await names({ within })).toEqual(expect.arrayContaining(['云岭镇', '锦苑社区']));
    expect(await names({ within })).not.toContain('汉滨区');
    expect(await names({ within, text: '锦苑' })).toEqual(['锦苑社区']);
    expect(await names({ within: [await placeId('锦苑社区')], text: '云岭' })).toEqual([]);
    expect(await names({ within: [] })).toEqual([]);
    expect(await names({})).toContain('汉滨区');
  });

  it('asks the nearest place that has the post', async () => {
    const community = await placeId('锦苑社区');
    expect(await postHoldersNear(reader(), community, 'committeeDirector')).toMatchObject([{ userId: await userId('director') }]);
    expect(await postHoldersNear(reader(), community, 'townshipReviewer')).toMatchObject([{ userId: await userId('township') }]);
    expect(await post.groupKeysFor(reader(), 'supervisor', { instance: { placeId: community } })).toEqual([
      `post:supervisor@${await placeId('汉滨区')}`,
    ]);
  });

  it('names a group by place and post', async () => {
    const key = `post:communitySecretary@${await placeId('锦苑社区')}`;
    expect(await post.labelsOf(reader(), [key], 'zh-CN')).toEqual(new Map([[key, '锦苑社区党组织书记']]));
    expect(await post.labelsOf(reader(), [key], 'en-US')).toEqual(
      new Map([[key, 'Secretary of the community Party organisation, 锦苑社区']]),
    );
    expect(await post.membersOf(reader(), [key])).toEqual(new Map([[key, [{ id: await userId('secretary'), name: '陈敏' }]]]));
  });

  it('does not count a post that ended yesterday', async () => {
    const user = await test.createUser({ username: 'former' });
    const day = (offset: number) => new Date(Date.now() + offset * 24 * 60 * MINUTE).toISOString().slice(0, 10);
    await createRow(reader(), 'postHolders', {
      postKey: 'committeeDirector',
      placeId: await placeId('新岭社区'),
      userId: user.id,
      to: day(-2),
    });
    expect(await post.groupKeysOf(reader(), user.id)).toEqual([]);
  });

  it('keeps the paths of everything below a place that moves', async () => {
    const township = await createRow(reader(), 'places', { name: 'T', level: 'township', parentId: await placeId('汉滨区') });
    const community = await createRow(reader(), 'places', {
      name: 'C',
      level: 'community',
      parentId: Number(text(township, 'id')),
    });
    await test.db
      .getRepository('places')
      .update({ filterByTk: text(township, 'id'), values: { parentId: await placeId('安康市') } });
    const chain = await places.chainOf(reader(), text(community, 'id'));
    expect(chain.map(({ name }) => name)).toEqual(['陕西省', '安康市', 'T', 'C']);
  });

  it('knows a place by one code, and has places without one', async () => {
    const place = (name: string, code?: string) => createRow(reader(), 'places', { name, level: 'community', code });
    await place('A', '610900001');
    await place('B');
    await place('C');

    await expect(place('D', '610900001')).rejects.toMatchObject({ name: 'SequelizeUniqueConstraintError' });
  });

  it('plays finished and running cases of its procedures at different stages', async () => {
    const filter = { parentInstanceId: null };
    const cases = await findRows(reader(), 'bpmnInstances', { filter, sort: ['startedAt'] });
    expect(cases.map((row) => [text(row, 'title'), text(row, 'status'), text(row, 'stage')])).toEqual([
      ['锦苑社区居民公约', 'completed', 'publish'],
      ['和顺社区居民公约', 'completed', 'publish'],
      ['锦苑安置点党组织设置', 'running', 'recheck'],
      ['汉滨区镇（街）党（工）委书记述职评议考核', 'completed', 'use'],
      ['锦苑社区停车位改造', 'completed', 'archive'],
      ['新岭社区居民公约', 'running', 'filing'],
      ['和顺社区楼道粉刷筹资', 'running', 'propose'],
      ['锦苑社区居民公约（修订）', 'running', 'vote'],
      ['和顺社区经费和阵地专项督查', 'running', 'correct'],
      ['和顺社区电动车棚建设', 'running', 'decisionNotice'],
      ['和顺社区居民公约（修订）', 'running', 'review'],
      ['锦苑社区健身场地建设', 'running', 'decisionNotice'],
      ['和顺社区边坡除险', 'running', 'implementation'],
      ['汉滨区安置社区党建责任制', 'running', 'duties'],
      ['安康市县（区）委书记述职评议考核', 'running', 'grade'],
      ['云岭镇社区党组织书记述职评议考核', 'running', 'report'],
      ['和顺社区门面出租', 'running', 'review'],
      ['新岭安置点党组织设置', 'running', 'study'],
    ]);
    expect(await countRows(reader(), 'bpmnIncidents')).toBe(0);
  });

  it('lets a secretary start the covenant of their own community, and of no other', async () => {
    const secretary = test.as({ id: await userId('secretary') });
    const start = async (place: string) =>
      secretary.post('bpmnInstances:start', { data: { processKey: 'covenant', placeId: await placeId(place) } });

    expect(await start('新岭社区')).toMatchObject({ status: 403, errors: [{ code: 'process.mayNotStartHere' }] });
    expect(await start('锦苑社区')).toMatchObject({ status: 200 });
  });

  it('refuses over HTTP, in both languages, votes that do not add up, and changes nothing', async () => {
    const [task] = await findRows(reader(), 'bpmnTasks', { filter: { elementId: 'recordVote', status: 'open' } });
    if (!task) throw new Error('the demonstration has no case at the vote');
    const instanceId = text(task, 'instanceId');
    const director = { id: await userId('director') };
    const state = async () =>
      JSON.stringify([
        await findRow(reader(), 'bpmnInstances', { id: instanceId }),
        await countRows(reader(), 'bpmnHistory'),
        await findRows(reader(), 'covenants', { sort: ['id'] }),
      ]);
    const before = await state();
    const counts = { meetingForm: 'households', heldOn: '2026-11-20', due: 400, present: 260, womenPresent: 104 };
    const votes = { approve: 240, oppose: 17, abstain: 9, invalidVotes: 1, notVoting: 2, minutes: '逐项表决' }; // 269 of 260
    const record = (locale: 'zh-CN' | 'en-US') =>
      test.as(director).post('bpmnTasks:complete', {
        params: { filterByTk: text(task, 'id') },
        data: { outcome: 'recorded', data: { ...counts, ...votes } },
        locale,
      });

    const [zh, en] = [await record('zh-CN'), await record('en-US')];

    expect(zh).toMatchObject({ status: 400, errors: [{ code: 'tally.countsRefused', message: expect.stringContaining('260') }] });
    expect(en).toMatchObject({
      status: 400,
      errors: [{ code: 'tally.countsRefused', message: expect.stringMatching(/^[ -~’“”–]+$/) }],
    });
    expect(await state()).toBe(before);
  });

  it('refuses over HTTP, in both languages, a meeting of a day that is still to come', async () => {
    const task = (await findRow(reader(), 'bpmnTasks', { elementId: 'recordVote', status: 'open' }))!;
    const meeting = { meetingForm: 'households', heldOn: '2206-11-20', due: 400, present: 260, womenPresent: 104 };
    const votes = { approve: 231, oppose: 17, abstain: 9, invalidVotes: 1, notVoting: 2, minutes: '逐项表决' };
    const director = { id: await userId('director') };
    const record = (locale: 'zh-CN' | 'en-US') =>
      test.as(director).post('bpmnTasks:complete', {
        params: { filterByTk: text(task, 'id') },
        data: { outcome: 'recorded', data: { ...meeting, ...votes } },
        locale,
      });

    expect(await record('zh-CN')).toMatchObject({
      status: 400,
      errors: [{ code: 'tally.heldInFuture', message: expect.stringContaining('2206-11-20') }],
    });
    expect(await record('en-US')).toMatchObject({ errors: [{ message: expect.stringMatching(/^The meeting/) }] });
  });

  it('plays the meetings and notices that those cases called, each at its own time', async () => {
    const called = await findRows(reader(), 'bpmnInstances', {
      filter: { parentInstanceId: { $ne: null }, processKey: { $notIn: OF_CYCLE } },
      sort: ['startedAt'],
    });
    const running = called.filter((row) => text(row, 'status') === 'running');

    expect(called.length).toBeGreaterThan(12);
    expect(running.map((row) => [text(row, 'title'), text(row, 'stage')])).toEqual([
      ['新岭社区居民公约：备案', 'send'],
      ['锦苑社区居民公约（修订）：监督意见', 'opine'],
      ['锦苑社区健身场地建设：决议公开', 'objection'],
      ['和顺社区电动车棚建设：决议公开', 'posted'],
      ['和顺社区门面出租：三议 党员大会审议', 'vote'],
      ['锦苑社区健身场地建设：决议公开：异议1', 'answer'],
    ]);
    const first = called[0]!;
    expect(Number(first.get('endedAt'))).toBeLessThan(Date.now() - 100 * 24 * 60 * MINUTE);
  });

  describe('content that is wrong', () => {
    const oneStep = (id: string, step: string) => {
      const stepId = /id="(\w+)"/.exec(step)?.[1];
      return `<?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wuxin="urn:wuxin:bpmn:1" targetNamespace="urn:test">
          <bpmn:process id="${id}" isExecutable="true">
            <bpmn:startEvent id="begin" />${step}<bpmn:endEvent id="end" />
            <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="${stepId}" /><bpmn:sequenceFlow id="f2" sourceRef="${stepId}" targetRef="end" />
          </bpmn:process>
        </bpmn:definitions>`;
    };

    it('is refused with the problems of its process, and no process is left of it', async () => {
      const { definition } = await loadProcedure(resolve(process.env.WUXIN_CONTENT_PATH!, '38-covenant'));
      const xml = oneStep('faulty', '<bpmn:businessRuleTask id="choose" wuxin:activityType="decision" />');
      const faulty = { ...definition, key: 'faulty', collections: [], templates: [], posts: [], parameters: [] };
      const procedure = { definition: faulty, xml, forms: new Map(), decisions: new Map(), templates: new Map() };

      await expect(installProcedure(test.db, connect(test.db), procedure)).rejects.toMatchObject({
        code: 'procedure.processHasErrors',
        data: { problems: [{ code: 'decision.noReference', elementId: 'choose', severity: 'error' }] },
      });

      expect(await findRow(reader(), 'bpmnProcesses', { key: 'faulty' })).toBeUndefined();
    });

    it.each([
      ['zh-CN', '“读票”：计票节点的配置有误：full.quorum'],
      ['en-US', '"Count": the tally is not configured correctly: full.quorum'],
    ] as const)('is explained when it is deployed, in %s', async (locale, text) => {
      const tally = '<bpmn:serviceTask id="count" name="读票" wuxin:nameEn="Count" wuxin:activityType="tally" />';

      const deployed = await test.as(await test.rootUser()).post<{ problems: object[] }>('bpmnProcesses:deploy', {
        data: { xml: oneStep('faulty', tally) },
        locale,
      });

      expect(deployed.data.problems).toMatchObject([{ code: 'tally.badConfig', elementId: 'count', text }]);
    });

    it('is refused where a demonstration does a task that is not open, with those that are', async () => {
      const place = await placeId('锦苑社区');
      const name = { userId: await userId('secretary'), name: '陈敏', isAdministrator: false, roles: ['member'] };
      const someone = { ...name, channel: 'web' as const };
      const cast = { actor: () => someone, administrator: () => someone, placeId: () => place };
      const at = { daysAgo: 3, time: '09:00' };
      const step = { ...at, daysAgo: 2, task: 'noSuchTask', by: 'secretary', outcome: 'complete', data: {} };
      const about = { process: 'covenant', collection: 'covenants', place: 'x', startedBy: 'secretary' };
      const played = { ...at, ...about, record: { title: '写错了的演示' }, steps: [step] };

      await expect(playCase({ bpmn: connect(test.db), cast, now: Date.now() }, played)).rejects.toMatchObject({
        code: 'demonstration.taskNotOpen',
        data: { title: '写错了的演示', element: 'noSuchTask', open: [expect.any(String)] },
      });
    });
  });

  describe('the audit of votes', () => {
    const broken = async () => (await verifyDatabase(engineOf(test.db))).invariants.find(({ name }) => name === 'vote.counted');
    /** Behind NocoBase's back: through it nobody changes the record of a case. */
    async function spoiling(change: string): Promise<Awaited<ReturnType<typeof broken>>> {
      const kept = await findRows(reader(), 'covenants', { filter: { voteSentence: { $notEmpty: true } } });
      const [row] = kept;
      const id = text(row!, 'id');
      await test.db.sequelize.query(`UPDATE "covenants" SET ${change} WHERE "id" = '${id}'`);
      const found = await broken();
      const was = Object.fromEntries(['approve', 'oppose', 'voteSentence', 'adoptedOn'].map((field) => [field, row!.get(field)]));
      await test.db.getModel('covenants').update(was, { where: { id }, hooks: false });
      return found;
    }

    it('counts every vote of the demonstration again', async () => {
      expect(await findRows(reader(), 'covenants', { filter: { voteSentence: { $notEmpty: true } } })).not.toEqual([]);
      expect(await broken()).toMatchObject({ broken: 0 });
    });

    it.each([
      ['counts that no longer add up to those present', '"approve" = "approve" + 1', 'tally.countsRefused'],
      ['votes that went from one side to the other', '"approve" = "oppose", "oppose" = "approve"', 'otherResult'],
      ['another sentence', `"voteSentence" = '全票通过'`, 'otherResult'],
      ['another day', `"adoptedOn" = '2001-01-01'`, 'otherResult'],
    ])('finds %s', async (_, change, fault) => {
      expect(await spoiling(change)).toMatchObject({ broken: 1, first: { table: 'covenants', data: { fault } } });
      expect(await broken()).toMatchObject({ broken: 0 });
    });
  });

  it('marks every unsure parameter that the demonstration confirmed', async () => {
    const unsure = await findRows(reader(), 'bpmnParameters', { filter: { certainty: 'unsure' } });
    const confirmed = await findRows(reader(), 'bpmnParameterValues');
    expect(confirmed.map((row) => text(row, 'mark'))).toEqual(unsure.map(() => 'demonstration'));
  });

  it.each([
    ['director', ['home', 'inbox', 'start', 'stand-ins', 'meetings', 'notices', 'objections', 'opinions', 'disclosures']],
    // supervisors start inspections
    [
      'supervisor',
      ['home', 'inbox', 'start', 'stand-ins', 'meetings', 'notices', 'objections', 'opinions', 'disclosures', 'board'],
    ],
  ])('shows %s only their entries of the menu, and gives them no right on cases', async (username, entries) => {
    const client = test.as({ id: await userId(username) });
    const menu = await client.get<{ title: string; options: { href: string } }[]>('desktopRoutes:listAccessible', {
      params: { tree: true, sort: 'sort' },
    });
    expect(menu.data.map(({ options }) => options?.href).filter(Boolean)).toEqual(
      entries.map((entry) => `/admin/wuxin/${entry}`),
    );
    expect((await client.get('covenants:list')).status).toBe(403);
  });

  it('changes nothing when it is filled again', async () => {
    const count = async () =>
      Promise.all(
        ['collections', 'fields', 'bpmnVersions', 'bpmnInstances', 'desktopRoutes', 'postHolders'].map((name) =>
          countRows(reader(), name),
        ),
      );
    const before = await count();
    // as an administrator removes a field, but without the guard: open cases of the demonstration use each of them
    await test.db.getModel('fields').destroy({ where: { collectionName: 'covenants', name: 'draftNote' }, hooks: false });
    await test.app.pm.get(PluginCommunityServer).upgrade();
    const [collections, fields, ...rest] = before;
    expect(await count()).toEqual([collections, Number(fields) - 1, ...rest]);
  });
});
