import { PluginBpmnServer, type Tx } from '@wuxin/plugin-bpmn';
import { beforeCommitOf, RaceTrack, type HttpAnswer } from '@wuxin/test';
import { at, NOON, Petition, TEXT } from '../__fixtures__';
import { tables } from '../store';
import { lockNotice } from '../acts';
import { openObjections, receiveFromWall } from './index';

/** Two come to one objection at once, in the order that the test says: whoever is held before the commit is first. */
describe('races for an objection', () => {
  let petition: Petition;
  let track: RaceTrack;
  beforeAll(async () => {
    petition = await Petition.open();
    track = RaceTrack.on(petition.office.db, async () => undefined);
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
  });

  const told = ({ status, errors }: HttpAnswer) => [status, ...errors.map(({ code }) => code)].join(' ');
  const accepted = async () => {
    const { id } = await petition.receive((await petition.notice()).id);
    await petition.office.do('decider', 'noticeRaisedObjections:accept', id);
    return id;
  };
  const answer = (id: string, decision: string) => async () =>
    told(await petition.office.send('decider', 'noticeRaisedObjections:answer', id, { decision, answer: '经核对。' }));
  const drain = () => petition.office.test.app.pm.get(PluginBpmnServer).drain();
  const run = (first: () => Promise<unknown>, second: () => Promise<unknown>) =>
    track.run({ first, second, heldAt: beforeCommitOf('notice') });

  it('an answer at the last moment is the answer, and the job that passes it on finds nothing to do', async () => {
    const id = await accepted();
    petition.office.now = (await petition.row(id)).dueAt!;

    const { first } = await run(answer(id, 'rejected'), drain);

    expect(first).toBe('200');
    expect(await petition.row(id)).toMatchObject({ status: 'answered', level: 'community' });
    expect(await petition.kinds(id)).toEqual(['received', 'accepted', 'answered']);
  });

  it('an answer that comes as it is passed on is not taken: the level above decides now', async () => {
    const id = await accepted();
    petition.office.now = (await petition.row(id)).dueAt!;

    const { second } = await run(drain, answer(id, 'rejected'));

    expect(second).toBe('403 objection.notForYou');
    expect(await petition.row(id)).toMatchObject({ status: 'accepted', level: 'township', answer: null });
  });

  it('two answers are one', async () => {
    const id = await accepted();

    const ran = await run(answer(id, 'upheld'), answer(id, 'rejected'));

    expect([ran.first, ran.second, ran.secondWaited]).toEqual(['200', '409 objection.notNow', true]);
    expect(await petition.row(id)).toMatchObject({ decision: 'upheld', status: 'closed' });
  });

  /** What the end of a period does, in short: it locks the notice, asks whether something is open, and ends. */
  const endPeriod = (noticeId: string) => () =>
    petition.write(async (tx: Tx) => {
      await lockNotice(tx, noticeId);
      const open = await openObjections(tx, noticeId);
      await tables.notices.update(tx, { id: noticeId }, { status: 'ended', endedAt: tx.now });
      return open;
    });
  const object = (wallToken: string | null) => () =>
    petition
      .write((tx) => receiveFromWall(tx, { wallToken: wallToken ?? '', text: TEXT }))
      .then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      );

  it('an objection in the last moment of a period is counted by its end', async () => {
    const { id, wallToken } = await petition.notice();
    petition.office.now = at('2026-11-12T23:59:59.999');

    const ran = await run(object(wallToken), endPeriod(id));

    expect([ran.first, ran.second, ran.secondWaited]).toEqual(['taken', 1, true]);
  });

  it('an objection that comes as a period ends is told that it is late', async () => {
    const { id, wallToken } = await petition.notice();
    petition.office.now = at('2026-11-12T23:59:59.999');

    const ran = await run(endPeriod(id), object(wallToken));

    expect([ran.first, ran.second]).toEqual([0, 'objection.late']);
    expect(await petition.open(id)).toBe(0);
  });

  it('two that are closed at once tell whoever waits once', async () => {
    const notice = await petition.notice();
    const ids = [(await petition.receive(notice.id)).id, (await petition.receive(notice.id)).id];
    const refuse = (id: string) => async () =>
      told(await petition.office.send('decider', 'noticeRaisedObjections:refuse', id, { reason: '不属于公示事项。' }));
    petition.settled.length = 0;

    const ran = await run(refuse(ids[0]!), refuse(ids[1]!));

    expect([ran.first, ran.second]).toEqual(['200', '200']);
    expect(petition.settled).toMatchObject([{ noticeId: notice.id }]);
  });

  it('two that come to different notices at once have numbers of their own', async () => {
    const [one, other] = [await petition.notice(), await petition.notice()];

    const ran = await run(object(one.wallToken), object(other.wallToken));

    expect([ran.first, ran.second]).toEqual(['taken', 'taken']);
  });
});
