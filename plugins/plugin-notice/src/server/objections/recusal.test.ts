import { textOfDocx } from '@wuxin/test';
import { NOON, Petition, TEXT as SAID, type Person } from '../__fixtures__';
import { tables } from '../store';

const TEXT = `我是周桂兰，电话13912345678。${SAID}`;
/** Of whoever objects: name, telephone, what the clerk noted, the scan and why it is late. */
const TELLS = /周桂兰|13912345678|三号楼|scan-of-paper/;
/** NocoBase's own, on tables that hold what tells, and through tables of NocoBase that lead to people. */
const TABLES = ['noticeRaisedObjections', 'noticeFiles', 'noticeFileBytes', 'noticeJournal', 'noticeOpinions', 'noticeStaff'];
const GENERIC = [
  'list',
  'get',
  'query',
  'export',
  'exportXlsx',
  'count',
  'aggregate',
  'firstOrCreate',
  'update',
  'move',
  'destroy',
];
const OWN = new Set(['noticeRaisedObjections:list', 'noticeRaisedObjections:get', 'noticeOpinions:list']);

/** By the rule of recusal, whoever an objection is against, or who wrote or approved what it is against, neither learns who objects nor decides. */
describe('whoever is objected against', () => {
  let petition: Petition;
  let id: string;
  let noticeId: string;
  let scanId: string;
  beforeAll(async () => {
    petition = await Petition.open();
    const { office } = petition;
    await office.db.getRepository('roles').update({
      filterByTk: 'member',
      values: { strategy: { actions: ['create', 'view', 'update', 'destroy', 'export', 'exportXlsx', 'importXlsx'] }, snippets: ['ui.*', 'pm', 'pm.*'] }, // prettier-ignore
    });
    noticeId = (await petition.notice({ createdById: office.id('drafter'), approvedById: office.id('approver') })).id;
    const scan = { name: 'scan-of-paper.pdf', content: Buffer.from('%PDF-1 周桂兰').toString('base64') };
    id = (await petition.receive(noticeId, { text: TEXT, note: '住三号楼', scan, againstUserId: office.id('poster') })).id;
    scanId = (await petition.read((tx) => tables.files.find(tx, { ownerId: id })))!.id;
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
  });

  const post = (by: Person, action: string, on: string | undefined, data: object = {}) =>
    petition.office.send(by, action, on, data);
  const AGAINST = ['poster', 'drafter', 'approver'] as const;

  it.each(AGAINST)('reads nothing of who objects in any answer of ours: %s', async (by) => {
    const answers = await Promise.all([
      petition.office.read(by, 'noticeRaisedObjections:get', { filterByTk: id }),
      post(by, 'noticeRaisedObjections:list', undefined),
      post(by, 'noticeRaisedObjections:list', undefined, { noticeId, isOverdue: false }),
      post(by, 'noticeRaisedObjections:notices', undefined, { search: '' }),
      petition.office.read(by, 'noticeNotices:desk', { filterByTk: noticeId }),
      post(by, 'noticeNotices:list', undefined),
      petition.office.read(by, 'noticeNotices:check', { filterByTk: noticeId }),
    ]);

    expect(answers[0]).toMatchObject({ status: 200, data: { isAgainstReader: true, isMasked: true, may: [], involved: [] } });
    expect(JSON.stringify(answers)).not.toMatch(TELLS);
  });

  it.each(AGAINST)('does not find it by what tells who objects: %s', async (by) => {
    for (const search of ['周桂兰', '13912345678', '三号楼']) {
      const { data } = await post(by, 'noticeRaisedObjections:list', undefined, { search });
      expect(data).toMatchObject({ total: 0, rows: [] });
    }
  });

  it.each(AGAINST)('has it nowhere among what waits for them: %s', async (by) => {
    expect((await post(by, 'noticeRaisedObjections:list', undefined, { isWaiting: true })).data).toMatchObject({ total: 0 });
  });

  it.each(AGAINST)('looks up neither who objects nor the paper, also not as a file of the notice: %s', async (by) => {
    const refused = [
      await post(by, 'noticeRaisedObjections:reveal', id),
      await post(by, 'noticeRaisedObjections:scan', id),
      await petition.office.read(by, 'noticeNotices:file', { filterByTk: noticeId, fileId: scanId }),
      await petition.office.read(by, 'noticeNotices:file', { filterByTk: id, fileId: scanId }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 404, 404]);
    expect(JSON.stringify(refused)).not.toMatch(TELLS);
    expect(await petition.kinds(id)).not.toContain('revealed');
  });

  it.each(AGAINST)('finds nothing of it on the certificate and the printed sheet: %s', async (by) => {
    for (const action of ['certificate', 'sheet']) {
      const { status, content } = await petition.office.as(by).file(`/api/noticeNotices:${action}?filterByTk=${noticeId}`);
      expect(status).toBe(200);
      expect(textOfDocx(content)).not.toMatch(TELLS);
    }
  });

  it.each(AGAINST)('is told nothing of it by a message: %s', async (by) => {
    const userId = petition.office.id(by);
    expect(await petition.office.db.getRepository('notificationInAppMessages').count({ filter: { userId } })).toBe(0);
  });

  it.each(['poster', 'root'] as const)('reaches no table by an action of NocoBase, whatever the role gives: %s', async (by) => {
    for (const action of TABLES.flatMap((table) => GENERIC.map((name) => `${table}:${name}`)).filter((name) => !OWN.has(name))) {
      const read = await petition.office.read(by, action, { filterByTk: id, filter: JSON.stringify({ id }) });
      const sent = await post(by, action, id, { objectorName: '改' });

      expect([action, read.status, sent.status]).toEqual([action, 404, 404]);
      expect(JSON.stringify([read, sent])).not.toMatch(TELLS);
    }
  });

  it('answers nothing, whichever post they hold beside: the decider who approved it', async () => {
    const { id: other } = await petition.notice({ approvedById: petition.office.id('decider') });
    const objection = await petition.receive(other, { text: TEXT, note: '住三号楼' });

    const view = await petition.office.read('decider', 'noticeRaisedObjections:get', { filterByTk: objection.id });
    const acts = await Promise.all(
      ['accept', 'refuse', 'answer', 'reconsider', 'close', 'setAgainst'].map(
        (act) =>
        post('decider', `noticeRaisedObjections:${act}`, objection.id, { reason: '理由', decision: 'rejected', answer: '无误', reconsideration: 'stands', text: '无误', userId: null }), // prettier-ignore
      ),
    );

    expect(view).toMatchObject({ data: { isAgainstReader: true, may: [] } });
    expect(acts.map(({ errors }) => errors[0]?.code)).toEqual(acts.map(() => 'objection.againstYou'));
    expect(JSON.stringify([view, acts])).not.toMatch(TELLS);
  });

  it('is an administrator like anybody: named in it, they neither read nor decide', async () => {
    const objection = await petition.receive(noticeId, { text: TEXT, againstUserId: petition.office.id('root') });

    const view = await petition.office.read('root', 'noticeRaisedObjections:get', { filterByTk: objection.id });

    expect(view).toMatchObject({ data: { isAgainstReader: true, isMasked: true, may: [] } });
    expect(JSON.stringify(view)).not.toMatch(TELLS);
    expect((await post('root', 'noticeRaisedObjections:reveal', objection.id)).errors[0]?.code).toBe('objection.againstYou');
  });
});
