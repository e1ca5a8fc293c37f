import { expectRefused } from '@wuxin/test';
import { verifyDatabase } from '@wuxin/plugin-bpmn';
import type { NoticeDesk, NoticeList } from '../../common/api';
import { DAY_MS, NOON, Notices, Office, PDF } from '../__fixtures__';
import { publicNotice, wallOf } from '../publication';
import { tables } from '../store';
import { objectionsOf } from './objections';
import { noticeSettled, withdrawForCorrection } from '.';

describe('a notice', () => {
  let office: Office;
  let notices: Notices;
  const told: string[] = [];
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
    wallOf(office.db).register({
      pathOf: (wallToken) => `/n/${wallToken}`,
      changed: async (noticeId) => void told.push(noticeId),
    });
  });
  afterAll(() => office?.close());
  beforeEach(() => {
    office.now = NOON;
    told.length = 0;
    objectionsOf(office.db).register(async () => ({ total: 0, open: 0, rejected: 0, upheld: 0 }));
  });

  const act = (name: string) => `noticeNotices:${name}`;
  const refused = (by: Parameters<Office['send']>[0], name: string, id: string, data: object, [code, status]: [string, number]) =>
    expectRefused((locale) => office.send(by, act(name), id, data, locale), { code, status });
  /** Midnight after so many days, a minute later. */
  const afterDays = (days: number) => Date.parse('2026-11-05T00:01:00+08:00') + days * DAY_MS;
  const reach = async (at: number) => {
    office.now = at;
    await office.drain();
  };
  const published = (id: string) => office.engine.read((tx) => publicNotice(tx, id));

  it('goes from a draft over check, approval and the wall to the end of its period, and from the wall when it was kept long enough', async () => {
    const id = await notices.draft();
    expect((await notices.desk(id)).number).toMatch(/^2026-\d{6}$/);
    expect(await notices.desk(id)).toMatchObject({ status: 'draft', periodDays: 7, keepDays: 30, takesObjections: true });
    await notices.redact(id);
    await office.do('drafter', act('submit'), id);
    await office.do('approver', act('approve'), id);
    expect(await published(id)).toBeUndefined();
    await office.do('poster', act('publish'), id);

    expect(await notices.desk(id)).toMatchObject({
      status: 'running',
      startsOn: '2026-11-05',
      endsOn: '2026-11-12',
      keepUntilOn: '2026-12-12',
    });
    expect(await published(id)).toMatchObject({
      title: '居民公约公示',
      isOver: false,
      takesObjections: true,
      publishedOn: '2026-11-05',
    });
    await reach(Date.parse('2026-11-12T23:59:59+08:00'));
    expect((await notices.desk(id)).status).toBe('running');
    await reach(Date.parse('2026-11-13T00:00:00+08:00'));
    expect(await notices.desk(id)).toMatchObject({ status: 'ended', outcome: 'undisputed' });
    expect(await published(id)).toMatchObject({ isOver: true, takesObjections: false });
    await reach(Date.parse('2026-12-13T00:00:00+08:00'));
    expect(await published(id)).toBeUndefined();
    expect((await notices.desk(id)).journal.map(({ kind }) => kind)).toEqual([
      'created', 'checked', 'submitted', 'approved', 'published', 'periodBegan', 'ended', 'expired',
    ]); // prettier-ignore
    expect(told.filter((one) => one === id)).toHaveLength(3);
  });

  it('has a period that goes over the end of the year', async () => {
    office.now = Date.parse('2026-12-28T23:30:00+08:00');
    const id = await notices.published({ periodDays: 10 });

    expect(await notices.desk(id)).toMatchObject({ startsOn: '2026-12-28', endsOn: '2027-01-07' });
    await reach(Date.parse('2027-01-07T23:59:00+08:00'));
    expect((await notices.desk(id)).status).toBe('running');
    await reach(Date.parse('2027-01-08T00:00:00+08:00'));
    expect((await notices.desk(id)).status).toBe('ended');
  });

  it('tells what may be public and nothing else: no person, no id of ours', async () => {
    const id = await notices.published({ matter: '内部编号 7' });

    const shown = (await published(id))!;
    expect(Object.keys(shown).toSorted()).toEqual([
      'body', 'contentHash', 'correctsNumber', 'endsOn', 'files', 'form', 'isOver', 'keepUntilOn', 'kindKey', 'kindTitle', 'number', 'place',
      'publishedOn', 'startsOn', 'takesObjections', 'title', 'token',
    ]); // prettier-ignore
    expect(JSON.stringify(shown)).not.toMatch(/赵敏|王芳|周红|内部编号/);
    expect(shown.token).toMatch(/^[\w-]{22}$/);
  });

  it('is refused as a draft when what is asked makes no sense, in both languages', async () => {
    const create = (body: object) => (locale: 'zh-CN' | 'en-US') =>
      office.send(
        'drafter',
        act('create'),
        undefined,
        { kindKey: 'publicity', title: '题', body: [], staff: notices.staff(), ...body },
        locale,
      );
    const long = 'x'.repeat(5001);
    await expectRefused(create({ title: ' ' }), { code: 'notice.titleMissing', status: 400 });
    await expectRefused(create({ title: '长'.repeat(201) }), { code: 'notice.titleTooLong', status: 400 });
    await expectRefused(create({ body: [{ kind: 'paragraph', text: long }] }), { code: 'notice.bodyTooLong', status: 400 });
    await expectRefused(create({ body: [{ kind: 'table', rows: [Array(21).fill({ text: '' })] }] }), {
      code: 'notice.bodyTooLong',
      status: 400,
    });
    await expectRefused(create({ kindKey: 'gossip' }), { code: 'notice.kindUnknown', status: 400 });
    await expectRefused(create({ placeId: 'nowhere' }), { code: 'notice.placeUnknown', status: 400 });
    await expectRefused(create({ boardIds: ['none'] }), { code: 'notice.boardUnknown', status: 400 });
    await expectRefused(create({ staff: [{ userId: 999_999, post: 'poster' }] }), { code: 'notice.personUnknown', status: 400 });
    await expectRefused(create({ staff: [...notices.staff(), notices.staff()[0]] }), { code: 'notice.postTwice', status: 400 });
    await expectRefused(create({ notBefore: '2026-02-30' }), { code: 'input.invalid', status: 400 });
    await expectRefused(
      (locale) =>
        office.send('outsider', act('create'), undefined, { kindKey: 'publicity', title: '题', body: [], staff: [] }, locale),
      { code: 'notice.mayNotDraft', status: 403 },
    );
  });

  it('has a period that is longer than the parameter says, never shorter', async () => {
    const short = { kindKey: 'publicity', title: '题', body: [], staff: notices.staff(), periodDays: 6 };
    await expectRefused((locale) => office.send('drafter', act('create'), undefined, short, locale), {
      code: 'notice.periodTooShort',
      status: 400,
    });
    const { errors } = await office.send('drafter', act('create'), undefined, short);
    expect(errors[0]!.message).toContain('notice.publicity_days');

    expect((await notices.desk(await notices.draft({ periodDays: 15 }))).periodDays).toBe(15);
  });

  it('keeps to the parameter of the day on which it is submitted', async () => {
    const id = await notices.draft();
    await notices.redact(id);
    const higher = { value: 9, reason: '县里规定' };
    await office.do('root', 'bpmnParameters:set', 'notice.publicity_days', higher);

    await refused('drafter', 'submit', id, {}, ['notice.periodTooShort', 400]);
    await office.do('root', 'bpmnParameters:set', 'notice.publicity_days', { ...higher, value: 7 });
  });

  it('goes on only once a person has checked exactly what is there', async () => {
    const id = await notices.draft();
    await refused('drafter', 'submit', id, {}, ['notice.notChecked', 409]);
    await notices.redact(id);
    await office.do('drafter', act('update'), id, { title: '改了一个字' });
    expect((await notices.desk(id)).check?.isCurrent).toBe(false);
    await refused('drafter', 'submit', id, {}, ['notice.checkVoid', 409]);

    await notices.redact(id);
    await notices.addFile(id, '附件.pdf', PDF);
    await refused('drafter', 'submit', id, {}, ['notice.checkVoid', 409]);
    await notices.redact(id);
    await office.do('drafter', act('submit'), id);
    expect((await notices.desk(id)).status).toBe('submitted');
  });

  it('cannot be submitted without a text or with a vacant post', async () => {
    const empty = await notices.draft({ body: [{ kind: 'paragraph', text: ' ' }] });
    await notices.redact(empty);
    await refused('drafter', 'submit', empty, {}, ['notice.bodyMissing', 409]);
    const vacant = await notices.draft({ staff: [{ userId: office.id('drafter'), post: 'approver' }] });
    await notices.redact(vacant);
    await refused('drafter', 'submit', vacant, {}, ['notice.postVacant', 409]);
  });

  it('is approved by somebody else than who drafted or checked it, or goes back with a reason', async () => {
    const both = [...notices.staff(), { userId: office.id('drafter'), post: 'approver' as const }];
    const id = await notices.submitted({ staff: both });

    await refused('drafter', 'approve', id, {}, ['notice.ownText', 403]);
    await refused('poster', 'approve', id, {}, ['notice.notForYou', 403]);
    await refused('root', 'approve', id, {}, ['notice.notForYou', 403]);
    await refused('outsider', 'approve', id, {}, ['notice.notFound', 404]);
    await refused('approver', 'return', id, { reason: ' ' }, ['notice.reasonMissing', 400]);
    await office.do('approver', act('return'), id, { reason: '日期写错' });
    expect(await notices.desk(id)).toMatchObject({ status: 'draft', submittedAt: null });
    await office.do('drafter', act('submit'), id);
    await office.do('approver', act('approve'), id);
    expect((await notices.desk(id)).approvedBy?.name).toBe('王芳');
  });

  it('is not approved by somebody who wrote it and has another post by now', async () => {
    const second = { userId: office.id('decider'), post: 'drafter' as const };
    const id = await notices.draft({ staff: [...notices.staff(), second] });
    await office.do('decider', act('update'), id, { title: '由第二人修改' });
    await office.do('drafter', act('setStaff'), id, {
      staff: [...notices.staff(), { userId: office.id('decider'), post: 'approver' }],
      reason: '换岗',
    });
    await notices.redact(id);
    await office.do('drafter', act('submit'), id);
    await refused('decider', 'approve', id, {}, ['notice.ownText', 403]);
  });

  it('is not saved over what somebody else saved since', async () => {
    const id = await notices.draft();
    const { revision } = await notices.desk(id);
    await office.do('drafter', act('update'), id, { revision, title: '第一次' });
    await refused('drafter', 'update', id, { revision, title: '第二次' }, ['notice.changedMeanwhile', 409]);
    expect((await notices.desk(id)).title).toBe('第一次');
  });

  it('is given people and places to choose from, for whoever may draft', async () => {
    const { data: people } = await office.read<{ name: string }[]>('drafter', act('people'), { search: '王' });
    expect(people.map(({ name }) => name)).toEqual(['王芳']);
    expect((await office.read('drafter', act('places'), { search: '东村' })).data).toEqual([{ id: 'east', name: '东村社区' }]);
    expect((await office.read('outsider', act('people'))).status).toBe(403);
    expect((await office.read('outsider', act('places'))).status).toBe(403);
  });

  it('is published by its poster, and not before the day that was set', async () => {
    const id = await notices.approved({ notBefore: '2026-11-06' });

    await refused('poster', 'publish', id, {}, ['notice.tooEarly', 409]);
    await refused('drafter', 'publish', id, {}, ['notice.notForYou', 403]);
    office.now = NOON + DAY_MS;
    await office.do('poster', act('publish'), id);
    await refused('poster', 'publish', id, {}, ['notice.notNow', 409]);
    await refused('drafter', 'update', id, { title: '晚了' }, ['notice.notNow', 409]);
  });

  it('that is not published yet is cancelled with a reason', async () => {
    const id = await notices.approved();
    await office.do('drafter', act('cancel'), id, { reason: '不再需要' });
    expect((await notices.desk(id)).status).toBe('cancelled');
  });

  it('changes hands with a reason while it is posted', async () => {
    const id = await notices.published();
    const staff = [...notices.staff(), { userId: office.id('superior'), post: 'superior' as const }];
    await office.do('drafter', act('setStaff'), id, { staff, reason: '增加上级' });
    expect((await notices.desk(id, 'superior')).staff.map(({ post }) => post)).toContain('superior');
  });

  describe('to which people object', () => {
    it('waits at the end of its period until the last objection is closed', async () => {
      const id = await notices.published();
      objectionsOf(office.db).register(async () => ({ total: 1, open: 1, rejected: 0, upheld: 0 }));
      await reach(afterDays(20));
      expect((await notices.desk(id)).status).toBe('running');

      objectionsOf(office.db).register(async () => ({ total: 1, open: 0, rejected: 1, upheld: 0 }));
      await office.engine.write((tx) => noticeSettled(tx, id));
      expect(await notices.desk(id)).toMatchObject({ status: 'ended', outcome: 'rejected', keepUntilOn: '2026-12-25' });
    });

    it('does not end before its period when the last objection is closed earlier', async () => {
      const id = await notices.published();
      await office.engine.write((tx) => noticeSettled(tx, id));
      expect((await notices.desk(id)).status).toBe('running');
    });

    it('is taken down when one is upheld, and a new draft has its whole period anew', async () => {
      const id = await notices.draft({ periodDays: 12 });
      await notices.addFile(id, '附件.pdf', PDF);
      await notices.redact(id);
      await office.do('drafter', act('submit'), id);
      await office.do('approver', act('approve'), id);
      await office.do('poster', act('publish'), id);
      office.now = NOON + 3 * DAY_MS;
      const upheld = { noticeId: id, reason: '金额有误', affectedStep: null };
      const { nextId } = await office.engine.write((tx) => withdrawForCorrection(tx, 'system', upheld));

      expect(await notices.desk(id)).toMatchObject({
        status: 'withdrawn',
        outcome: 'upheld',
        wallPath: null,
        next: { id: nextId },
      });
      expect(await published(id)).toBeUndefined();
      const next = await notices.desk(nextId!);
      expect(next).toMatchObject({
        status: 'draft',
        periodDays: 12,
        previous: { id },
        check: null,
        files: [{ name: '附件.pdf' }],
      });
      await notices.redact(nextId!);
      await office.do('drafter', act('submit'), nextId!);
      await office.do('approver', act('approve'), nextId!);
      await office.do('poster', act('publish'), nextId!);
      expect(await notices.desk(nextId!)).toMatchObject({ startsOn: '2026-11-08', endsOn: '2026-11-20' });
      expect((await published(nextId!))!.correctsNumber).toBe(next.previous!.number);
      await expect(office.engine.write((tx) => withdrawForCorrection(tx, 'system', upheld))).rejects.toThrow('notice.notNow');
    });
  });

  it('is taken down when it was posted by mistake, and its approver can have it corrected', async () => {
    const mistaken = await notices.published();
    await refused('drafter', 'takeDown', mistaken, { reason: '贴错了' }, ['notice.notForYou', 403]);
    await office.do('poster', act('takeDown'), mistaken, { reason: '贴错了' });
    expect(await notices.desk(mistaken)).toMatchObject({ status: 'withdrawn', next: null });
    expect(await published(mistaken)).toBeUndefined();
    const over = await notices.published();
    await reach(afterDays(8));
    await office.do('poster', act('takeDown'), over, { reason: '贴错了' });
    expect((await notices.desk(over)).status).toBe('ended');
    await refused('poster', 'takeDown', over, { reason: '再来' }, ['notice.takenDownAlready', 409]);

    const wrong = await notices.published();
    const { nextId } = await office.do<{ nextId: string }>('approver', act('correct'), wrong, { reason: '错字' });
    expect((await notices.desk(nextId)).previous?.id).toBe(wrong);
    await notices.redact(nextId);
    await office.do('drafter', act('submit'), nextId);
    await office.do('approver', act('approve'), nextId);
    const { journal } = await notices.desk(nextId);
    expect(journal.map(({ kind }) => kind)).toEqual(['redrafted', 'checked', 'submitted', 'approved']);
    expect(journal[0]?.text).toBe('更正拟稿');
  });

  it('is told at the desk as posts allow, and in the reader’s language', async () => {
    const id = await notices.submitted();
    expect((await notices.desk(id, 'approver')).may).toEqual([act('return'), act('approve')]);
    expect((await notices.desk(id, 'decider')).may).toEqual([]);
    expect((await notices.desk(id, 'approver', 'en-US')).journal.map(({ text }) => text)).toContain('Submitted');
    expect((await office.send('outsider', act('desk'), id)).status).toBe(404);
    expect(JSON.stringify(await notices.desk(id))).not.toContain('wallToken');
  });

  it('is listed for those who have a part in it, filtered and page by page', async () => {
    const id = await notices.draft({ title: '独一无二的标题', placeId: 'west', kindKey: 'announcement' });
    const list = async (by: Parameters<Office['read']>[0], query: object) =>
      (await office.read<NoticeList>(by, act('list'), query as Record<string, unknown>)).data;

    expect((await list('drafter', { search: '独一无二' })).rows).toMatchObject([
      { id, posts: ['drafter'], place: { name: '西村社区' } },
    ]);
    expect((await list('drafter', { placeId: 'west', kindKey: 'announcement', status: 'draft,submitted' })).total).toBe(1);
    expect((await list('drafter', { placeId: 'town', search: '独一无二' })).total).toBe(1);
    expect((await list('drafter', { placeId: 'east', search: '独一无二' })).total).toBe(0);
    expect((await list('outsider', { scope: 'all' })).total).toBe(0);
    const all = await list('root', { scope: 'all', pageSize: 2 });
    expect([all.rows.length, all.total > 2]).toEqual([2, true]);
    const second = await list('root', { scope: 'all', pageSize: 2, page: 2 });
    expect(second.rows.map((row) => row.id)).not.toContain(all.rows[0]!.id);
  });

  it('tells its revision, and is reached by no action of NocoBase’s own', async () => {
    const id = await notices.draft();
    expect((await office.read('drafter', act('revision'), { filterByTk: id })).data).toEqual({ revision: 1 });
    expect((await office.send('root', act('destroy'), id)).status).toBe(404);
    expect((await office.read('root', 'noticeFileBytes:list')).status).toBe(404);
  });

  it('whatever was done, what was published is what was checked, and journals are chains', async () => {
    expect((await verifyDatabase(office.engine)).firstBroken).toBeNull();
    const id = await notices.published();
    await office.engine.write((tx) => tables.notices.update(tx, { id }, { title: '有人直接改了数据库' }));
    const named = (await verifyDatabase(office.engine)).invariants.find(({ name }) => name === 'notice.published');
    expect(named?.first).toMatchObject({ rowId: id, data: { fault: 'otherContent' } });
    const { title } = (await office.read<NoticeDesk>('drafter', act('desk'), { filterByTk: id })).data;
    expect(title).toBe('有人直接改了数据库');
    await office.engine.write((tx) => tables.notices.update(tx, { id }, { title: '居民公约公示', revision: 99 }));
    const chain = (await verifyDatabase(office.engine)).invariants.find(({ name }) => name === 'notice.journal');
    expect(chain?.first).toMatchObject({ rowId: id });
  });
});
