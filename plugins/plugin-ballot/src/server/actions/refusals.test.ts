import { expectRefused } from '@wuxin/test';
import type { MeetingBody, MotionBody } from '../../common/api';
import { DAY_MS, dayOf, Hall, NOON, type Person } from '../__fixtures__';
import { tables } from '../store';

/** So many entries a roll holds. */
const MAX_ENTRIES = 50_000;

/** Who sends what, and why it is refused; what stands in it is known once the state is given. */
type Refusal = readonly [claim: string, by: Person, action: string, data: () => object, code: string, status: number];

describe('what is refused, and leaves everything as it was:', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await Hall.open();
  });
  afterAll(() => hall?.close());

  /** Sent to a row of a meeting, which afterwards shows what it showed before. */
  async function refused(
    meetingId: string,
    [by, action, id]: readonly [Person, string, string | undefined],
    data: object,
    [code, status]: readonly [string, number],
  ): Promise<void> {
    const before = await hall.desk(meetingId);
    await expectRefused((locale) => hall.send(by, action, id, data, locale), { code, status });
    expect(await hall.desk(meetingId)).toEqual(before);
  }

  /** A roll with one entry is filled with copies of it by the database: 50,000 by the action would take minutes. */
  async function lengthen(meetingId: string): Promise<void> {
    const { id: rollId } = (await tables.rolls.find(hall, { meetingId }))!;
    const { rawAttributes } = hall.db.getCollection('ballotRollEntries').model;
    const copied = Object.keys(rawAttributes).filter((name) => name !== 'id' && name !== 'number');
    const columns = copied.map((name) => `"${name}"`).join(', ');
    await hall.db.sequelize.query(
      `INSERT INTO "ballotRollEntries" ("id", "number", ${columns})
       WITH RECURSIVE places(place) AS (SELECT 2 UNION ALL SELECT place + 1 FROM places WHERE place < ${MAX_ENTRIES})
       SELECT 'copy-' || place, place, ${columns} FROM places, "ballotRollEntries" WHERE "rollId" = :rollId`,
      { replacements: { rollId } },
    );
  }

  const decision = (change: Partial<MotionBody> = {}): MotionBody => ({
    title: '修建文化广场',
    text: '',
    ruleKey: 'village.representatives',
    way: 'showOfHands',
    ...change,
  });
  const staffOf = (...posts: [person: Person, post: MeetingBody['staff'][number]['post']][]) =>
    posts.map(([person, post]) => ({ userId: hall.id(person), post }));
  const dayLater = () => hall.now + DAY_MS;

  describe('a meeting that is prepared', () => {
    let id: string;
    beforeAll(async () => {
      hall.now = NOON;
      ({ id } = await hall.meeting());
      await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(2) });
    });

    const changed = (staff: () => MeetingBody['staff']) => () => ({ staff: staff(), reason: '换人' });
    const tellers = () => staffOf(['teller', 'teller'], ['teller2', 'teller'], ['resident', 'teller']);
    it.each<Refusal>([
      [
        'a post for nobody who is known',
        'chair',
        'ballotMeetings:setStaff',
        changed(() => [{ userId: 999_999, post: 'chair' }]),
        'ballot.personUnknown',
        400,
      ],
      [
        'one post twice for one person',
        'chair',
        'ballotMeetings:setStaff',
        changed(() => staffOf(['clerk', 'clerk'], ['clerk', 'clerk'])),
        'ballot.postTwice',
        400,
      ],
      ['three tellers', 'chair', 'ballotMeetings:setStaff', changed(tellers), 'ballot.tellersTooMany', 400],
      [
        'a notice that is given tomorrow',
        'chair',
        'ballotMeetings:convene',
        () => ({ noticeOn: dayOf(dayLater()) }),
        'ballot.noticeInFuture',
        400,
      ],
      [
        'a roll of households behind people',
        'clerk',
        'ballotRolls:enter',
        () => ({ unit: 'household', entries: [{ name: '户主', household: '一号' }] }),
        'ballot.rollUnitDiffers',
        400,
      ],
      ['the code on the wall before it is convened', 'clerk', 'ballotAttendance:ticket', () => ({}), 'ballot.noTicketNow', 403],
      [
        'a motion by a rule that nobody knows',
        'secretary',
        'ballotMotions:create',
        () => decision({ ruleKey: 'none' }),
        'ballot.ruleNotFound',
        404,
      ],
      [
        'a motion about somebody who is not on its roll',
        'secretary',
        'ballotMotions:create',
        () => decision({ recused: [{ entryId: 'none', reason: '本人' }] }),
        'ballot.recusedUnknown',
        400,
      ],
      [
        'somebody recused where slips vote',
        'secretary',
        'ballotMotions:create',
        () => decision({ way: 'phone', recused: [{ entryId: 'none', reason: '本人' }] }),
        'ballot.recusalNotByPhone',
        400,
      ],
    ])('%s', (_, by, action, data, code, status) => refused(id, [by, action, id], data(), [code, status]));

    it('a motion that names somebody twice among those recused', async () => {
      const [{ id: entryId } = { id: '' }] = await hall.entries(id);
      const recused = [{ entryId, reason: '本人' }, { entryId, reason: '近亲属' }]; // prettier-ignore
      await refused(id, ['secretary', 'ballotMotions:create', id], decision({ recused }), ['ballot.recusedTwice', 400]);
    });

    it('another that follows it, as if too few had come', async () => {
      const { total } = await hall.do<{ total: number }>('root', 'ballotMeetings:list', undefined, { scope: 'all' });
      const { typeKey, title, plannedAt, venue, agenda } = await hall.desk(id);
      const body = { typeKey, title, plannedAt, venue, agenda, staff: [], reconvenes: id };
      await refused(id, ['secretary', 'ballotMeetings:create', undefined], body, ['ballot.notReconvenable', 400]);
      expect(await hall.do('root', 'ballotMeetings:list', undefined, { scope: 'all' })).toMatchObject({ total });
    });

    it.each<[string, () => Partial<MeetingBody>, string]>([
      ['that nobody chairs', () => ({ staff: staffOf(['clerk', 'clerk']) }), 'ballot.chairMissing'],
      ['for yesterday', () => ({ plannedAt: NOON - DAY_MS }), 'ballot.plannedInPast'],
    ])('its notice, %s', async (_, change, code) => {
      const meeting = await hall.meeting(change());
      await refused(meeting.id, ['root', 'ballotMeetings:convene', meeting.id], { noticeOn: dayOf(NOON) }, [code, 400]);
    });

    it('one more than a roll holds', async () => {
      const meeting = await hall.meeting();
      await hall.do('clerk', 'ballotRolls:enter', meeting.id, { unit: 'person', entries: hall.people(1) });
      await lengthen(meeting.id);
      const more = { unit: 'person', entries: hall.people(1) };
      await refused(meeting.id, ['clerk', 'ballotRolls:enter', meeting.id], more, ['ballot.rollTooLong', 400]);
    });
  });

  describe('an election', () => {
    const candidates = [{ id: 'a', name: '甲' }];
    const election = (change: Partial<MotionBody>) =>
      decision({ ruleKey: 'party.election', way: 'paper', candidates, ...change });
    let id: string;
    beforeAll(async () => {
      hall.now = NOON;
      const type = {
        schema: 1,
        key: 'own.election',
        title: { 'zh-CN': '本地选举', 'en-US': 'Local election' },
        regime: 'party',
        rules: ['party.election'],
        ways: ['rollCall', 'mixed'],
      };
      await hall.do('root', 'ballotMeetingTypes:save', undefined, { type, reason: '本地办法' });
      ({ id } = await hall.meeting({ typeKey: 'party.election' }));
    });

    it.each<[string, Partial<MotionBody>, string]>([
      ['of nobody', { candidates: [] }, 'ballot.candidatesMissing'],
      ['for no seat', { seats: 0 }, 'ballot.seatsInvalid'],
      ['in a way that its type does not know', { way: 'showOfHands' }, 'ballot.wayNotOfType'],
    ])('%s', (_, change, code) => refused(id, ['secretary', 'ballotMotions:create', id], election(change), [code, 400]));

    it.each<[string, Partial<MotionBody>, string]>([
      ['by roll-call, even where its type has that way', { way: 'rollCall' }, 'ballot.wayNotForElections'],
      ['on phones and paper where its type has no paper', { way: 'mixed' }, 'ballot.wayNotOfType'],
    ])('%s', async (_, change, code) => {
      const own = await hall.meeting({ typeKey: 'own.election' });
      await refused(own.id, ['secretary', 'ballotMotions:create', own.id], election(change), [code, 400]);
    });
  });

  describe('a roll that is frozen', () => {
    let id: string;
    beforeAll(async () => {
      hall.now = NOON;
      ({ id } = await hall.meeting());
      const entries = [{ name: '钱进', userId: hall.id('resident') }, ...hall.people(2)];
      await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries });
      await hall.do('chair', 'ballotRolls:freeze', id);
    });

    it('who signs in before it is convened', () =>
      refused(id, ['resident', 'ballotAttendance:signIn', id], { ticket: 'any' }, ['ballot.signInClosed', 409]));

    describe('and its meeting convened', () => {
      beforeAll(() => hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(NOON) }));

      const withdrawn = { kind: 'withdraw', entryId: 'none', reason: '迁出' };
      it.each<Refusal>([
        [
          'a change that nobody proposed',
          'secretary',
          'ballotRolls:confirmChange',
          () => ({ change: 'none' }),
          'ballot.changeNotFound',
          404,
        ],
        ['to take off who is not on it', 'clerk', 'ballotRolls:proposeChange', () => withdrawn, 'ballot.entryNotFound', 404],
        [
          'an arrival that a clerk says was signed in with the code',
          'clerk',
          'ballotAttendance:arrive',
          () => ({ entryIds: ['none'], means: 'qr' }),
          'ballot.meansInvalid',
          400,
        ],
      ])('%s', (_, by, action, data, code, status) => refused(id, [by, action, id], data(), [code, status]));
    });
  });

  describe('a meeting that is open', () => {
    let id: string;
    beforeAll(async () => {
      hall.now = NOON;
      id = await hall.opened(hall.people(3), 3);
    });

    it('a motion that is not there', () =>
      refused(id, ['chair', 'ballotMotions:open', 'none'], {}, ['ballot.motionNotFound', 404]));

    it('to go on at a time that is over', () =>
      refused(id, ['chair', 'ballotMeetings:adjourn', id], { reason: '停电', continuesAt: hall.now }, [
        'ballot.continuesInPast',
        400,
      ]));

    it('to open a motion that phones could have answered until now', async () => {
      const motionId = await hall.motion(id, { closesAt: hall.now });
      await refused(id, ['chair', 'ballotMotions:open', motionId], {}, ['ballot.closesInPast', 400]);
    });

    it.each(['ballotMotions:recount', 'ballotMotions:export'])('%s of a motion that waits, or does not exist', async (action) => {
      const motionId = await hall.motion(id);
      await refused(id, ['chair', action, motionId], {}, ['ballot.notDecided', 409]);
      await refused(id, ['chair', action, 'none'], {}, ['ballot.motionNotFound', 404]);
    });

    it('to open a motion that one teller would count alone', async () => {
      const one = await hall.opened(hall.people(3), 3, {
        staff: hall.staff().filter(({ userId }) => userId !== hall.id('teller2')),
      });
      const motionId = await hall.motion(one);
      await refused(one, ['chair', 'ballotMotions:open', motionId], {}, ['ballot.tellersMissing', 409]);
    });

    it.each<[string, () => object]>([
      ['close', () => ({ minutes: '' })],
      ['adjourn', () => ({ reason: '停电', continuesAt: dayLater() })],
      ['notHeld', () => ({ reason: '停电' })],
    ])('to end it by %s while people vote', async (action, data) => {
      hall.now = NOON;
      const voting = await hall.opened(hall.people(3), 3);
      await hall.do('chair', 'ballotMotions:open', await hall.motion(voting));
      await refused(voting, ['chair', `ballotMeetings:${action}`, voting], data(), ['ballot.voteUnderWay', 409]);
    });
  });

  describe('a vote that two tellers have counted', () => {
    let id: string;
    let motionId: string;
    const counts = { approve: 3, oppose: 0, abstain: 0 };
    beforeAll(async () => {
      hall.now = NOON;
      id = await hall.opened(hall.people(3), 3);
      motionId = await hall.motion(id);
      await hall.do('chair', 'ballotMotions:open', motionId);
      await hall.do('chair', 'ballotMotions:close', motionId);
      for (const teller of ['teller', 'teller2'] as const) await hall.do(teller, 'ballotMotions:count', motionId, { counts });
    });

    it('a third count, by whoever takes the place of a teller', async () => {
      const staff = hall
        .staff()
        .map((one) => (one.userId === hall.id('teller2') ? { ...one, userId: hall.id('outsider') } : one));
      await hall.do('chair', 'ballotMeetings:setStaff', id, { staff, reason: '计票人离场' });
      await refused(id, ['outsider', 'ballotMotions:count', motionId], { counts }, ['ballot.countsComplete', 409]);
    });

    describe('and that is decided', () => {
      beforeAll(() => hall.do('chair', 'ballotMotions:decide', motionId));

      it('another round of what was passed', () =>
        refused(id, ['chair', 'ballotMotions:nextRound', motionId], {}, ['ballot.noNextRound', 409]));

      it('to say that the meeting was not held', () =>
        refused(id, ['chair', 'ballotMeetings:notHeld', id], { reason: '人数不足' }, ['ballot.heldAlready', 409]));
    });
  });
});
