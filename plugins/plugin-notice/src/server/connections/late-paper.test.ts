import { verifyDatabase } from '@wuxin/plugin-bpmn';
import type { ObjectionView, TakingNotice } from '../../common/api';
import { at, NOON, Wall, type Person } from '../__fixtures__';
import { tables, type NoticeRecord } from '../store';

const TEXT = '名单里没有我家，请核对后更正。';
/** Posted on 5 November for seven days. */
const LAST_DAY = '2026-11-12';
const LATE = { receivedOn: LAST_DAY, lateReason: '窗口停电，未能当天录入' };

describe('paper that came in time and is entered once the notice has ended', () => {
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
  const ended = async (changes: Partial<NoticeRecord> = {}) => {
    const published = await wall.published({ title: '补助名单公示' });
    await wall.office.engine.write((tx) => tables.notices.update(tx, { id: published.id }, changes));
    wall.office.now = at('2026-11-13T00:00:00');
    await wall.office.drain();
    expect(await notice(published.id)).toMatchObject({ status: 'ended', endsOn: LAST_DAY, outcome: 'undisputed' });
    return published;
  };
  const enter = (noticeId: string, given: object = LATE) =>
    wall.office.send<{ id: string }>('receiver', 'noticeRaisedObjections:receive', undefined, { noticeId, channel: 'paper', text: TEXT, ...given }); // prettier-ignore
  const code = async (noticeId: string, given: object) => (await enter(noticeId, given)).errors[0]?.code ?? 'done';
  const entered = async (noticeId: string): Promise<string> => {
    const { data, errors } = await enter(noticeId);
    expect(errors).toEqual([]);
    return data.id;
  };
  const view = async (id: string, by: Person = 'decider') =>
    (await wall.office.read<ObjectionView>(by, 'noticeRaisedObjections:get', { filterByTk: id })).data;
  const decide = async (id: string, decision: string) => {
    await wall.office.do('decider', 'noticeRaisedObjections:accept', id);
    await wall.office.do('decider', 'noticeRaisedObjections:answer', id, { decision, answer: '已核对。' });
    await wall.office.drain();
  };

  it('is taken with a reason only, and not what came after the last day or comes tomorrow', async () => {
    const { id } = await ended();

    expect(await code(id, { receivedOn: LAST_DAY })).toBe('objection.lateReasonMissing');
    expect(await code(id, { ...LATE, receivedOn: '2026-11-13' })).toBe('objection.late');
    expect(await code(id, { ...LATE, receivedOn: '2026-11-14' })).toBe('objection.late');
    expect(await code(id, { ...LATE, receivedOn: '2026-11-04' })).toBe('objection.receivedOn');
    expect(await notice(id)).toMatchObject({ status: 'ended', outcome: 'undisputed' });
    expect(await code(id, { ...LATE, receivedOn: '2026-11-05' })).toBe('done');
  });

  it('opens the notice again until it is closed, without a form on the wall, and is due from the day on which it is entered', async () => {
    const { id, page } = await ended();

    const objection = await entered(id);
    await wall.office.drain();

    expect(await notice(id)).toMatchObject({ status: 'running', endedAt: null, outcome: null });
    expect(await wall.text(page)).not.toContain('<form class="screen"');
    expect(await view(objection)).toMatchObject({ level: 'community', lateReason: LATE.lateReason, caseWentOn: false, dueOn: '2026-11-17' }); // prettier-ignore
    await decide(objection, 'rejected');
    await wall.office.do('decider', 'noticeRaisedObjections:close', objection);
    expect(await notice(id)).toMatchObject({ status: 'ended', outcome: 'rejected' });
  });

  it('that is upheld takes the notice down, and what is drafted for it stands in its place', async () => {
    const { id, page } = await ended();

    await decide(await entered(id), 'upheld');

    expect(await notice(id)).toMatchObject({ status: 'withdrawn', outcome: 'upheld' });
    expect((await wall.get(page)).status).toBe(410);
    expect(await wall.office.engine.read((tx) => tables.notices.count(tx, { previousId: id, status: 'draft' }))).toBe(1);
  });

  it('of a case that went on says so to whoever decides, and what is upheld is drafted anew for people to deal with', async () => {
    const { id } = await ended({ returnsUpheld: true });
    await wall.office.engine.write((tx) => tables.notices.update(tx, { id }, { instanceId: 'gone', tokenId: 'gone' }));

    const [first, second] = [await entered(id), await entered(id)];

    expect([(await view(first)).caseWentOn, (await view(second)).caseWentOn]).toEqual([true, true]);
    expect((await view(first)).journal.map(({ text }) => text)).toContain('公示期满后办件已继续办理：异议成立的，须另行处理办件');
    await decide(first, 'upheld');
    const [next] = await wall.office.engine.read((tx) => tables.notices.select(tx, { previousId: id }));
    expect([(await notice(id)).status, next?.status, next?.tokenId]).toEqual(['withdrawn', 'draft', null]);
  });

  it('keeps the notice readable for its whole time anew, whatever was due before', async () => {
    const { id, page } = await ended();
    const { keepUntilOn, keepDays } = await notice(id);
    wall.office.now = at(`${keepUntilOn}T12:00:00`);
    const objection = await entered(id);
    await decide(objection, 'rejected');
    await wall.office.do('decider', 'noticeRaisedObjections:close', objection);
    await wall.office.drain();
    const until = (await notice(id)).keepUntilOn;

    wall.office.now = at(`${until}T23:59:59`);
    await wall.office.drain();
    expect([keepDays, (await wall.get(page)).status]).toEqual([30, 200]);
    wall.office.now += 1_000;
    await wall.office.drain();
    expect((await wall.get(page)).status).toBe(410);
  });

  it('is offered to whoever looks for the notice at the window, and not in what is offered first', async () => {
    const { id } = await ended();
    const { number } = await notice(id);
    const offered = async (search: string) =>
      (await wall.office.do<TakingNotice[]>('receiver', 'noticeRaisedObjections:notices', undefined, { search })).map((one) => one.id); // prettier-ignore

    expect([(await offered('')).includes(id), await offered(number)]).toEqual([false, [id]]);
  });

  it('leaves every journal whole', async () => {
    expect((await verifyDatabase(wall.office.engine)).firstBroken).toBeNull();
  });
});
