import type { ObjectionList, ObjectionListQuery, ObjectorView, ScanView } from '../../common/api';
import { NOON, Petition, type Person } from '../__fixtures__';
import { journal } from '../journal';

const TEXT = '我是周桂兰，电话13912345678，名单里少了我家。';
const TELLS = /周桂兰|13912345678|三号楼/;

describe('who objected', () => {
  let petition: Petition;
  let id: string;
  let noticeId: string;
  beforeAll(async () => {
    petition = await Petition.open();
    noticeId = (await petition.notice()).id;
    const scan = { name: '异议书.pdf', content: Buffer.from('%PDF-1').toString('base64') };
    const given = { text: TEXT, note: '住三号楼', scan, againstUserId: petition.office.id('poster') };
    id = (await petition.receive(noticeId, given)).id;
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
  });

  const list = (by: Person, query: ObjectionListQuery = {}) =>
    petition.office.do<ObjectionList>(by, 'noticeRaisedObjections:list', undefined, query);

  it.each(['drafter', 'approver', 'poster', 'supervisor', 'superior', 'root'] as const)(
    'is not told to %s, who reads that there is an objection, and what it says without what tells of whom',
    async (by) => {
      const { data } = await petition.office.read<object>(by, 'noticeRaisedObjections:get', { filterByTk: id });

      expect(data).toMatchObject({ id, isMasked: true, hasObjector: true });
      expect(data).toMatchObject({ text: expect.stringContaining('名单里少了我家') });
      expect(JSON.stringify(data)).not.toMatch(TELLS);
    },
  );

  it('is told to nobody in a list', async () => {
    for (const by of ['decider', 'poster', 'supervisor', 'root'] as const) {
      const { rows } = await list(by, { noticeId });
      expect(rows).toMatchObject([{ id, notice: { id: noticeId, title: '低保对象名单公示' }, place: { name: '东村社区' } }]);
      expect(JSON.stringify(rows)).not.toMatch(/周桂兰|13912345678|少了我家/);
    }
  });

  it('is nothing for people who have no part in the notice', async () => {
    const { errors } = await petition.office.read('outsider', 'noticeRaisedObjections:get', { filterByTk: id });

    expect(errors).toMatchObject([{ code: 'objection.notFound' }]);
    expect((await list('outsider')).total).toBe(0);
    expect((await list('receiver')).total).toBe(0);
  });

  it('says to whom it is against that they are the one', async () => {
    expect(await petition.view('poster', id)).toMatchObject({ isAgainstReader: true, may: [], against: { name: '周红' } });
    expect(await petition.view('supervisor', id)).toMatchObject({ isAgainstReader: false, may: [] });
  });

  it('is looked up by whoever decides, who reads the whole text; the journal counts the looks and keeps nothing of what was seen', async () => {
    const { revision, may, text } = await petition.view('decider', id);
    expect([text, may]).toEqual([TEXT, ['reveal', 'accept', 'refuse', 'setAgainst']]);

    const seen = await petition.office.do<ObjectorView>('decider', 'noticeRaisedObjections:reveal', id);
    const scan = await petition.office.do<ScanView>('decider', 'noticeRaisedObjections:scan', id);

    expect(seen).toMatchObject({ name: '周桂兰', contact: '13912345678', note: '住三号楼', scan: { type: 'application/pdf' } });
    expect(Buffer.from(scan.content, 'base64').toString()).toBe('%PDF-1');
    const after = await petition.view('supervisor', id);
    expect(after).toMatchObject({ revision: revision + 2, readBy: [{ name: '李强', count: 2 }] });
    expect(after.journal.map(({ text: line, by }) => [line, by?.name])).toContainEqual(['查看了异议人信息', '李强']);
    expect(JSON.stringify(await petition.read((tx) => journal.rowsOf(tx, id)))).not.toMatch(TELLS);
  });

  it('is on lists that are asked for by state, place, number and page', async () => {
    const { number } = await petition.receive(noticeId);

    expect((await list('decider', { status: ['closed'] })).total).toBe(0);
    expect((await list('decider', { placeId: 'west' })).total).toBe(0);
    expect((await list('decider', { placeId: 'town' })).total).toBe(2);
    expect((await list('decider', { search: number })).rows).toMatchObject([{ number }]);
    const second = await list('decider', { noticeId, page: 2, pageSize: 1 });
    expect([second.total, second.rows.length]).toEqual([2, 1]);
  });
});
