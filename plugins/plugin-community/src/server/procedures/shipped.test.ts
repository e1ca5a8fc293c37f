import type { HttpClient } from '@wuxin/test';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Community } from '../__fixtures__/community';
import { folderOf } from '../__fixtures__';
import { contentPath } from '../content';
import { text } from '../rows';

const COVENANT = '38-covenant';
/** Of the summary. */
const DAYS = '=param("cov.feedback_days")';
const limited = (amount: string) => `<wuxin:deadline amount='${amount}' unit="workingDays" />`;

interface Row {
  key: string;
  shippedSince: number | null;
  shippedDismissed: object | null;
  published: { number: number } | null;
  draft: { number: number } | null;
}
interface Preview {
  key: string;
  revision: string;
  base: string;
  findings: { id: string; kind: string; part: string; name: string; where: string; before: string; here: string; pack: string }[];
  obstacles: unknown[];
  problems: { severity: string }[];
}

describe('content that a newer version of the plugin brings', () => {
  let community: Community;
  let root: HttpClient;

  beforeAll(async () => {
    community = await Community.open('2026-03-02', ['0', '38', 'demo']);
    root = await community.as('nocobase');
    const folder = join(contentPath()!, COVENANT);
    rmSync(folder); // it is a link
    cpSync(folderOf(COVENANT), folder, { recursive: true });
  });
  afterAll(() => community?.close());

  /** What the next version of the plugin has in a file of the covenant. */
  const rewrite = (file: string, ...changes: readonly (readonly [before: string, after: string])[]) => {
    const path = join(contentPath()!, COVENANT, file);
    const before = readFileSync(path, 'utf8');
    const after = changes.reduce((all, [from, to]) => {
      expect(all).toContain(from);
      return all.replace(from, to);
    }, before);
    writeFileSync(path, after);
  };
  const processes = async (): Promise<Row[]> => {
    const { data, errors } = await root.get<Row[]>('bpmnProcesses:overview');
    expect(errors).toEqual([]);
    return data;
  };
  const offered = async () => (await processes()).flatMap(({ key, shippedSince }) => (shippedSince === null ? [] : [key]));
  const covenant = async () => (await processes()).find(({ key }) => key === 'covenant')!;
  const preview = async (fromPack: string[] = []): Promise<Preview> => {
    const { data, errors } = await root.post<Preview[]>('bpmnPacks:previewShipped', { data: { key: 'covenant', fromPack } });
    expect(errors).toEqual([]);
    return data[0]!;
  };
  const said = ({ findings }: Preview) =>
    findings.map(({ kind, part, name, where, here, pack }) => [kind, part, name, where, here, pack]);
  const take = (choice: object) =>
    root.post('bpmnPacks:importShipped', { data: { choices: [{ key: 'covenant', fromPack: [], ...choice }] } });
  const draw = async (from: string, to: string) => {
    const params = { filterByTk: 'covenant' };
    const { data } = await root.get<{ xml: string; revision: string }>('bpmnProcesses:draft', { params });
    expect(data.xml).toContain(from);
    const saved = await root.post('bpmnProcesses:saveDraft', {
      params,
      data: { xml: data.xml.replace(from, to), revision: data.revision },
    });
    expect(saved.errors).toEqual([]);
  };

  it('is nothing new where its files are what was installed', async () => {
    await community.upgrade();

    expect(await offered()).toEqual([]);
    const answer = await root.post('bpmnPacks:previewShipped', { data: {} });
    expect(answer).toMatchObject({ status: 404, errors: [{ code: 'pack.nothingShipped' }] });
  });

  it('is offered to administrators, and changes nothing by itself', async () => {
    rewrite('process.bpmn', ['id="summarise" name="汇总反馈"', 'id="summarise" name="汇总意见"'], [limited(DAYS), limited('4')]);
    rewrite('forms/solicit.form.json', ['"intro": "向居民征集', '"intro": "向全体居民征集']);
    rewrite('procedure.json', ['"title": "事由"', '"title": "制定事由"']);
    await community.upgrade();

    expect(await offered()).toEqual(['covenant']);
    expect(await covenant()).toMatchObject({ published: { number: 1 }, draft: null });
  });

  it('shows what it would change, place by place', async () => {
    const seen = await preview();

    expect(seen).toMatchObject({ base: 'pack', obstacles: [] });
    expect(seen.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(said(seen)).toEqual(
      expect.arrayContaining([
        ['taken', '流程图', '汇总反馈', '名称', '汇总反馈', '汇总意见'],
        ['taken', '流程图', '汇总反馈', '时限 › 数量', DAYS, '4'],
      ]),
    );
    expect(new Set(seen.findings.map(({ kind }) => kind))).toEqual(new Set(['taken']));
    expect(new Set(seen.findings.map(({ part }) => part))).toEqual(new Set(['流程图', '数据表', '表单', '英文用语', '参数']));
  });

  it('is for administrators only', async () => {
    const secretary = await community.as('secretary');
    expect((await secretary.post('bpmnPacks:previewShipped', { data: {} })).status).toBe(403);
    expect((await secretary.post('bpmnPacks:importShipped', { data: { choices: [] } })).status).toBe(403);
  });

  it('keeps what was changed here, and asks where both changed the same', async () => {
    await draw('id="draft" name="起草草案"', 'id="draft" name="起草文本"');
    await draw(limited(DAYS), limited('6'));

    const seen = await preview();
    const ofDrawing = said(seen).filter(([, part]) => part === '流程图');
    expect(ofDrawing).toEqual(
      expect.arrayContaining([
        ['taken', '流程图', '汇总反馈', '名称', '汇总反馈', '汇总意见'],
        ['conflict', '流程图', '汇总反馈', '时限 › 数量', '6', '4'],
        ['kept', '流程图', '起草文本', '名称', '起草文本', '起草草案'],
      ]),
    );
  });

  it('is not taken in over what somebody changed since the preview', async () => {
    const { revision } = await preview();
    await draw('id="draft" name="起草文本"', 'id="draft" name="起草公约文本"');

    expect(await take({ revision })).toMatchObject({ status: 409, errors: [{ code: 'pack.changedSince' }] });
    expect(await offered()).toEqual(['covenant']);
  });

  it('is offered no more once it is dismissed with a reason, which is noted, until it is shown again', async () => {
    const since = (await covenant()).shippedSince!;
    const dismiss = (data: object, locale?: 'zh-CN' | 'en-US') =>
      root.post('bpmnPacks:dismissShipped', {
        data: { key: 'covenant', since, reason: '本镇不改', isDismissed: true, ...data },
        locale,
      });
    const refused = async (data: object) => (await dismiss(data)).errors[0]?.code;
    expect(await refused({ reason: ' ' })).toBe('reason.missing');
    expect(await refused({ since: since - 1 })).toBe('pack.newerShipped');
    expect(await refused({ key: 'filing' })).toBe('pack.nothingShipped');
    const secretary = await community.as('secretary');
    expect(
      (await secretary.post('bpmnPacks:dismissShipped', { data: { key: 'covenant', since, reason: '不', isDismissed: true } }))
        .status,
    ).toBe(403);

    expect((await dismiss({})).errors).toEqual([]);

    expect(await offered()).toEqual([]);
    expect(await covenant()).toMatchObject({ shippedDismissed: { since, reason: '本镇不改', by: { name: 'Super Admin' } } });
    expect((await root.post('bpmnPacks:previewShipped', { data: {} })).errors).toMatchObject([{ code: 'pack.nothingShipped' }]);
    await community.upgrade();
    expect(await offered()).toEqual([]);
    expect((await dismiss({ isDismissed: false, reason: '再看看' })).errors).toEqual([]);
    expect(await offered()).toEqual(['covenant']);
    const { data } = await root.get<{ rows: { text: string }[] }>('bpmnProcesses:changes', {
      params: { filterByTk: 'covenant' },
    });
    expect(data.rows.map((row) => row.text)).toEqual(
      expect.arrayContaining(['不要随插件来的新版。理由：本镇不改', '重新显示随插件来的新版。理由：再看看']),
    );
  });

  it('becomes a draft with both sides in it, and is offered no more', async () => {
    const { revision, findings } = await preview();
    const conflict = findings.find(({ kind }) => kind === 'conflict')!;
    expect((await take({ revision, fromPack: [conflict.id] })).errors).toEqual([]);

    expect(await covenant()).toMatchObject({ shippedSince: null, published: { number: 1 }, draft: { number: 2 } });
    const xml = text(await community.row('bpmnVersions', { processKey: 'covenant', number: 2 }), 'xml');
    expect(xml).toContain('name="汇总意见"');
    expect(xml).toContain('name="起草公约文本"');
    expect(JSON.stringify(community.db.getCollection('covenants').getField('kind').options)).toContain('制定事由');

    await community.upgrade();
    expect(await offered()).toEqual([]);
  });

  it('is offered again once there is still newer content, of which only that is new', async () => {
    rewrite('process.bpmn', ['id="consult" name="组织协商"', 'id="consult" name="召开协商会"']);
    await community.upgrade();

    const seen = await preview();
    expect(said(seen).filter(([kind]) => kind !== 'kept')).toEqual([
      ['taken', '流程图', '组织协商', '名称', '组织协商', '召开协商会'],
    ]);
  });

  it('that was dismissed comes back when a newer one ships', async () => {
    const since = (await covenant()).shippedSince!;
    await root.post('bpmnPacks:dismissShipped', { data: { key: 'covenant', since, reason: '不要', isDismissed: true } });
    expect(await offered()).toEqual([]);

    rewrite('process.bpmn', ['name="召开协商会"', 'name="召开居民协商会"']);
    await community.upgrade();

    expect(await offered()).toEqual(['covenant']);
    expect(await covenant()).toMatchObject({ shippedDismissed: null });
  });

  it('with a drawing that has errors is offered to nobody, and keeps nothing from starting', async () => {
    rewrite('process.bpmn', ['targetRef="summarise"', 'targetRef="nowhere"']);
    await community.upgrade();

    expect(await covenant()).toMatchObject({ published: { number: 1 } });
    expect(said(await preview()).filter(([kind]) => kind === 'taken')).toHaveLength(1);
  });
});
