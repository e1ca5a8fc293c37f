import { expectRefused } from '@wuxin/test';
import { DAY_MS, NOON, Notices, Office, PDF, PNG } from '../__fixtures__';
import type { BoardView } from '../../common/api';
import { tables } from '../store';

describe('boards', () => {
  let office: Office;
  let notices: Notices;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
  });
  beforeEach(async () => {
    office.now = NOON;
    await proofBy('photo');
  });
  afterAll(() => office?.close());

  const act = (name: string) => `noticeNotices:${name}`;
  const proofBy = (value: 'photo' | 'twoPeople') =>
    office.do('root', 'bpmnParameters:set', 'notice.board_proof', { value, reason: '测试' });
  const postingsOf = async (id: string) => (await notices.desk(id)).postings;
  const refused = (by: Parameters<Office['send']>[0], name: string, id: string, data: object, [code, status]: [string, number]) =>
    expectRefused((locale) => office.send(by, act(name), id, data, locale), { code, status });

  it('begin the period with the last one on which it hangs, each with its photo', async () => {
    const id = await notices.published({ boardIds: [await notices.board('村口'), await notices.board('广场')] });
    const [first, second] = await postingsOf(id);
    expect(await notices.desk(id)).toMatchObject({ status: 'posting', startsOn: null });

    office.now = NOON + 3 * DAY_MS;
    await notices.post(first!.id, '2026-11-06');
    expect((await notices.desk(id)).status).toBe('posting');
    await notices.post(second!.id, '2026-11-07');

    expect(await notices.desk(id)).toMatchObject({ status: 'running', startsOn: '2026-11-07', endsOn: '2026-11-14' });
    expect((await postingsOf(id)).map(({ isProven, postedBy }) => [isProven, postedBy?.name])).toEqual(
      Array(2).fill([true, '周红']),
    );
  });

  it('never begin it before the day on which it came on the wall', async () => {
    const id = await notices.approved({ boardIds: [await notices.board()] });
    office.now = NOON + 2 * DAY_MS;
    await office.do('poster', act('publish'), id);
    await notices.post((await postingsOf(id))[0]!.id, '2026-11-05');
    expect((await notices.desk(id)).startsOn).toBe('2026-11-07');
  });

  it('take days between the approval and today, and a photo that is one', async () => {
    const id = await notices.published({ boardIds: [await notices.board()] });
    const postingId = (await postingsOf(id))[0]!.id;

    await refused('poster', 'notePosted', postingId, { day: '2026-11-05' }, ['notice.photoMissing', 409]);
    await expectRefused(
      (locale) =>
        office
          .as('poster')
          .upload(act('addPhoto'), { params: { filterByTk: postingId }, file: { name: 'a.pdf', content: PDF }, locale }),
      { code: 'notice.photoType', status: 400 },
    );
    const photo = { name: '照片.png', content: PNG };
    const first = (await notices.upload('addPhoto', postingId, photo, 'poster')).data.id;
    const second = (await notices.upload('addPhoto', postingId, photo, 'poster')).data.id;
    const kept = await office.engine.read((tx) => tables.files.select(tx, { id: [first, second] }));
    expect(kept.map(({ id: fileId }) => fileId)).toEqual([second]);
    const { status } = await office.as('drafter').file(`/api/${act('file')}?filterByTk=${id}&fileId=${second}`);
    expect(status).toBe(200);
    await refused('poster', 'notePosted', postingId, { day: '2026-11-06' }, ['notice.dayInFuture', 400]);
    await refused('poster', 'notePosted', postingId, { day: '2026-11-04' }, ['notice.dayBeforeApproval', 400]);
    await refused('poster', 'notePosted', postingId, { day: 'gestern' }, ['input.invalid', 400]);
    await refused('poster', 'notePosted', 'none', { day: '2026-11-05' }, ['notice.postingNotFound', 404]);
    await refused('poster', 'confirmPosting', postingId, {}, ['notice.notPostedYet', 409]);
    await office.do('poster', act('notePosted'), postingId, { day: '2026-11-05' });
    await refused('poster', 'notePosted', postingId, { day: '2026-11-05' }, ['notice.postedAlready', 409]);
  });

  it('where two people prove it: who posted it does not confirm it', async () => {
    await proofBy('twoPeople');
    const id = await notices.published({ boardIds: [await notices.board()] });
    const postingId = (await postingsOf(id))[0]!.id;
    await office.do('poster', act('notePosted'), postingId, { day: '2026-11-05' });
    expect((await notices.desk(id)).status).toBe('posting');

    await refused('poster', 'confirmPosting', postingId, {}, ['notice.ownPosting', 403]);
    await refused('root', 'confirmPosting', postingId, {}, ['notice.notForYou', 403]);
    await office.do('poster2', act('confirmPosting'), postingId);
    await refused('poster2', 'confirmPosting', postingId, {}, ['notice.confirmedAlready', 409]);
    expect(await notices.desk(id)).toMatchObject({ status: 'running', startsOn: '2026-11-05' });
  });

  it('say when the paper was taken off again', async () => {
    const id = await notices.published({ boardIds: [await notices.board()] });
    const postingId = (await postingsOf(id))[0]!.id;
    await notices.post(postingId, '2026-11-05');
    await office.do('poster', act('takeDown'), id, { reason: '贴错了' });

    await refused('poster', 'noteTakenDown', postingId, { day: '2026-11-04' }, ['notice.dayBeforePosting', 400]);
    await refused('poster', 'noteTakenDown', postingId, { day: '2026-11-06' }, ['notice.dayInFuture', 400]);
    await office.do('poster', act('noteTakenDown'), postingId, { day: '2026-11-05' });
    expect((await postingsOf(id))[0]!.takenDownOn).toBe('2026-11-05');
  });

  it('with a period of working days ask for a calendar that reaches its end', async () => {
    const [row] = await office.engine.read((tx) => tables.kinds.select(tx, { key: 'announcement' }));
    const kind = { ...row!.kind, periodUnit: 'workingDays' as const };
    await office.engine.write((tx) => tables.kinds.update(tx, { key: 'announcement' }, { kind }));
    const short = await notices.published({ kindKey: 'announcement' });
    // a Thursday: seven working days are a week and two more days
    expect((await notices.desk(short)).endsOn).toBe('2026-11-16');

    office.now = Date.parse('2035-03-01T12:00:00+08:00');
    const id = await notices.approved({ kindKey: 'announcement' });
    await refused('poster', 'publish', id, {}, ['notice.calendarMissing', 409]);
    expect(await notices.desk(id)).toMatchObject({ status: 'approved', publishedAt: null, wallPath: null });
  });

  it('are kept by administrators, and by who drafts notices at their place', async () => {
    const create = (data: object) => (locale: 'zh-CN' | 'en-US') =>
      office.send('drafter', 'noticeBoards:create', undefined, data, locale);
    await expectRefused(create({ placeId: 'east', name: '新' }), { code: 'notice.mayNotKeepBoards', status: 403 });
    office.worksAt('drafter', 'town');
    const { id } = await office.do<{ id: string }>('drafter', 'noticeBoards:create', undefined, {
      placeId: 'east',
      name: '新公示栏',
    });
    await expectRefused(create({ placeId: null, name: '新' }), { code: 'notice.mayNotKeepBoards', status: 403 });
    await expectRefused(create({ placeId: 'east', name: ' ' }), { code: 'notice.boardNameMissing', status: 400 });
    await expectRefused(create({ placeId: 'nowhere', name: '新' }), { code: 'notice.placeUnknown', status: 400 });
    await expectRefused((locale) => office.send('root', 'noticeBoards:update', 'none', { name: '新' }, locale), {
      code: 'notice.boardNotFound',
      status: 404,
    });

    await office.do('drafter', 'noticeBoards:update', id, { isInUse: false });
    const { data } = await office.read<BoardView[]>('outsider', 'noticeBoards:list', { placeId: 'east' });
    expect(data.find((board) => board.id === id)).toMatchObject({
      name: '新公示栏',
      isInUse: false,
      place: { name: '东村社区' },
    });
    const asked = { kindKey: 'publicity', title: '题', body: [], staff: notices.staff(), boardIds: [id] };
    await expectRefused((locale) => office.send('drafter', act('create'), undefined, asked, locale), {
      code: 'notice.boardUnknown',
      status: 400,
    });
  });
});
