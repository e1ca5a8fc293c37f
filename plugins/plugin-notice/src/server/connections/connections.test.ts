import { localDateOf, verifyDatabase } from '@wuxin/plugin-bpmn';
import type { ObjectionView } from '../../common/api';
import { DAY_MS, NOON, Wall } from '../__fixtures__';
import { tables, type NoticeRecord } from '../store';

describe('notices, objections and opinions', () => {
  let wall: Wall;
  beforeAll(async () => {
    wall = await Wall.open();
  });
  beforeEach(() => {
    wall.office.now = NOON;
  });
  afterAll(() => wall?.close());

  const notice = async (id: string): Promise<NoticeRecord> =>
    (await wall.office.engine.read((tx) => tables.notices.find(tx, { id })))!;
  const objectionTo = async (noticeId: string) =>
    (await wall.office.engine.read((tx) => tables.objections.find(tx, { noticeId })))!;
  const publish = async (id: string) => {
    await wall.notices.redact(id);
    await wall.office.do('drafter', 'noticeNotices:submit', id);
    await wall.office.do('approver', 'noticeNotices:approve', id);
    await wall.office.do('poster', 'noticeNotices:publish', id);
    await wall.office.drain();
  };

  it('an objection from the wall that is upheld withdraws the notice, and what stands for it has its whole period anew', async () => {
    const { id, token, page } = await wall.published({ title: '补助名单公示' });
    const code = wall.codeIn((await wall.object(token)).text);
    const objection = await objectionTo(id);
    await wall.office.do('decider', 'noticeRaisedObjections:accept', objection.id);
    wall.office.now = NOON + 2 * DAY_MS;

    await wall.office.do('decider', 'noticeRaisedObjections:answer', objection.id, {
      decision: 'upheld',
      answer: '金额已核对，予以更正。',
    });
    await wall.office.drain();

    expect(await notice(id)).toMatchObject({ status: 'withdrawn', outcome: 'upheld' });
    expect((await wall.get(page)).status).toBe(410);
    expect((await wall.send('answers', { code })).text).toContain('金额已核对，予以更正。');
    const next = (await wall.office.engine.read((tx) => tables.notices.find(tx, { previousId: id })))!;
    expect(next.status).toBe('draft');
    await publish(next.id);
    const { startsOn, endsOn, periodDays } = await notice(next.id);
    expect([startsOn, endsOn]).toEqual(['2026-11-07', localDateOf(wall.office.now + periodDays * DAY_MS)]);
    expect(await wall.text(page)).toContain((await wall.ofNotice(next.id)).token);
  });

  it('an objection asks for the steps of the process that asked for the notice, by the titles in its drawing', async () => {
    const { id, token } = await wall.published();
    const affectedSteps = ['legal = 法律顾问审查', 'vote'];
    await wall.office.engine.write((tx) => tables.notices.update(tx, { id }, { affectedSteps }));
    await wall.object(token);
    const objection = await objectionTo(id);
    await wall.office.do('decider', 'noticeRaisedObjections:accept', objection.id);
    const asked = { filterByTk: objection.id };

    const { steps } = (await wall.office.read<ObjectionView>('decider', 'noticeRaisedObjections:get', asked)).data;
    expect(steps).toEqual([
      { step: 'legal', title: '法律顾问审查' },
      { step: 'vote', title: null },
    ]);
    const answer = { decision: 'upheld', answer: '审查人应当回避。', affectedStep: 'legal' };
    await wall.office.do('decider', 'noticeRaisedObjections:answer', objection.id, answer);
    expect((await objectionTo(id)).affectedStep).toBe('legal');
  });

  it('a period does not end while an objection is open, though nobody can object any more', async () => {
    const { id, token, page } = await wall.published();
    wall.office.now = NOON + 7 * DAY_MS;
    await wall.object(token);
    const objection = await objectionTo(id);
    await wall.office.do('decider', 'noticeRaisedObjections:accept', objection.id);

    wall.office.now = NOON + 8 * DAY_MS;
    await wall.office.drain();
    expect((await notice(id)).status).toBe('running');
    const text = await wall.text(page);
    expect([text.includes('<form class="screen"'), text.includes('提出异议的时间已于')]).toEqual([false, true]);

    await wall.office.do('decider', 'noticeRaisedObjections:answer', objection.id, {
      decision: 'rejected',
      answer: '已核对，名单无误。',
    });
    await wall.office.drain();
    expect((await notice(id)).status).toBe('running');
    wall.office.now = NOON + 40 * DAY_MS;
    await wall.office.drain();
    expect(await notice(id)).toMatchObject({ status: 'ended', outcome: 'rejected' });
  });

  it('an announcement takes opinions on its page while they are collected', async () => {
    const { id, token, page } = await wall.published({ kindKey: 'announcement', title: '居民公约征求意见' });
    const today = localDateOf(NOON);
    const collection = { noticeId: id, title: '居民公约', opensOn: today, closesOn: localDateOf(NOON + 3 * DAY_MS) };
    await wall.office.do('decider', 'noticeCollections:create', undefined, collection);
    await wall.office.drain();
    expect(await wall.text(page)).toContain('发表意见');

    const { status, text } = await wall.object(token, { text: '建议增加楼道照明的条款。' });
    expect([status, await wall.office.engine.read((tx) => tables.opinions.count(tx, {}))]).toEqual([200, 1]);
    expect((await wall.send('answers', { code: wall.codeIn(text) })).text).toContain('征集结束后答复');

    wall.office.now = NOON + 4 * DAY_MS;
    await wall.office.drain();
    expect(await wall.text(page)).not.toContain('<form class="screen"');
    expect((await wall.object(token)).status).toBe(409);
  });

  it('an announcement that is put right goes on asking, for all its days again, and keeps what was said', async () => {
    const staff = [
      { userId: wall.office.id('drafter'), post: 'drafter' },
      { userId: wall.office.id('approver'), post: 'approver' },
      { userId: wall.office.id('poster'), post: 'poster' },
      { userId: wall.office.id('decider'), post: 'decider' },
    ];
    const body = { title: '公约征求意见', text: '请提意见。', placeId: 'east', days: 5, staff };
    const begun = await wall.office.do<{ id: string; noticeId: string }>('drafter', 'noticeCollections:begin', undefined, body);
    await publish(begun.noticeId);
    const first = await wall.ofNotice(begun.noticeId);
    await wall.object(first.token);

    wall.office.now = NOON + 2 * DAY_MS;
    const { nextId } = await wall.office.do<{ nextId: string }>('approver', 'noticeNotices:correct', begun.noticeId, {
      reason: '错字',
    });
    expect((await wall.object(first.token)).status).not.toBe(200);
    await publish(nextId);

    const { token, page } = await wall.ofNotice(nextId);
    expect(await wall.text(page)).toContain('提意见');
    await wall.object(token);
    const collection = async () => (await wall.office.engine.read((tx) => tables.collections.find(tx, { id: begun.id })))!;
    expect(await collection()).toMatchObject({ noticeId: nextId, status: 'open', opensOn: '2026-11-05', closesOn: '2026-11-12' });
    expect(await wall.office.engine.read((tx) => tables.opinions.count(tx, { collectionId: begun.id }))).toBe(2);

    wall.office.now = NOON + 6 * DAY_MS;
    await wall.office.drain();
    expect((await collection()).status).toBe('open');
    wall.office.now = NOON + 8 * DAY_MS;
    await wall.office.drain();
    expect((await collection()).status).toBe('sorting');
    expect((await verifyDatabase(wall.office.engine)).firstBroken).toBeNull();
  });

  it('whatever they did for each other, their journals are chains', async () => {
    expect((await verifyDatabase(wall.office.engine)).firstBroken).toBeNull();
  });
});
