import { textOfDocx, type HttpAnswer, type UploadedFile, expectRefused } from '@wuxin/test';
import type { DocumentView, PlaceholderView, ProcessDetail, TemplateSaved } from '../../common/api';
import { DAY_MS, Desk, docxOf, paragraph, table, userTask, type Person } from '../__fixtures__';
import { saveTemplate } from '../commands';
import { underCommand } from '../records';
import { SYSTEM } from '../runtime/actor';
import { tables, type TemplateReaders } from '../store';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const CALL =
  '<bpmn:callActivity id="vote" name="三议：党员大会" wuxin:nameEn="3 Party members" calledElement="session"><bpmn:extensionElements><wuxin:ioMapping><wuxin:input source="={due: 15, present: 12, approve: 10, sentence: &quot;赞成 10 人，通过&quot;, secret: &quot;密码&quot;}" target="record" /></wuxin:ioMapping></bpmn:extensionElements></bpmn:callActivity>';
const MATTER = (more = '') => `@wuxin:recordCollection="matters"
  ${BEGIN}${userTask('check', { name: '镇审核', kind: 'role', value: 'checker', inside: '<wuxin:outcome key="agree" name="同意" />' })}${CALL}${more}${END}
  begin -> check
  check -> vote
  vote -> end`;
const SHEET = [
  paragraph('{办件.标题}：{事项类别}，{预算金额} 元，{负责人}，{动议日期}'),
  paragraph('审核：{镇审核.办理人} {镇审核.办理结果} {镇审核.意见} {镇审核.办理日期}'),
  paragraph('应到 {三议：党员大会.应到} 实到 {vote.present} 赞成 {vote.approve}。{vote.sentence}'),
  table(['{#进度}{序号}', '{日期}', '{说明}{/进度}']),
].join('');

describe('documents of a case', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const title = (text: string) => ({ uiSchema: { title: `{{t("${text}", { ns: "content" })}}` } });
      db.collection({
        name: 'matters',
        fields: [
          { type: 'string', name: 'title', interface: 'input', ...title('名称') },
          { type: 'integer', name: 'amount', interface: 'integer', ...title('预算金额') },
          { type: 'dateOnly', name: 'on', interface: 'date', ...title('动议日期') },
          { type: 'password', name: 'secret', interface: 'password', ...title('口令') },
          {
            type: 'string',
            name: 'kind',
            interface: 'select',
            uiSchema: { title: '事项类别', enum: [{ value: 'works', label: '{{t("公益设施", { ns: "content" })}}' }] },
          },
          { type: 'belongsTo', name: 'lead', target: 'users', foreignKey: 'leadId', interface: 'm2o', ...title('负责人') },
          {
            type: 'hasMany',
            name: 'progress',
            target: 'matterProgress',
            foreignKey: 'matterId',
            interface: 'o2m',
            ...title('进度'),
          },
        ],
      });
      db.collection({
        name: 'matterProgress',
        fields: [
          { type: 'dateOnly', name: 'on', interface: 'date', ...title('日期') },
          { type: 'string', name: 'note', interface: 'input', ...title('说明') },
        ],
      });
      const number = (name: string, text: string) => ({ type: 'integer', name, interface: 'integer', ...title(text) });
      db.collection({
        name: 'sessions',
        fields: [
          ...[number('due', '应到'), number('present', '实到'), number('approve', '赞成')],
          { type: 'string', name: 'sentence', interface: 'input', ...title('计票结论') },
          { type: 'string', name: 'secret', interface: 'input', ...title('备注') },
        ],
      });
      await db.sync();
    });
    await desk.publishLines('session', `@wuxin:recordCollection="sessions"\n${BEGIN}${userTask('hold')}${END}\nbegin -> hold\nhold -> end`); // prettier-ignore
    await desk.publishLines('matter', MATTER());
    await give('sheet', SHEET, ['vote.计票结论']);
    await publish();
  });
  afterAll(() => desk?.close());

  /** As content does: into the draft. */
  const give = (
    key: string,
    body: string,
    needs: string[] = [],
    onlyWith: string | null = null,
    readers: TemplateReaders = 'participants', // prettier-ignore
  ) =>
    desk.write((tx) =>
      saveTemplate(
        tx,
        SYSTEM,
        'matter',
        { key, name: '审议表', nameEn: 'Review sheet', onlyWith, needs, readers, file: docxOf(body) },
        'zh-CN',
      ),
    );
  const publish = async (key = 'matter') => {
    const answer = await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: key } });
    expect(answer.errors).toEqual([]);
  };
  const start = async () => {
    const record = { amount: 186000, kind: 'works', on: '2026-11-02', lead: desk.id('checker2') };
    const { instanceId } = await desk.start('matter', 'clerk', { title: '修 <路> & 桥', record });
    const matterId = (await desk.row(instanceId)).recordId;
    const rows = [
      { on: '2026-11-03', note: '基础', matterId },
      { on: '2026-11-04', note: '铺装', matterId },
    ];
    await desk.write((tx) =>
      underCommand(tx, () => desk.db.getRepository('matterProgress').create({ values: rows, transaction: tx.transaction })),
    );
    return instanceId;
  };
  const checked = async (instanceId: string) => {
    await desk.complete('checker', instanceId, 'check', { outcome: 'agree', data: {}, opinion: '资金已落实' });
    await desk.drain();
  };
  const list = (who: Person, filterByTk: string, locale?: 'zh-CN' | 'en-US') =>
    desk.as(who).get<DocumentView[]>('bpmnInstances:documents', { params: { filterByTk }, locale });
  const ask = (who: Person, filterByTk: string, document = 'sheet', locale?: 'zh-CN' | 'en-US') =>
    desk.as(who).get('bpmnInstances:document', { params: { filterByTk, document }, locale });
  const download = (who: Person, id: string, key = 'sheet') =>
    desk.as(who).file(`/api/bpmnInstances:document?filterByTk=${id}&document=${key}`);
  const replace = (file: UploadedFile, who: Person = 'root', template = 'sheet', locale?: 'zh-CN' | 'en-US') =>
    desk.as(who).upload<TemplateSaved>('bpmnProcesses:replaceTemplate', { params: { filterByTk: 'matter', template }, file, locale }); // prettier-ignore
  const word = (body: string): UploadedFile => ({ name: '审议表.docx', content: docxOf(body) });
  const detail = async (locale?: 'zh-CN' | 'en-US') =>
    (await desk.as('root').get<ProcessDetail>('bpmnProcesses:detail', { params: { filterByTk: 'matter' }, locale })).data;

  it('are listed with what is missing, in the reader’s language, until it is there', async () => {
    const instanceId = await start();

    expect((await list('clerk', instanceId)).data).toEqual([
      { key: 'sheet', name: '审议表', missing: ['三议：党员大会 · 计票结论'] },
    ]);
    expect((await list('clerk', instanceId, 'en-US')).data).toMatchObject([
      { name: 'Review sheet', missing: ['3 Party members · 计票结论'] },
    ]);
    await expectRefused((locale) => ask('clerk', instanceId, 'sheet', locale), { code: 'document.incomplete', status: 409 });

    await checked(instanceId);
    expect((await list('clerk', instanceId)).data).toMatchObject([{ missing: [] }]);
  });

  it('say what the case, its record, its steps and the cases that it called say', async () => {
    const instanceId = await start();
    await checked(instanceId);

    const { status, content } = await download('clerk', instanceId);

    expect(status).toBe(200);
    expect(textOfDocx(content)).toBe(
      [
        '修 <路> & 桥：公益设施，186,000 元，赵敏，2026年11月2日',
        '审核：李强 同意 资金已落实 2026年11月5日',
        '应到 15 实到 12 赞成 10。赞成 10 人，通过',
        '1\n2026年11月3日\n基础',
        '2\n2026年11月4日\n铺装',
      ].join('\n'),
    );
  });

  it('come as a file that is saved under the names of template and case, and kept nowhere on the way', async () => {
    const instanceId = await start();
    await checked(instanceId);

    const { headers } = await download('clerk', instanceId);

    expect(headers['content-type']).toMatch(/^application\/vnd\.openxmlformats-officedocument\.wordprocessingml\.document/);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="document.docx"; filename*=UTF-8''${encodeURIComponent('审议表（修 路 & 桥）.docx')}`,
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
  });

  it('are kept, as the forms are, from who only sees the case, but for those that are for everybody who does', async () => {
    await give('notice', paragraph('{名称}'), [], null, 'case');
    await publish();
    const instanceId = await start();
    await checked(instanceId);
    const { errors } = await desk.as('clerk').post('bpmnInstances:cc', { params: { filterByTk: instanceId }, data: { userIds: [desk.id('outsider')] } }); // prettier-ignore
    expect(errors).toEqual([]);

    expect((await list('outsider', instanceId)).data.map(({ key }) => key)).toEqual(['notice']);
    expect((await download('outsider', instanceId, 'notice')).status).toBe(200);
    await expectRefused((locale) => ask('outsider', instanceId, 'sheet', locale), {
      code: 'document.participantsOnly',
      status: 403,
    });
    expect((await list('clerk', instanceId)).data.map(({ key }) => key)).toEqual(['sheet', 'notice']);
    await desk.write((tx) => tables.templates.delete(tx, { key: 'notice' }));
  });

  it('are there for who sees the case, and for nobody else', async () => {
    const instanceId = await start();
    await checked(instanceId);

    for (const who of ['clerk', 'checker', 'root'] as const) expect((await download(who, instanceId)).status).toBe(200);
    for (const send of [list, ask])
      await expectRefused((locale) => (send === list ? list('outsider', instanceId, locale) : ask('outsider', instanceId, 'sheet', locale)), { code: 'instance.notFound', status: 404 }); // prettier-ignore
    await expectRefused((locale) => ask('clerk', instanceId, 'nothing', locale), { code: 'document.notFound', status: 404 });
    await expectRefused((locale) => ask('clerk', instanceId, '', locale), { code: 'input.invalid', status: 400 });
  });

  it('are made by the template of the case’s own version, whatever was published later', async () => {
    const before = await start();
    await checked(before);

    expect((await replace(word(paragraph('新表：{名称}')))).errors).toEqual([]);
    await publish();
    const after = await start();

    expect(textOfDocx((await download('clerk', before)).content)).toContain('应到 15');
    await checked(after);
    expect(textOfDocx((await download('clerk', after)).content)).toBe('新表：修 <路> & 桥');
    await replace(word(SHEET));
    await publish();
  });

  it('that only some cases have are unknown to the others', async () => {
    await give('hearing', paragraph('{事项类别.勾选}'), [], '镇审核.意见');
    await publish();
    const instanceId = await start();
    const keys = async () => (await list('clerk', instanceId)).data.map(({ key }) => key);

    expect(await keys()).toEqual(['sheet']);
    expect(await ask('clerk', instanceId, 'hearing')).toMatchObject({ status: 404, errors: [{ code: 'document.notFound' }] });
    await checked(instanceId);

    expect(await keys()).toEqual(['sheet', 'hearing']);
    expect(textOfDocx((await download('clerk', instanceId, 'hearing')).content)).toBe('☑公益设施');
    await desk.write((tx) => tables.templates.delete(tx, { key: 'hearing' }));
  });

  it('are those of the last round where a step was gone through twice', async () => {
    const instanceId = await start();
    await checked(instanceId);
    const [first] = await tables.instances.select(desk, { parentInstanceId: instanceId });
    const again = { ...first!, id: `${first!.id}b`, startKey: 'again', startedAt: first!.startedAt + DAY_MS };
    const second = await desk.db.getRepository('sessions').create({ values: { due: 15, present: 15, approve: 14, sentence: '赞成 14 人' } }); // prettier-ignore
    await desk.write((tx) => tables.instances.insert(tx, [{ ...again, recordId: String(second.get('id')) }]));

    expect(textOfDocx((await download('clerk', instanceId)).content)).toContain('实到 15 赞成 14。赞成 14 人');
  });

  describe('a template', () => {
    it('is refused with every placeholder that nobody knows, and nothing is kept', async () => {
      const counts = await desk.counts();
      const file = word(paragraph('{名称}{总金额}{vote.反对}'));

      await expectRefused((locale) => replace(file, 'root', 'sheet', locale) as Promise<HttpAnswer>, { code: 'template.hasProblems', status: 400 }); // prettier-ignore

      const { errors } = await replace(file);
      expect(errors[0]?.message).toContain('模板“审议表”里的占位符“总金额”没有对应的字段或者环节');
      expect(errors[0]?.message).toContain('vote.反对');
      expect(await desk.counts()).toEqual(counts);
    });

    it.each([
      ['a secret of a record', '{口令}'],
      ['a secret of a record by its name', '{secret}'],
    ])('never names %s', async (_, mark) => {
      expect((await replace(word(paragraph(mark)))).errors).toMatchObject([{ code: 'template.hasProblems' }]);
    });

    it.each<[string, UploadedFile, string]>([
      ['is no Word file', { name: '表.docx', content: Buffer.from('x') }, 'template.notDocx'],
      ['is of another kind', { name: '表.doc', content: Buffer.from('x') }, 'template.notDocx'],
      ['may carry macros', { name: '表.docm', content: docxOf('') }, 'file.typeNotAllowed'],
      [
        'reaches outside',
        {
          name: '表.docx',
          content: docxOf('', {
            'word/_rels/document.xml.rels':
              '<Relationships><Relationship Id="a" Type="x/image" Target="http://evil/a.png" TargetMode="External"/></Relationships>',
          }),
        },
        'template.externalContent',
      ],
    ])('is refused when it %s', async (_, file, code) => {
      await expectRefused((locale) => replace(file, 'root', 'sheet', locale) as Promise<HttpAnswer>, { code, status: 400 });
    });

    it('is replaced by administrators only, and only where there is one', async () => {
      const file = word(paragraph('{名称}'));
      expect(await replace(file, 'clerk')).toMatchObject({ status: 403 });
      expect(await desk.as('clerk').get('bpmnProcesses:template', { params: { filterByTk: 'matter', template: 'sheet' } })).toMatchObject({ status: 403 }); // prettier-ignore
      await expectRefused((locale) => replace(file, 'root', 'nothing', locale) as Promise<HttpAnswer>, { code: 'template.notFound', status: 404 }); // prettier-ignore
    });

    it('goes into a draft that is the published version otherwise, and comes back as it was given', async () => {
      const before = await detail();
      expect(before.process.draft).toBeNull();

      await replace(word(paragraph('{名称}')));

      const after = await detail();
      expect(after).toMatchObject({ xml: before.xml, process: { draft: { number: before.process.published!.number + 1 } } });
      expect(after.templates).toMatchObject([{ key: 'sheet', name: '审议表', savedByName: 'Super Admin', problems: [] }]);
      const given = await desk.as('root').file('/api/bpmnProcesses:template?filterByTk=matter&template=sheet');
      expect(textOfDocx(given.content)).toBe('{名称}');
      await replace(word(SHEET));
      await publish();
    });

    it('is told of at its process, and keeps it from being published, once a step that it names is gone', async () => {
      const xml = (await detail()).xml.replaceAll('vote', 'ballot').replace('三议：党员大会', '表决');
      await desk.as('root').post('bpmnProcesses:deploy', { data: { xml } });

      const { problems, templates } = await detail('en-US');

      expect(problems).toMatchObject(
        Array.from({ length: 5 }, () => ({ code: 'template.unknownPlaceholder', severity: 'error' })),
      );
      expect(templates[0]?.problems).toEqual(problems);
      expect(problems[0]?.text).toBe(
        'In the template "Review sheet", the placeholder "三议：党员大会.应到" names no field and no step',
      );
      await expectRefused((locale) => desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'matter' }, locale }), { code: 'process.hasErrors', status: 409 }); // prettier-ignore
      await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: (await detail()).xml.replaceAll('ballot', 'vote').replace('name="表决"', 'name="三议：党员大会"') } }); // prettier-ignore
      await publish();
    });

    describe('that is added', () => {
      const NAMED = { name: '会议通知单', needs: '名称\nvote.计票结论' };
      const add = (file: UploadedFile, given: object = NAMED, who: Person = 'root', locale?: 'zh-CN' | 'en-US') =>
        desk
          .as(who)
          .upload<TemplateSaved>('bpmnProcesses:addTemplate', { params: { filterByTk: 'matter', ...given }, file, locale });
      const remove = (template: string, locale?: 'zh-CN' | 'en-US') =>
        desk.as('root').post('bpmnProcesses:removeTemplate', { params: { filterByTk: 'matter' }, data: { template }, locale });
      const body = word(paragraph('{名称} {vote.实到/应到}（{vote.实到占应到}）'));

      it.each<[string, UploadedFile, object, string]>([
        ['names what nobody knows', word(paragraph('{总金额}')), NAMED, 'template.hasProblems'],
        ['needs what nobody knows', body, { ...NAMED, needs: '总金额' }, 'template.hasProblems'],
        ['is offered by what nobody knows', body, { ...NAMED, onlyWith: '总金额' }, 'template.hasProblems'],
        ['has no name', body, { name: '  ' }, 'template.noName'],
        ['is no Word file', { name: '表.docx', content: Buffer.from('x') }, NAMED, 'template.notDocx'],
        ['may carry macros', { name: '表.docm', content: docxOf('') }, NAMED, 'file.typeNotAllowed'],
        [
          'has macros under another name',
          { name: '表.docx', content: docxOf('', { 'word/vbaProject.bin': 'x' }) },
          NAMED,
          'template.macros',
        ],
      ])('is refused when it %s, and nothing is kept', async (_, file, given, code) => {
        const counts = await desk.counts();
        await expectRefused((locale) => add(file, given, 'root', locale) as Promise<HttpAnswer>, { code, status: 400 });
        expect(await desk.counts()).toEqual(counts);
      });

      it('is refused a name that another has, and to who does not administer', async () => {
        await expectRefused((locale) => add(body, { name: '审议表' }, 'root', locale) as Promise<HttpAnswer>, { code: 'template.nameTaken', status: 409 }); // prettier-ignore
        expect(await add(body, NAMED, 'clerk')).toMatchObject({ status: 403 });
        expect(await desk.as('clerk').post('bpmnProcesses:removeTemplate', { params: { filterByTk: 'matter' }, data: { template: 'sheet' } })).toMatchObject({ status: 403 }); // prettier-ignore
      });

      it('is offered by new cases of the next version, with its shares, and by no case before', async () => {
        const before = await start();
        expect((await add(body)).errors).toEqual([]);
        await publish();
        const after = await start();
        await checked(after);

        expect((await list('clerk', before)).data.map(({ name }) => name)).toEqual(['审议表']);
        const [, added] = (await list('clerk', after)).data;
        expect(added).toMatchObject({ name: '会议通知单', missing: [] });
        expect(textOfDocx((await download('clerk', after, added!.key)).content)).toBe('修 <路> & 桥 12/15（80%）');
      });

      it('is removed from the next draft, whatever versions before have; what content brought is not', async () => {
        const [, added] = (await detail()).templates;
        expect(added).toMatchObject({ name: '会议通知单', isAdded: true, savedByName: 'Super Admin' });
        const printing = await start();

        expect((await remove(added!.key)).errors).toEqual([]);

        expect((await detail()).templates.map(({ key }) => key)).toEqual(['sheet']);
        expect((await list('clerk', printing)).data.map(({ name }) => name)).toEqual(['审议表', '会议通知单']);
        await expectRefused((locale) => remove('sheet', locale), { code: 'template.ofContent', status: 409 });
        await expectRefused((locale) => remove(added!.key, locale), { code: 'template.notFound', status: 404 });
        await publish();
      });
    });

    it('goes along when the process is published again', async () => {
      await desk.as('root').post('bpmnProcesses:renew', { params: { filterByTk: 'matter' } });
      const instanceId = await start();
      expect((await list('clerk', instanceId)).data).toHaveLength(1);
    });

    it('may name what the administrator is shown', async () => {
      const { data } = await desk.as('root').get<PlaceholderView[]>('bpmnProcesses:placeholders', { params: { filterByTk: 'matter' } }); // prettier-ignore

      expect(data).toEqual(
        expect.arrayContaining([
          { name: '办件.标题', columns: null },
          { name: '预算金额', columns: null },
          { name: '进度', columns: ['序号', '日期', '说明'] },
          { name: '镇审核', columns: ['序号', '办理人', '办理结果', '意见', '办理日期'] },
        ]),
      );
      expect(data.find(({ name }) => name === '三议:党员大会')?.columns).toEqual(expect.arrayContaining(['应到', '计票结论']));
      expect(JSON.stringify(data)).not.toMatch(/口令|secret|Created|leadId|matterId/i);
    });
  });

  it('cost the same few statements however many templates there are', async () => {
    const instanceId = await start();
    await checked(instanceId);
    const before = (await desk.statementsOf(() => list('clerk', instanceId))).length;
    for (const key of ['second', 'third', 'fourth']) await give(key, SHEET, ['vote.计票结论']);
    await publish();
    const later = await start();
    await checked(later);

    expect((await list('clerk', later)).data).toHaveLength(4);
    expect((await desk.statementsOf(() => list('clerk', later))).length).toBe(before);
  });
});
