import { verifyDatabase } from '@wuxin/plugin-bpmn';
import type { ClosedCollection, CollectionView, OpinionAcknowledgement, OpinionGiver, OpinionList } from '../../common/api';
import { at, DAY_MS, NOON, Notices, Petition, TEXT, type Person } from '../__fixtures__';
import { journal } from '../journal';
import { tables } from '../store';
import { opinionByCode, receiveOpinionFromWall, type WallOpinion } from './index';

const ANNOUNCEMENT = { kindKey: 'announcement', form: 'announcement', takesObjections: false } as const;
const DAYS = { opensOn: '2026-11-05', closesOn: '2026-11-11' };

describe('a collection of opinions', () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await Petition.open();
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
  });

  const create = async (days = DAYS) => {
    const notice = await petition.notice(ANNOUNCEMENT);
    const body = { noticeId: notice.id, title: '公约征求意见', ...days };
    const { id } = await petition.office.do<{ id: string }>('drafter', 'noticeCollections:create', undefined, body);
    await petition.at(petition.office.now);
    return { id, notice };
  };
  const send = async (by: Person, action: string, id: string | undefined, data: object = {}): Promise<string> =>
    (await petition.office.send(by, action, id, data)).errors[0]?.code ?? 'done';
  const view = async (id: string, by: Person = 'decider') =>
    (await petition.office.read<CollectionView>(by, 'noticeCollections:get', { filterByTk: id })).data;
  const receive = (collectionId: string, given: object = {}) =>
    petition.office.do<OpinionAcknowledgement>('receiver', 'noticeOpinions:receive', undefined, {
      collectionId,
      channel: 'window',
      receivedOn: '2026-11-05',
      text: TEXT,
      name: '周桂兰',
      contact: '13912345678',
      ...given,
    });
  const wall = (wallToken: string | null, given: Partial<WallOpinion> = {}) =>
    petition.write((tx) => receiveOpinionFromWall(tx, { wallToken: wallToken ?? '', text: TEXT, ...given }));
  const decide = (id: string, status: string, reason = '合理，已写入。', by: Person = 'decider') =>
    send(by, 'noticeOpinions:decide', id, { status, reason });
  const sorting = async () => {
    const collection = await create();
    const opinions = [await receive(collection.id), await receive(collection.id), await receive(collection.id)];
    await petition.at(at('2026-11-12T00:00:00'));
    return { ...collection, opinions };
  };

  it('opens on its day and is sorted once its last day is over', async () => {
    const { id } = await create({ opensOn: '2026-11-06', closesOn: '2026-11-11' });
    expect((await view(id)).status).toBe('draft');

    await petition.at(at('2026-11-06T00:00:00'));
    expect((await view(id)).status).toBe('open');
    await petition.at(at('2026-11-12T00:00:00') - 1);
    expect((await view(id)).status).toBe('open');
    await petition.at(at('2026-11-12T00:00:00'));

    expect(await view(id)).toMatchObject({ status: 'sorting', number: expect.stringMatching(/^Z2026-\d{4}$/) });
    expect(await petition.kinds(id)).toEqual(['created', 'opened', 'ended']);
  });

  it.each([
    ['ends before it begins', { opensOn: '2026-11-06', closesOn: '2026-11-05' }, 'opinion.days'],
    ['is over', { opensOn: '2026-11-01', closesOn: '2026-11-04' }, 'opinion.days'],
    ['lasts longer than a year', { opensOn: '2026-11-06', closesOn: '2027-12-31' }, 'opinion.days'],
    ['has no title', { title: ' ' }, 'opinion.title'],
  ])('is refused when it %s', async (_, changes, code) => {
    const { id: noticeId } = await petition.notice(ANNOUNCEMENT);

    expect(
      await send('drafter', 'noticeCollections:create', undefined, { noticeId, title: '征求意见', ...DAYS, ...changes }),
    ).toBe(code);
  });

  it.each([
    ['decider', 'done'],
    ['poster', 'opinion.notForYou'],
    ['root', 'opinion.notForYou'],
    ['outsider', 'objection.noticeNotFound'],
  ] as const)('is asked for by whoever drafts or decides: %s: %s', async (by, code) => {
    const { id: noticeId } = await petition.notice(ANNOUNCEMENT);

    expect(await send(by, 'noticeCollections:create', undefined, { noticeId, title: '征求意见', ...DAYS })).toBe(code);
  });

  it('takes opinions from the wall and at the window, each with its number and a code that tells what became of it', async () => {
    const { id, notice } = await create();

    const first = await wall(notice.wallToken, { name: '张三' });
    const second = await receive(id);

    expect([first.number, second.number]).toEqual(['1', '2']);
    expect(await petition.read((tx) => opinionByCode(tx, first.code))).toEqual({
      number: 1,
      collectionTitle: '公约征求意见',
      receivedOn: '2026-11-05',
      status: 'received',
      reason: null,
    });
    await expect(petition.read((tx) => opinionByCode(tx, '7777'))).rejects.toMatchObject({ code: 'opinion.codeUnknown' });
    expect((await view(id)).counts).toMatchObject({ total: 2, received: 2 });
  });

  it.each([
    ['2026-11-11T23:59:59.999', 'taken'],
    ['2026-11-12T00:00:00', 'opinion.late'],
  ])('takes them from the wall until the end of its last day: %s: %s', async (time, expected) => {
    const { notice } = await create();
    petition.office.now = at(time);

    const came = await wall(notice.wallToken).then(
      () => 'taken',
      ({ code }: { code: string }) => code,
    );

    expect(came).toBe(expected);
  });

  it('takes paper of its last day while it is sorted, and none of the day after', async () => {
    const { id } = await sorting();
    const paper = (receivedOn: string) => send('receiver', 'noticeOpinions:receive', undefined, { collectionId: id, channel: 'paper', receivedOn, text: TEXT, lateReason: '次日补录' }); // prettier-ignore

    expect([await paper('2026-11-11'), await paper('2026-11-12'), await paper('2026-11-04')]).toEqual([
      'done',
      'opinion.late',
      'objection.receivedOn',
    ]);
  });

  it('asks why paper is entered while it is sorted, keeps that with the opinion and in the journal, and forgets it with who gave it', async () => {
    const { id } = await sorting();
    const paper = (given: object) => send('receiver', 'noticeOpinions:receive', undefined, { collectionId: id, channel: 'paper', receivedOn: '2026-11-11', text: TEXT, name: '周桂兰', ...given }); // prettier-ignore

    expect(await paper({})).toBe('objection.lateReasonMissing');
    expect(await paper({ lateReason: '周桂兰昨晚才交到窗口' })).toBe('done');

    const reasonsFor = async (by: Person) => (await petition.office.do<OpinionList>(by, 'noticeOpinions:list', id)).rows.map(({ lateReason }) => lateReason); // prettier-ignore
    expect(await reasonsFor('decider')).toEqual([null, null, null, '周桂兰昨晚才交到窗口']);
    expect(JSON.stringify(await reasonsFor('poster'))).not.toContain('周桂兰');
    expect((await petition.kinds(id)).slice(-2)).toEqual(['received', 'enteredLate']);
    await send('decider', 'noticeCollections:cancel', id, { reason: '文本要重拟。' });
    await petition.at(petition.office.now + 180 * DAY_MS);
    expect(await reasonsFor('decider')).toEqual([null, null, null, null]);
  });

  it('is not found under an address that was guessed or taken down', async () => {
    const { notice } = await create();
    await petition.write((tx) => tables.notices.update(tx, { id: notice.id }, { status: 'withdrawn' }));

    for (const token of ['guessed', notice.wallToken])
      await expect(wall(token)).rejects.toMatchObject({ code: 'opinion.collectionNotFound', status: 404 });
  });

  it('answers a program that fills in the hidden field like anybody, and keeps nothing of it', async () => {
    const { id, notice } = await create();

    expect(await wall(notice.wallToken, { honeypot: 'x' })).toMatchObject({ number: '1', code: expect.any(String) });
    expect(await view(id)).toMatchObject({ counts: { total: 0 }, revision: 2 });
  });

  it('decides on each with a reason, and is closed when all are decided, with a feedback that names nobody', async () => {
    const { id, opinions } = await sorting();
    const [one, two, three] = opinions.map(({ id: opinionId }) => opinionId);

    expect(await decide(one!, 'adopted', ' ')).toBe('objection.reasonMissing');
    expect(await decide(one!, 'adopted')).toBe('done');
    expect(await decide(two!, 'partly', '只改第二条。')).toBe('done');
    expect(await send('decider', 'noticeCollections:close', id)).toBe('opinion.undecided');
    expect(await decide(three!, 'declined', '与法律不符。')).toBe('done');
    const { feedback } = await petition.office.do<{ feedback: string }>('decider', 'noticeCollections:close', id);

    expect(feedback.split('\n')).toEqual([
      '“公约征求意见”共收到意见 3 条：采纳 1 条，部分采纳 1 条，不采纳 1 条。',
      '意见 1：采纳。合理，已写入。',
      '意见 2：部分采纳。只改第二条。',
      '意见 3：不采纳。与法律不符。',
    ]);
    expect(await view(id)).toMatchObject({ status: 'closed', feedback, counts: { total: 3, received: 0, adopted: 1 } });
    expect(await petition.read((tx) => opinionByCode(tx, opinions[1]!.code))).toMatchObject({
      status: 'partly',
      reason: '只改第二条。',
    });
    expect(await decide(one!, 'declined')).toBe('opinion.notNow');
  });

  it('has the announcement of its feedback drafted when it is closed, which goes out once it is checked and approved', async () => {
    const { id, opinions } = await sorting();
    for (const { id: opinionId } of opinions) await decide(opinionId, 'adopted', '请王秀英（13912345678）来办理。');

    const closed = await petition.office.do<ClosedCollection>('decider', 'noticeCollections:close', id);

    const noticeId = closed.feedbackNoticeId;
    expect(await view(id)).toMatchObject({ feedbackNoticeId: noticeId });
    expect((await petition.kinds(id)).slice(-2)).toEqual(['closed', 'feedbackDrafted']);
    const notices = new Notices(petition.office);
    const desk = await notices.desk(noticeId);
    expect(desk).toMatchObject({
      status: 'draft',
      kindKey: 'announcement',
      takesObjections: false,
      title: '“公约征求意见”意见反馈',
    });
    expect(desk.body.map((block) => 'text' in block && block.text)).toEqual(closed.feedback.split('\n'));
    expect(await send('drafter', 'noticeNotices:submit', noticeId)).toBe('notice.notChecked');
    await notices.redact(noticeId);
    expect(JSON.stringify((await notices.desk(noticeId)).body)).not.toContain('13912345678');
    expect(await send('drafter', 'noticeNotices:submit', noticeId)).toBe('done');
    expect(await send('decider', 'noticeNotices:approve', noticeId)).toBe('notice.notForYou');
    expect(await send('approver', 'noticeNotices:approve', noticeId)).toBe('done');
    expect(await send('poster', 'noticeNotices:publish', noticeId)).toBe('done');
    expect(await notices.desk(noticeId)).toMatchObject({ status: 'running' });
  });

  it('has nothing of its feedback drafted when it is cancelled', async () => {
    const { id } = await sorting();

    await send('decider', 'noticeCollections:cancel', id, { reason: '文本要重拟。' });

    expect((await view(id)).feedbackNoticeId).toBeNull();
  });

  it('to which nobody said anything says so', async () => {
    const { id } = await create();
    await petition.at(at('2026-11-12T00:00:00'));

    const { feedback } = await petition.office.do<{ feedback: string }>('decider', 'noticeCollections:close', id);

    expect(feedback).toBe('“公约征求意见”征集期内没有收到意见。');
  });

  it('is not closed while it is open, and is cancelled with a reason', async () => {
    const { id } = await create();

    expect(await send('decider', 'noticeCollections:close', id)).toBe('opinion.notNow');
    expect(await send('drafter', 'noticeCollections:cancel', id, { reason: '' })).toBe('objection.reasonMissing');
    expect(await send('drafter', 'noticeCollections:cancel', id, { reason: '文本要重拟。' })).toBe('done');
    expect(await view(id)).toMatchObject({ status: 'cancelled', may: [] });
  });

  it('takes its announcement off the wall when it is cancelled, and says there why', async () => {
    const { id, notice } = await create();

    await send('drafter', 'noticeCollections:cancel', id, { reason: '文本要重拟。' });

    const kept = await petition.read((tx) => tables.notices.find(tx, { id: notice.id }));
    expect(kept?.status).toBe('withdrawn');
    const rows = await petition.read((tx) => journal.rowsOf(tx, notice.id));
    expect(rows.at(-1)).toMatchObject({ kind: 'takenDown', data: { reason: '文本要重拟。' } });
  });

  it('leaves an announcement that is over already as it is', async () => {
    const { id, notice } = await sorting();
    await petition.write((tx) => tables.notices.update(tx, { id: notice.id }, { status: 'ended' }));

    await send('decider', 'noticeCollections:cancel', id, { reason: '文本要重拟。' });

    const kept = await petition.read((tx) => tables.notices.find(tx, { id: notice.id }));
    expect(kept?.status).toBe('ended');
  });

  it.each(['poster', 'supervisor', 'root'] as const)('is not sorted by %s, who does not read who said what', async (by) => {
    const { id, opinions } = await sorting();
    const opinionId = opinions[0]!.id;

    expect(await decide(opinionId, 'adopted', '好', by)).toBe('opinion.notForYou');
    expect(await send(by, 'noticeCollections:close', id)).toBe('opinion.notForYou');
    expect(await send(by, 'noticeOpinions:reveal', opinionId)).toBe('opinion.notForYou');
    const list = await petition.office.do<OpinionList>(by, 'noticeOpinions:list', id);
    expect([list.total, JSON.stringify(list).includes('周桂兰')]).toEqual([3, false]);
  });

  it('is nothing for people who have no part in it', async () => {
    const { id, opinions } = await sorting();

    expect(await decide(opinions[0]!.id, 'adopted', '好', 'outsider')).toBe('opinion.collectionNotFound');
    expect(await decide('nothing', 'adopted')).toBe('opinion.notFound');
    expect(await send('outsider', 'noticeOpinions:list', id)).toBe('opinion.collectionNotFound');
    expect((await petition.office.do<{ total: number }>('outsider', 'noticeCollections:list', undefined)).total).toBe(0);
  });

  it('tells who said something to whoever decides, keeps in its journal that they looked, and forgets it later', async () => {
    const { id, opinions } = await sorting();
    const opinionId = opinions[0]!.id;

    expect(await petition.office.do<OpinionGiver>('decider', 'noticeOpinions:reveal', opinionId)).toEqual({
      name: '周桂兰',
      contact: '13912345678',
    });
    expect((await petition.kinds(id)).at(-1)).toBe('revealed');
    expect(JSON.stringify(await petition.read((tx) => journal.rowsOf(tx, id)))).not.toMatch(/周桂兰|13912345678/);
    await send('decider', 'noticeCollections:cancel', id, { reason: '文本要重拟。' });
    await petition.at(petition.office.now + 180 * DAY_MS);

    expect(await petition.office.do('decider', 'noticeOpinions:reveal', opinionId)).toEqual({ name: null, contact: null });
  });

  it('is on lists that are asked for by state and words, with its counts', async () => {
    const { id } = await sorting();
    const { number } = await view(id);
    const list = (query: object) => petition.office.do<{ rows: object[] }>('decider', 'noticeCollections:list', undefined, query);

    expect((await list({ search: number, status: ['sorting'] })).rows).toMatchObject([{ id, counts: { total: 3 } }]);
    expect((await list({ search: number, status: ['open'] })).rows).toEqual([]);
  });

  it('that is closed has decided on every opinion, and its journal is whole', async () => {
    const broken = async () =>
      (await verifyDatabase(petition.office.engine)).invariants.flatMap(({ name, first }) =>
        first && /^notice\.(objection|opinion)/.test(name) ? [name] : [],
      );
    expect(await broken()).toEqual([]);

    const { id } = await sorting();
    await petition.write((tx) => tables.collections.update(tx, { id }, { status: 'closed' }));

    expect(await broken()).toEqual(['notice.opinionsSorted']);
  });
});
