import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { called, disclose, held, meet, registration, witness } from './__fixtures__/steps';

const MINUTE = 60_000;

/** What cannot wait is dealt with first; a meeting has to ratify it within the time that the parameter says, ten days. */
describe('an emergency', () => {
  let community: Community;
  let matter: string;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const actFirst = async (title: string) => {
    matter = await community.start(title);
    const data = registration(community, { emergencyReason: '暴雨后边坡垮塌，危及一号楼' });
    await community.act(matter, ['secretary', 'register'], { outcome: 'emergency', opinion: '险情', data });
  };
  const dealtWith = async () => {
    const done = { emergencyOn: community.today, emergencySpent: 42000, emergencyActions: '清运土石、支护边坡' };
    await community.act(matter, ['lead', 'emergencyAct'], { outcome: 'done', data: done });
  };
  const isLate = async () => (await community.record(matter)).get('ratifyLate');
  const saidLate = async () => {
    const rows = await findRows(community, 'bpmnHistory', { filter: { instanceId: matter, kind: 'activityDecided' } });
    return rows.map((row) => JSON.stringify(row.get('data')));
  };
  const told = async (username: string, part: RegExp) => (await community.messages(username)).filter((text) => part.test(text));

  it('needs its reason in words', async () => {
    matter = await community.start('山体滑坡抢险');
    const rushed = { outcome: 'emergency', opinion: '险情', data: registration(community) };
    await community.refuse(matter, ['secretary', 'register'], rushed, 'requirement.notMet');
    await actFirst('山体滑坡抢险（二）');
    expect(await community.open(matter)).toEqual(['emergencyAct']);
  });

  it('is ratified, disclosed and finished', async () => {
    await dealtWith();
    await meet(community, matter, 'representatives');
    await disclose(community, matter);

    expect(await community.open(matter)).toEqual(['implement']);
    expect(await community.register(matter)).toEqual(['ratification: passed', 'decisionNotice: undisputed']);
    expect(await isLate()).toBe('no');
  });

  describe('that is not ratified in time', () => {
    let dueOn: string;
    beforeAll(async () => {
      await actFirst('管网爆裂抢修');
      await dealtWith();
      dueOn = community.day(10);
    });

    it('reminds who has to call the meeting two days before', async () => {
      await community.pass(7);
      expect(await told('director', /管网爆裂抢修：应急追认/)).toHaveLength(1);
      await community.pass(1);
      expect((await told('director', /管网爆裂抢修：应急追认/)).length).toBeGreaterThan(1);
      expect(await told('township', /管网爆裂抢修：应急追认/)).toEqual([]);
      expect(await isLate()).toBeNull();
    });

    it('tells the township when the time is over, and says so in the record and in the history, in both languages', async () => {
      await community.pass(3);

      expect(await told('township', /管网爆裂抢修：应急追认/)).toHaveLength(1);
      expect(await isLate()).toBe('yes');
      const [said] = await saidLate();
      expect(said).toContain(`应急追认逾期：应在 ${dueOn} 前召开会议追认。`);
      expect(said).toContain(`due by ${dueOn}`);
    });

    it('stays marked when the meeting comes after all', async () => {
      await meet(community, matter, 'representatives');

      expect(await isLate()).toBe('yes');
      expect(await community.register(matter)).toEqual(['ratification: passed']);
    });
  });

  it('whose meeting was in time is not late because it was entered late', async () => {
    await actFirst('电梯困人处置');
    await dealtWith();
    await community.act(matter, ['director', 'convene'], { outcome: 'called', data: called(community, 3) });
    const heldOn = community.day(3);
    await community.pass(14);
    expect(await isLate()).toBe('yes');
    await community.act(matter, ['director', 'hold'], {
      outcome: 'recorded',
      data: held(community, 'representatives', { heldOn }),
    });
    await witness(community, matter);

    expect(await isLate()).toBe('no');
  });

  it('left every history whole', async () => {
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
