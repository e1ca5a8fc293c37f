import { expectRefused } from '@wuxin/test';
import { verifyDatabase } from '@wuxin/plugin-bpmn';
import { Asking, DAY_MS, dayOf, Hall, NOON } from '../__fixtures__';
import { tables } from '../store';

describe('a meeting that a process asks for', () => {
  let hall: Hall;
  let asking: Asking;
  beforeAll(async () => {
    hall = await Hall.open();
    asking = new Asking(hall);
    await asking.holdPosts();
  });
  afterAll(() => hall?.close());
  beforeEach(() => {
    hall.now = NOON;
  });

  const publish = (...asked: Parameters<Asking['publish']>) => asking.publish(...asked);
  const start = (...asked: Parameters<Asking['start']>) => asking.start(...asked);
  const track = (...asked: Parameters<Asking['track']>) => asking.track(...asked);
  const meetingOf = (instanceId: string) => asking.meetingOf(instanceId);
  const variablesOf = (instanceId: string) => hall.variablesOf(instanceId);
  /** Counts of the task centre follow after the commit, and are not what is asked here. */
  const broken = async () =>
    (await verifyDatabase(hall.engine)).invariants.flatMap(({ name, first }) =>
      first && name !== 'taskCentre.counts' ? [{ name, ...first }] : [],
    );

  async function held(meetingId: string, present: number): Promise<void> {
    await hall.do('clerk', 'ballotRolls:enter', meetingId, { unit: 'person', entries: hall.people(30) });
    await hall.do('chair', 'ballotMeetings:convene', meetingId, { noticeOn: dayOf(hall.now) });
    hall.now = (await hall.desk(meetingId)).plannedAt;
    await hall.do('chair', 'ballotRolls:freeze', meetingId);
    await hall.arrive(meetingId, present);
    await hall.do('chair', 'ballotMeetings:open', meetingId);
  }

  it('is prepared at a desk by whoever holds the posts, with the motion and the numbers of the process, and the case waits', async () => {
    await publish('ask');
    const instanceId = await start('ask');

    const meeting = await meetingOf(instanceId);
    const desk = await hall.desk(meeting.id);
    expect(desk).toMatchObject({ status: 'draft', title: '第一季度', venue: '村委会会议室', instanceId });
    expect(desk.agenda.map(({ title }) => title)).toEqual(['修建文化广场', '其他事项']);
    expect(desk.staff.map(({ name, post }) => [post, name]).toSorted()).toEqual([
      ['chair', '李强'],
      ['clerk', '赵敏'],
      ['minuteTaker', '王芳'],
      ['teller', '吴刚'],
      ['teller', '周红'],
    ]);
    expect(desk.motions).toMatchObject([{ title: '修建文化广场', way: 'showOfHands', status: 'waiting' }]);
    const address = `/admin/wuxin/meetings/${meeting.id}/desk`;
    expect((await track(instanceId)).waiting).toEqual([
      expect.objectContaining({
        kind: 'activity',
        elementId: 'activity',
        text: `会议 ${meeting.number} 正在准备，待召集`,
        address,
      }),
    ]);
    expect((await track(instanceId, 'en-US')).waiting).toMatchObject([{ text: `Meeting ${meeting.number} is being prepared` }]);
  });

  it.each<[string, number, object, object]>([
    ['passed', 20, { approve: 11, oppose: 9, abstain: 0 }, { voteResult: 'passed', passed: true }],
    ['not passed', 20, { approve: 10, oppose: 6, abstain: 4 }, { voteResult: 'notPassed', passed: false, adoptedOn: null }],
  ])(
    'goes on when the meeting is closed, and knows that it was %s and by which numbers',
    async (_, present, counts, expected) => {
      await publish('decide');
      const instanceId = await start('decide');
      const { id } = await meetingOf(instanceId);
      await held(id, present);
      const [motion] = (await hall.desk(id)).motions;
      await hall.decided(motion!.id, counts);
      expect((await track(instanceId)).waiting).toMatchObject([{ kind: 'activity' }]);

      await hall.do('chair', 'ballotMeetings:close', id, { minutes: '会议记录' });

      const sentence = (await hall.desk(id)).motions[0]!.result!.sentence['zh-CN'];
      expect(await variablesOf(instanceId)).toMatchObject({
        ...expected,
        meetingOutcome: 'held',
        heldOn: dayOf(hall.now),
        sentence,
        minutes: '会议记录',
        counts: { due: 30, present, ...counts, households: null },
      });
      const { waiting, history } = await track(instanceId);
      expect(waiting).toMatchObject([{ kind: 'task', elementId: 'follow' }]);
      expect(history.filter(({ kind }) => kind === 'activityDecided').map(({ text }) => text)).toEqual([`开会：${sentence}`]);
      expect(await broken()).toEqual([]);
    },
  );

  it('goes on without a result when too few came, and is not called again at the desk', async () => {
    await publish('few');
    const instanceId = await start('few');
    const { id } = await meetingOf(instanceId);
    await held(id, 10);
    const [motion] = (await hall.desk(id)).motions;
    await expectRefused((locale) => hall.send('chair', 'ballotMotions:open', motion!.id, {}, locale), {
      code: 'ballot.quorumShort',
      status: 409,
    });

    await hall.do('chair', 'ballotMeetings:notHeld', id, { reason: '到会人数不够' });

    expect(await variablesOf(instanceId)).toMatchObject({
      ...{ voteResult: 'notValid', meetingOutcome: 'notHeld', adoptedOn: null, heldOn: dayOf(hall.now) },
      counts: { due: 30, present: 10, approve: 0, oppose: 0, abstain: 0, invalid: 0, notVoting: 10 },
    });
    const again = { plannedAt: hall.now + 7 * DAY_MS };
    await expectRefused((locale) => hall.send('chair', 'ballotMeetings:reconvene', id, again, locale), {
      code: 'ballot.processReconvenes',
      status: 409,
    });
  });

  it('that is called off before its day was not held by nobody: the process may ask for another', async () => {
    await publish('off');
    const instanceId = await start('off');
    const { id } = await meetingOf(instanceId);
    await hall.do('clerk', 'ballotRolls:enter', id, { unit: 'person', entries: hall.people(30) });
    await hall.do('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(hall.now) });

    await hall.do('chair', 'ballotMeetings:notHeld', id, { reason: '暴雨' });

    expect(await variablesOf(instanceId)).toMatchObject({ voteResult: 'notValid', meetingOutcome: 'cancelled' });
  });

  it('at which nothing was put to the vote is as one that was called off', async () => {
    await publish('empty');
    const [withdrawn, withoutRoll] = [await start('empty'), await start('empty')];
    const { id } = await meetingOf(withdrawn);
    await held(id, 20);
    const [motion] = (await hall.desk(id)).motions;
    await hall.do('chair', 'ballotMotions:withdraw', motion!.id, { reason: '方案再议' });
    await hall.do('chair', 'ballotMeetings:close', id, { minutes: '' });
    const other = await meetingOf(withoutRoll);
    hall.now = NOON;
    await hall.do('chair', 'ballotMeetings:convene', other.id, { noticeOn: dayOf(hall.now) });
    hall.now = other.plannedAt;
    await hall.do('chair', 'ballotMeetings:notHeld', other.id, { reason: '名册没有备好' });

    const nothing = { voteResult: 'notValid', meetingOutcome: 'cancelled' };
    expect(await variablesOf(withdrawn)).toMatchObject(nothing);
    expect(await variablesOf(withoutRoll)).toMatchObject(nothing);
  });

  it.each(['party', 'urban'])(
    'is under the law that the process names (%s): who is enrolled twice is asked within it',
    async (regime) => {
      await publish(`law-${regime}`, { regime });
      const { typeKey } = await meetingOf(await start(`law-${regime}`));

      expect((await tables.meetingTypes.find(hall, { key: typeKey }))?.type.regime).toBe(regime);
    },
  );

  it('is cancelled with its case', async () => {
    await publish('cancelled');
    const instanceId = await start('cancelled');
    const { id } = await meetingOf(instanceId);

    await hall.do('root', 'bpmnInstances:cancel', instanceId, { reason: '停办' });

    expect(await hall.desk(id)).toMatchObject({ status: 'cancelled' });
    await expectRefused((locale) => hall.send('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(hall.now) }, locale), {
      code: 'ballot.notNow',
      status: 409,
    });
    expect(await broken()).toEqual([]);
  });

  it('is not held before the day that the process allows', async () => {
    await publish('early', { notBefore: '=day' });
    const instanceId = await start('early', { day: dayOf(hall.now + 5 * DAY_MS) });
    const { id } = await meetingOf(instanceId);
    await hall.do('secretary', 'ballotMeetings:update', id, { plannedAt: hall.now + 2 * DAY_MS });

    await expectRefused((locale) => hall.send('chair', 'ballotMeetings:convene', id, { noticeOn: dayOf(hall.now) }, locale), {
      code: 'ballot.tooEarly',
      status: 409,
    });
  });

  it('is missed by the checker when it is gone while its case waits', async () => {
    await publish('gone');
    const instanceId = await start('gone');
    const meeting = await meetingOf(instanceId);
    await hall.engine.write((tx) => tables.meetings.update(tx, { id: meeting.id }, { tokenId: null }));

    const { firstBroken } = await verifyDatabase(hall.engine);

    expect(firstBroken).toMatchObject({
      invariant: 'case.goesOn',
      instanceId,
      data: { elementId: 'activity', fault: 'waitsForNothing' },
    });
    await hall.engine.write((tx) => tables.meetings.update(tx, { id: meeting.id }, { tokenId: meeting.tokenId }));
  });

  it('takes the rule of the same numbers once, and offers it to nobody', async () => {
    await publish('twice');
    await start('twice');
    await start('twice');
    await start('twice', { share: '2/3' });

    const given = (await tables.rules.select(hall, {})).filter(({ key }) => key.startsWith('given.'));
    expect(given.map(({ rule }) => rule.approval?.clauses[0]?.threshold)).toEqual(
      expect.arrayContaining([
        { operator: 'moreThan', num: 1, den: 2, base: 'present' },
        { operator: 'moreThan', num: 2, den: 3, base: 'present' },
      ]),
    );
    expect(new Set(given.map(({ rule }) => JSON.stringify(rule.approval))).size).toBe(given.length);
    const listed = await hall.do<{ key: string }[]>('root', 'ballotRules:list', undefined);
    expect(listed.filter(({ key }) => key.startsWith('given.'))).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a share that is none', { share: 'half' }, 'ballot.activityValue'],
    ['a day that is none', { day: 'soon' }, 'ballot.activityValue'],
    ['more than the whole', { share: '1/1' }, 'ballot.givenRuleUnusable'],
  ])('asks an administrator about %s', async (_, given, code) => {
    await publish('wrong');

    const instanceId = await start('wrong', given);

    const said = async (locale: 'zh-CN' | 'en-US') => (await track(instanceId, locale)).waiting;
    expect(await said('zh-CN')).toMatchObject([
      { kind: 'incident', code, text: expect.stringMatching(/[\u4e00-\u9fff]/) as string },
    ]);
    expect(await said('en-US')).toMatchObject([{ code, text: expect.stringMatching(/^[^\u4e00-\u9fff]+$/) as string }]);
    expect(await tables.meetings.find(hall, { instanceId })).toBeUndefined();
  });

  it('asks an administrator when nobody holds the post that chairs it', async () => {
    await publish('vacant', { chair: 'role:nobody' });

    const instanceId = await start('vacant');

    expect((await track(instanceId)).waiting).toMatchObject([{ kind: 'incident', code: 'ballot.chairPostVacant' }]);
  });

  it.each<[string, object]>([
    ['no title', { title: '' }],
    ['no numbers', { quorum: '' }],
    ['a setting that nobody knows', { colour: 'red' }],
  ])('is refused when it is drawn with %s', async (_, changes) => {
    const problems = await asking.problems('bad', changes);

    expect(problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'ballot.activityConfig', text: expect.stringContaining('设置') as string }),
      ]),
    );
  });
});
