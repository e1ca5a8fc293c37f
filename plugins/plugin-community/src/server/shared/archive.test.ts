import { engineOf, verifyDatabase } from '@wuxin/plugin-bpmn';
import { storagePathJoin } from '@nocobase/utils';
import { rename, writeFile } from 'node:fs/promises';
import { digestFilesOfEarlierArchives, fileStoreOf } from '../archive';
import { connect } from '../connect';
import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;

describe('a shared archive', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    await publishCaller(community, {
      key: 'archiveCaller',
      calledElement: 'archiving',
      inputs: {
        record: '{title: record.title + "：归档", matter: record.title, retention: "permanent"}',
        archivist: '"archivist"',
        supplier: '"communitySecretary"',
        needs: '["documents", "minutes"]',
        archiveDays: '10',
      },
    });
  }, 5 * MINUTE);
  afterAll(() => community?.close());
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined)); // repositories print what they roll back
  afterAll(() => jest.restoreAllMocks());

  const boxed = (more: object = {}) => ({
    archivedItems: ['documents', 'minutes'],
    archiveNumber: 'DA-1',
    archivedOn: community.today,
    ...more,
  });
  const archive = (id: string) => community.act(id, ['archivist', 'archive'], { outcome: 'archived', data: boxed() });
  const covenants = () => community.db.getRepository('covenants');
  const fault = async () => {
    const { invariants } = await verifyDatabase(engineOf(community.db));
    const { broken, first } = invariants.find(({ name }) => name === 'archive.unchanged')!;
    return broken === 1 ? first?.data['fault'] : broken;
  };

  it('lists what belongs to the matter before anybody archives it', async () => {
    const id = await startCaller(community, 'archiveCaller', '甲事项');
    const archiveId = (await community.instance(await calledBy(community, id))).recordId;
    const items = await findRows(community, 'archiveItems', { filter: { archiveId } });

    expect(
      items.map((row) => [row.get('itemTitle'), row.get('procedureName'), row.get('startedOn'), row.get('endedOn')]),
    ).toEqual([['甲事项', 'archiveCaller', '2026-03-02', null]]);
  });

  it('refuses papers that are not complete, an empty number and a day of the future', async () => {
    const id = await startCaller(community, 'archiveCaller', '乙事项');
    const refused = (more: object) =>
      community.refuse(id, ['archivist', 'archive'], { outcome: 'archived', data: boxed(more) }, 'requirement.notMet');

    const said = await refused({ archivedItems: ['documents'] });
    expect(said.zh).toContain('还缺：会议记录和签到册');
    expect(said.en).toContain('missing: minutes and sign-in sheets');
    expect((await refused({ archiveNumber: ' ' })).zh).toBe('请填写档号。');
    expect((await refused({ archivedOn: community.day(1) })).zh).toContain('不能晚于今天');
  });

  it('sends back what is missing to who can add it', async () => {
    const id = await startCaller(community, 'archiveCaller', '丙事项');
    await community.act(id, ['archivist', 'archive'], { outcome: 'incomplete', opinion: '缺签到册。' });
    await community.act(id, ['secretary', 'supply'], { outcome: 'supplied', data: { supplyNote: '已补签到册。' } });

    expect(await community.open(id)).toEqual(['archive']);
  });

  describe('once it is sealed', () => {
    let id: string;
    let recordId: string;
    beforeAll(async () => {
      id = await startCaller(community, 'archiveCaller', '丁事项');
      ({ recordId } = await community.instance(id));
      await archive(id);
    });

    it('gives its caller the number and a hash', async () => {
      expect(await community.instance(id)).toMatchObject({
        status: 'completed',
        variables: { archiveNumber: 'DA-1', archivedOn: '2026-03-02', sealHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      });
    });

    const changes: readonly [string, () => Promise<unknown>][] = [
      ['a change of the record', () => covenants().update({ filterByTk: recordId, values: { draftText: '改' } })],
      ['a change of many', () => covenants().update({ filter: { id: recordId }, values: { draftText: '改' } })],
      ['a new row in its sub-table', () => community.db.getRepository('covenantOpinions').create({ values: { covenantId: Number(recordId), content: '补' } })], // prettier-ignore
      ['its removal', () => covenants().destroy({ filterByTk: recordId })],
    ];
    it.each(changes)('refuses %s', async (_, change) => {
      await expect(change()).rejects.toMatchObject({ code: 'archive.frozen', status: 409, data: { title: '丁事项' } });
    });

    it('says so in both languages to who starts a case about it', async () => {
      const say = async (locale: 'zh-CN' | 'en-US') => {
        const placeId = (await community.row('bpmnInstances', { id })).get('placeId');
        const data = { processKey: 'archiveCaller', recordId, placeId };
        return (await community.as('manager')).post('bpmnInstances:start', { data, locale });
      };
      const [zh, en] = [await say('zh-CN'), await say('en-US')];

      expect([zh.status, zh.errors[0]?.code, en.status]).toEqual([409, 'archive.frozen', 409]);
      expect(zh.errors[0]?.message).toBe('“丁事项”已经归档，记录不能再修改，也不能再发起办件。');
      expect(en.errors[0]?.message).toContain('is archived');
    });

    it('still lets others be changed', async () => {
      const other = await covenants().create({ values: { title: '别的' } });
      await covenants().update({ filterByTk: other.get('id') as number, values: { draftText: '改' } });
      expect((await community.row('covenants', { id: other.get('id') })).get('draftText')).toBe('改');
    });

    it('is as it was archived', async () => {
      expect(await fault()).toBe(0);
    });

    it('is found by the audit when somebody went around the server', async () => {
      await community.db.sequelize.query(`UPDATE ${community.db.getCollection('covenants').quotedTableName()} SET "draftNote" = 'x' WHERE "id" = ${recordId}`); // prettier-ignore
      expect(await fault()).toBe('changed');
      await community.db.sequelize.query(`UPDATE ${community.db.getCollection('covenants').quotedTableName()} SET "draftNote" = NULL WHERE "id" = ${recordId}`); // prettier-ignore
      expect(await fault()).toBe(0);
    });

    describe('with a file', () => {
      let matter: string;
      let matterRecord: string;
      let stored: string;
      beforeAll(async () => {
        matter = await startCaller(community, 'archiveCaller', '戊事项');
        matterRecord = (await community.instance(matter)).recordId;
        const fileId = await community.addFile('签到册.pdf', 'as it was signed');
        const { write, underCommand } = connect(community.db);
        const values = { minutesFiles: [fileId] };
        await write((tx) =>
          underCommand(tx, () => covenants().update({ filterByTk: matterRecord, values, transaction: tx.transaction })),
        );
        const file = await community.row('attachments', { id: fileId });
        stored = storagePathJoin('uploads', String(file.get('path')), String(file.get('filename')));
      });

      it('is not archived while the file cannot be read', async () => {
        await rename(stored, `${stored}.away`);
        const attempt = (locale: 'zh-CN' | 'en-US') =>
          community.attempt(matter, ['archivist', 'archive'], { outcome: 'archived', data: boxed() }, locale);
        const [zh, en] = [await attempt('zh-CN'), await attempt('en-US')];

        expect([zh.status, zh.errors[0]?.code, en.status]).toEqual([409, 'archive.fileUnreadable', 409]);
        expect(zh.errors[0]?.message).toContain('附件“签到册.pdf”读不出来');
        expect(en.errors[0]?.message).toMatch(/^The file "签到册.pdf" cannot be read/);
        expect(await community.open(matter)).toEqual(['archive']);
        await rename(`${stored}.away`, stored);
      });

      it('keeps its bytes: the same name and size are not enough', async () => {
        await archive(matter);
        expect(await fault()).toBe(0);
        await writeFile(stored, 'as it was sighed');
        expect(await fault()).toBe('filesChanged');
        await writeFile(stored, 'as it was signed');
        expect(await fault()).toBe(0);
      });

      it('misses a file that is gone from the storage', async () => {
        await rename(stored, `${stored}.away`);
        expect(await fault()).toBe('fileUnreadable');
        await rename(`${stored}.away`, stored);
      });

      it('and one of a build that kept no digest of bytes is covered from the upgrade on', async () => {
        const filter = { recordCollection: 'covenants', recordId: matterRecord };
        const sealed = () => community.row('sealedRecords', filter);
        const digest = (await sealed()).get('filesDigest');
        await community.db.getRepository('sealedRecords').update({ filter, values: { filesDigest: null, filesSealedAt: null } });
        expect(await fault()).toBe(0);

        const files = fileStoreOf((name) => community.plugin(name));
        await digestFilesOfEarlierArchives({ ...connect(community.db), files });

        expect((await sealed()).get('filesDigest')).toBe(digest);
        expect(Number((await sealed()).get('filesSealedAt'))).toBe(community.now);
      });
    });

    it('and when its history was written anew', async () => {
      const history = community.db.getCollection('bpmnHistory').quotedTableName();
      await community.db.sequelize.query(`UPDATE ${history} SET "hash" = 'x' || substr("hash", 2) WHERE "instanceId" = '${id}'`);
      expect(await fault()).toBe('otherHistory');
    });
  });
});
