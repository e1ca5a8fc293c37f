import type { HttpClient } from '@wuxin/test';
import { readArchive, writeArchive, type Pack } from '@wuxin/pack-format';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Community } from '../__fixtures__/community';

interface Preview {
  base: string;
  revision: string;
  isNew: boolean;
  contents: { name: string }[];
  findings: { kind: string; part: string; name: string; where: string; here: string | null; pack: string | null }[];
  obstacles: unknown[];
  problems: { severity: string }[];
}

describe('the content of a procedure as a pack', () => {
  let community: Community;
  let root: HttpClient;
  let pack: Pack;

  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    root = await community.as('nocobase');
    pack = await exported('covenant');
  });
  afterAll(() => community?.close());

  async function exported(key: string, withCalled = false): Promise<Pack> {
    const answer = await root.file(`/api/bpmnProcesses:exportPack?filterByTk=${key}&withCalled=${withCalled}`);
    return readArchive(answer.content).find(({ manifest }) => manifest.key === key)!;
  }
  async function preview(given: Pack): Promise<Preview> {
    const answer = await root.upload<Preview[]>('bpmnPacks:preview', {
      file: { name: 'covenant.zip', content: Buffer.from(writeArchive([given])) },
    });
    expect(answer.errors).toEqual([]);
    return answer.data[0]!;
  }

  it('has everything that its folder has', () => {
    const folder = join(__dirname, '../../../../../workflows/38-covenant');
    const definition = JSON.parse(readFileSync(join(folder, 'procedure.json'), 'utf8')) as {
      collections: { name: string; fields: { name: string }[] }[];
      parameters: { key: string }[];
      decisions: string[];
      posts: { key: string }[];
      forms: string[];
      templates: { key: string }[];
    };
    const namesIn = (part: string) => Object.keys(pack.parts[part] ?? {});

    expect(namesIn('collections').sort()).toEqual(definition.collections.map(({ name }) => name).sort());
    expect(namesIn('forms').sort()).toEqual([...definition.forms].sort());
    expect(namesIn('decisions')).toEqual(definition.decisions);
    expect(namesIn('parameters')).toEqual(expect.arrayContaining(definition.parameters.map(({ key }) => key)));
    expect(namesIn('templates').sort()).toEqual(definition.templates.map(({ key }) => key).sort());
    expect(namesIn('posts')).toEqual(expect.arrayContaining(['committeeDirector', 'draftingMember']));
    expect((pack.parts.texts!['en-US'] as Record<string, string>)['征集开始日期']).toBe('Collection from');
  });

  it('names the processes that it calls, which may come along', async () => {
    expect(pack.manifest.calls).toEqual(expect.arrayContaining(['filing']));
    const answer = await root.file('/api/bpmnProcesses:exportPack?filterByTk=covenant&withCalled=true');
    expect(readArchive(answer.content).map(({ manifest }) => manifest.key)).toEqual(
      expect.arrayContaining(['covenant', ...pack.manifest.calls]),
    );
  });

  it('changes nothing where it is the content that is installed', async () => {
    expect(await preview(pack)).toMatchObject({ base: 'pack', isNew: false, findings: [], obstacles: [] });
  });

  it('is, read from its files, what its installation gave: of every procedure', async () => {
    const known = community.db.getRepository('bpmnShippedPacks');
    await known.update({ filter: { offeredAt: null }, values: { contentDigest: 'of other files' } });
    await community.upgrade();

    expect(await known.count({ filter: { contentDigest: 'of other files' } })).toBe(0);
    expect(await known.count({ filter: { offeredAt: { $ne: null } } })).toBe(0);
    expect(await known.count()).toBeGreaterThan(15);
  });

  it('with a post that is none is refused by name, and nothing is kept', async () => {
    const key = 'visitor';
    const broken: Pack = { ...pack, parts: { ...pack.parts, posts: { ...pack.parts.posts, [key]: { key } } } };
    const { revision } = await preview(broken);
    const answer = await root.upload('bpmnPacks:import', {
      file: { name: 'covenant.zip', content: Buffer.from(writeArchive([broken])) },
      fields: { input: JSON.stringify({ choices: [{ key: 'covenant', revision, fromPack: [] }] }) },
    });
    expect(answer).toMatchObject({ status: 400, errors: [{ code: 'pack.badPost' }] });
    expect(await community.db.getRepository('bpmnVersions').count({ filter: { processKey: 'covenant' } })).toBe(1);
  });

  it('says what is in it in words', async () => {
    const { contents } = await preview(pack);
    expect(contents.map(({ name }) => name)).toEqual(expect.arrayContaining(['表单', '岗位', '英文用语']));
    expect(contents.filter(({ name }) => /[a-z]/i.test(name))).toEqual([]);
  });

  it('is called what its reader calls it, before and after it was taken in', async () => {
    const file = { name: 'covenant.zip', content: Buffer.from(writeArchive([pack])) };
    const seen = await root.upload<Preview[]>('bpmnPacks:preview', { file, locale: 'en-US' });
    expect(seen.data[0]).toMatchObject({ name: 'Residents’ covenant' });
    const input = JSON.stringify({ choices: [{ key: 'covenant', revision: seen.data[0]!.revision, fromPack: [] }] });
    const taken = await root.upload<{ name: string }[]>('bpmnPacks:import', { file, fields: { input }, locale: 'en-US' });
    expect(taken.data).toMatchObject([{ name: 'Residents’ covenant' }]);
  });

  it('that is newer offers what it changed, with what stands here', async () => {
    const newer: Pack = { ...pack, process: pack.process.replace('name="汇总反馈"', 'name="汇总意见"') };
    const { findings, problems } = await preview(newer);

    expect(findings).toMatchObject([{ kind: 'taken', part: '流程图', here: '汇总反馈', pack: '汇总意见' }]);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
