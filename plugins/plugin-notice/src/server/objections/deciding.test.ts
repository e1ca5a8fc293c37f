import { verifyDatabase } from '@wuxin/plugin-bpmn';
import type { ObjectionList } from '../../common/api';
import { at, DAY_MS, NOON, Petition, type Person } from '../__fixtures__';
import { tables } from '../store';
import { affectedStepsOf, answerByCode, appealByCode } from './index';

const APPEAL = '答复没有说明理由，申请镇里复核。';

describe('an objection', () => {
  let petition: Petition;
  beforeAll(async () => {
    petition = await Petition.open();
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
    petition.corrections.length = 0;
    petition.settled.length = 0;
    affectedStepsOf(petition.office.db).register(async () => []);
  });

  const send = async (by: Person, act: string, id: string, data: object = {}): Promise<string> =>
    (await petition.office.send(by, `noticeRaisedObjections:${act}`, id, data)).errors[0]?.code ?? 'done';
  const received = async (given: object = {}, staff?: Parameters<typeof petition.notice>[1]) => {
    const notice = await petition.notice({}, staff);
    return { notice, ...(await petition.receive(notice.id, given)) };
  };
  const accepted = async (given: object = {}) => {
    const objection = await received(given);
    expect(await send('decider', 'accept', objection.id)).toBe('done');
    return objection;
  };
  const answered = async (decision = 'rejected', given: object = {}) => {
    const objection = await accepted(given);
    expect(await send('decider', 'answer', objection.id, { decision, answer: '经核对，名单无误。' })).toBe('done');
    return objection;
  };

  it('that is accepted has to be answered within five working days', async () => {
    const { id } = await accepted();

    expect(await petition.row(id)).toMatchObject({ status: 'accepted', dueAt: at('2026-11-13T00:00:00') });
    expect(await petition.kinds(id)).toEqual(['received', 'accepted']);
  });

  it('is refused with a reason only, which whoever objected reads', async () => {
    const { id, code, notice } = await received();

    expect(await send('decider', 'refuse', id, { reason: ' ' })).toBe('objection.reasonMissing');
    expect(await send('decider', 'refuse', id, { reason: '不属于公示事项。' })).toBe('done');

    const answer = await petition.read((tx) => answerByCode(tx, code));
    expect(answer).toMatchObject({ status: 'refused', answer: '不属于公示事项。', closedOn: '2026-11-05', appealUntil: null });
    expect(petition.settled).toMatchObject([{ noticeId: notice.id, outcome: 'rejected' }]);
  });

  it('that nobody accepts in time is decided by the level above, and the journal says so', async () => {
    const { id } = await received();
    const { dueAt } = await petition.row(id);

    await petition.at(dueAt! - 1);
    expect((await petition.row(id)).level).toBe('community');
    await petition.at(dueAt!);

    expect(await petition.row(id)).toMatchObject({ level: 'township', status: 'received', dueAt: at('2026-11-25T00:00:00') });
    expect(await petition.kinds(id)).toEqual(['received', 'escalated']);
    expect(await send('decider', 'accept', id)).toBe('objection.notForYou');
    expect(await send('superior', 'accept', id)).toBe('done');
  });

  it('that nobody answers in time is answered by the level above; when that is late too, the journal says so once', async () => {
    const { id, notice } = await accepted();

    await petition.at((await petition.row(id)).dueAt!);
    await petition.at((await petition.row(id)).dueAt!);
    await petition.at(petition.office.now + DAY_MS);

    expect(await petition.kinds(id)).toEqual(['received', 'accepted', 'escalated', 'overdue']);
    const asked = { noticeId: notice.id, isOverdue: true };
    const { rows } = await petition.office.do<ObjectionList>('superior', 'noticeRaisedObjections:list', undefined, asked);
    expect(rows).toMatchObject([{ id, isOverdue: true }]);
  });

  it('that is rejected says until when the level above may be asked, and closes by itself when nobody does', async () => {
    const { id, code, notice } = await answered();

    const answer = await petition.read((tx) => answerByCode(tx, code));
    expect(answer).toMatchObject({
      decision: 'rejected',
      answer: '经核对，名单无误。',
      appealUntil: '2026-11-12',
      closedOn: null,
    });
    expect(await petition.open(notice.id)).toBe(1);
    await petition.at(at('2026-11-13T00:00:00'));

    expect(await petition.row(id)).toMatchObject({ status: 'closed', closedAt: petition.office.now });
    expect(await petition.open(notice.id)).toBe(0);
    expect(petition.settled).toMatchObject([{ noticeId: notice.id, outcome: 'rejected', by: 'system' }]);
  });

  it('that is answered may be closed at once when whoever objected is content', async () => {
    const { id, notice } = await answered();

    expect(await send('decider', 'close', id)).toBe('done');
    expect(await petition.open(notice.id)).toBe(0);
  });

  it('without a reason is not answered', async () => {
    const { id } = await accepted();

    expect(await send('decider', 'answer', id, { decision: 'rejected', answer: '' })).toBe('objection.reasonMissing');
    expect((await petition.row(id)).status).toBe('accepted');
  });

  it.each([
    ['upheld', 'closed', 0],
    ['corrected', 'answered', 1],
  ] as const)('that is %s withdraws the notice for correction', async (decision, status, open) => {
    const { id, notice } = await answered(decision);

    expect(petition.corrections).toMatchObject([{ noticeId: notice.id, objectionId: id, decision, affectedStep: null }]);
    expect(await petition.noticeRow(notice.id)).toMatchObject({ status: 'withdrawn' });
    expect([(await petition.row(id)).status, await petition.open(notice.id)]).toEqual([status, open]);
  });

  it('that is upheld names the step that it concerns where the notice asks for it', async () => {
    affectedStepsOf(petition.office.db).register(async () => ['consultation', 'vote'].map((step) => ({ step, title: null })));
    const { id } = await accepted();
    const answer = { decision: 'upheld', answer: '程序有误。' };

    expect(await send('decider', 'answer', id, answer)).toBe('objection.stepMissing');
    expect(await send('decider', 'answer', id, { ...answer, affectedStep: 'lunch' })).toBe('objection.stepMissing');
    expect(await send('decider', 'answer', id, { ...answer, affectedStep: 'vote' })).toBe('done');

    expect(petition.corrections).toMatchObject([{ decision: 'upheld', affectedStep: 'vote' }]);
  });

  it('whose correction fails is not answered', async () => {
    const { id } = await accepted();
    jest.spyOn(petition.corrections, 'push').mockImplementationOnce(() => {
      throw new Error('the notice cannot be withdrawn');
    });

    const { status } = await petition.office.send('decider', 'noticeRaisedObjections:answer', id, {
      decision: 'upheld',
      answer: '成立。',
    });

    expect([status, (await petition.row(id)).status]).toEqual([500, 'accepted']);
  });

  it('of many is answered once they were heard', async () => {
    const { id } = await accepted({ people: 10 });
    const answer = { decision: 'rejected', answer: '经听证，名单无误。' };

    expect((await petition.view('decider', id)).needsHearing).toBe(true);
    expect(await send('decider', 'answer', id, answer)).toBe('objection.hearingMissing');
    expect(await send('decider', 'recordHearing', id, { hearingOn: '2026-11-04', notes: '无' })).toBe('objection.hearingOn');
    expect(await send('decider', 'recordHearing', id, { hearingOn: '2026-11-06', notes: '无' })).toBe('objection.hearingOn');
    expect(await send('decider', 'recordHearing', id, { hearingOn: '2026-11-05', notes: '十户到会。' })).toBe('done');
    expect(await send('decider', 'answer', id, answer)).toBe('done');

    expect(await petition.kinds(id)).toEqual(['received', 'accepted', 'heard', 'answered']);
  });

  it('of one fewer needs no hearing', async () => {
    await answered('rejected', { people: 9 });
  });

  it.each([
    ['stands', 'rejected', []],
    ['upheld', 'upheld', ['upheld']],
  ] as const)('that goes to the level above and %s there is closed', async (reconsideration, outcome, corrections) => {
    const { id, notice, code } = await answered();

    expect(await send('receiver', 'appeal', id, { text: APPEAL })).toBe('done');
    expect(await petition.row(id)).toMatchObject({ status: 'appealed', level: 'township', dueAt: at('2026-11-20T00:00:00') });
    expect(await send('decider', 'reconsider', id, { reconsideration, text: '已复核。' })).toBe('objection.notForYou');
    expect(await send('superior', 'reconsider', id, { reconsideration, text: '已复核。' })).toBe('done');

    expect(petition.settled).toMatchObject([{ noticeId: notice.id, outcome }]);
    expect(petition.corrections.map(({ decision }) => decision)).toEqual(corrections);
    expect(await petition.read((tx) => answerByCode(tx, code))).toMatchObject({ status: 'closed', reconsideration });
  });

  it('goes to the level above by its code, once and in time', async () => {
    const { code, id } = await answered();
    const appeal = (given = code) => petition.write((tx) => appealByCode(tx, { code: given, text: APPEAL }));

    await expect(appeal('7QKM-3XWA')).rejects.toMatchObject({ code: 'objection.codeUnknown', status: 404 });
    await appeal();
    await expect(appeal()).rejects.toMatchObject({ code: 'objection.notNow' });

    expect(await petition.kinds(id)).toContain('appealed');
  });

  it('whose time for the level above is over goes nowhere, also while the job that closes it is late', async () => {
    const { code, id } = await answered();
    petition.office.now = at('2026-11-13T00:00:00');

    await expect(petition.write((tx) => appealByCode(tx, { code, text: APPEAL }))).rejects.toMatchObject({
      code: 'objection.appealOver',
    });
    expect(await send('receiver', 'appeal', id, { text: APPEAL })).toBe('objection.appealOver');
  });

  it('that the level above has answered itself goes no further here', async () => {
    const { id } = await received({ againstUserId: petition.office.id('decider') });

    expect(await send('superior', 'accept', id)).toBe('done');
    expect(await send('superior', 'answer', id, { decision: 'rejected', answer: '名单无误。' })).toBe('done');

    expect((await petition.row(id)).status).toBe('closed');
  });

  it('against the decider that is named later goes to the level above', async () => {
    const { id } = await accepted();

    expect(await send('decider', 'setAgainst', id, { userId: petition.office.id('decider') })).toBe('done');

    expect((await petition.row(id)).level).toBe('township');
    expect(await petition.kinds(id)).toEqual(['received', 'accepted', 'againstSet', 'escalated']);
    expect(await send('decider', 'answer', id, { decision: 'rejected', answer: '无误' })).toBe('objection.againstYou');
    expect(await send('superior', 'answer', id, { decision: 'rejected', answer: '无误' })).toBe('done');
  });

  it('to what the decider has approved is decided by the level above', async () => {
    const notice = await petition.notice({ approvedById: petition.office.id('decider') });
    const { id } = await petition.receive(notice.id);

    expect((await petition.row(id)).level).toBe('township');
  });

  it.each(['accept', 'refuse', 'setAgainst', 'recordHearing', 'answer', 'appeal', 'reconsider', 'close', 'reveal', 'scan'])(
    'is not for others: %s',
    async (act) => {
      const { id } = await received({ againstUserId: petition.office.id('poster') });
      const data = {
        reason: '理由',
        userId: null,
        hearingOn: '2026-11-05',
        notes: '记录',
        decision: 'rejected',
        answer: '答复',
        text: APPEAL,
        reconsideration: 'stands',
      };
      const before = await petition.row(id);

      const refused = async (by: Person) => send(by, act, id, data);

      expect(await refused('poster')).toBe('objection.againstYou');
      expect(await refused('approver')).toBe('objection.againstYou');
      expect(await refused('supervisor')).toBe(act === 'appeal' ? 'objection.notNow' : 'objection.notForYou');
      expect(await refused('root')).toBe(act === 'appeal' ? 'objection.notNow' : 'objection.notForYou');
      expect(await refused('outsider')).toBe('objection.notFound');
      expect(await petition.row(id)).toEqual(before);
    },
  );

  it('in another state is not acted on', async () => {
    const { id } = await received();

    expect(await send('decider', 'answer', id, { decision: 'rejected', answer: '无误' })).toBe('objection.notNow');
    expect(await send('decider', 'close', id)).toBe('objection.notNow');
  });

  it('is one of several: whoever waits for the notice is told when the last is closed', async () => {
    const first = await accepted();
    const second = await petition.receive(first.notice.id);

    await send('decider', 'answer', first.id, { decision: 'rejected', answer: '无误' });
    await send('decider', 'close', first.id);
    expect(petition.settled).toEqual([]);
    await send('decider', 'refuse', second.id, { reason: '重复' });

    expect(petition.settled).toMatchObject([{ noticeId: first.notice.id, outcome: 'rejected' }]);
  });

  it('keeps who objected for so many days after it is closed, and forgets them with the scan', async () => {
    const scan = { name: 'a.pdf', content: Buffer.from('%PDF-1').toString('base64') };
    const { id, code } = await answered('rejected', { scan, note: '住三号楼' });
    await send('decider', 'close', id);

    await petition.at(NOON + 180 * DAY_MS - 1);
    expect((await petition.row(id)).objectorName).toBe('周桂兰');
    await petition.at(NOON + 180 * DAY_MS);

    expect(await petition.row(id)).toMatchObject({
      objectorName: null,
      contact: null,
      note: null,
      erasedAt: petition.office.now,
    });
    expect(await petition.read((tx) => tables.files.count(tx, { ownerId: id }))).toBe(0);
    expect(await petition.read((tx) => answerByCode(tx, code))).toMatchObject({ answer: '经核对，名单无误。' });
    expect(await send('decider', 'scan', id)).toBe('objection.noScan');
  });

  it('leaves its journal whole and none closed without an answer', async () => {
    await answered();

    const broken = async () =>
      (await verifyDatabase(petition.office.engine)).invariants.flatMap(({ name, first }) =>
        first && /^notice\.(objection|opinion)/.test(name) ? [name] : [],
      );
    expect(await broken()).toEqual([]);

    const { id } = await received();
    await petition.write((tx) => tables.objections.update(tx, { id }, { status: 'closed', revision: 7 }));
    expect(await broken()).toEqual(['notice.objectionAnswered', 'notice.objectionJournal']);
    await petition.write((tx) => tables.objections.delete(tx, { id }));
  });
});
