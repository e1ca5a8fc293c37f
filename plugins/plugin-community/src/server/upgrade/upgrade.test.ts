import { StoredDatabases } from '@wuxin/test';
import { join } from 'node:path';
import { Community } from '../__fixtures__/community';
import { text } from '../rows';
import { fromCalledMeeting, fromNotice } from './__fixtures__/go-on';
import { type Wait, WAITS } from './__fixtures__/play';

/** An upgrade looks at every table and index, one after the other, and brings the content up to date. */
const UPGRADE_LIMIT_MS = 300_000;
const STORED = new StoredDatabases(join(__dirname, '__fixtures__/databases'));
const DONE = { outcome: 'complete' };

describe.each(STORED.builds())('a community’s database that build %s left, upgraded to this build', (build) => {
  let community: Community;

  beforeAll(async () => {
    await STORED.restore(build);
    community = await Community.reopen();
  }, UPGRADE_LIMIT_MS);
  afterAll(() => community?.close());

  const idOf = async (title: Wait) => text(await community.row('bpmnInstances', { title, parentInstanceId: null }), 'id');
  const statusOf = async (title: Wait) => (await community.instance(await idOf(title))).status;
  const completes = async (title: Wait, ...elements: readonly string[]) => {
    for (const element of elements) await community.act(await idOf(title), ['secretary', element], DONE);
  };
  const root = async (action: string, filterByTk: string, data: object) => {
    const answer = await (await community.as('nocobase')).post(`bpmn${action}`, { params: { filterByTk }, data });
    expect(answer.errors).toEqual([]);
    await community.drain();
  };

  it('breaks no invariant before anything goes on', async () => {
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it.each<[Wait, readonly string[]]>([
    ['form', ['register']],
    ['paused', ['precheck']],
    ['calledMeeting', ['hold']],
    ['notice', ['watch']],
    ['inclusiveJoin', ['right']],
    ['eventGateway', []],
    ['compensationKept', ['decide']],
    ['compensating', ['unbook']],
    ['votes', ['say', 'say']],
    ['incident', []],
    ['call', []],
  ])('still has the case “%s” where it stood', async (wait, open) => {
    expect(await community.open(await idOf(wait))).toEqual(open);
    expect(await statusOf(wait)).toBe(wait === 'paused' ? 'suspended' : 'running');
  });

  it('has the procedures that the earlier build was not given, and leaves each case in its version', async () => {
    expect(await community.row('bpmnProcesses', { key: 'covenant' })).toBeDefined();
    const versions = await Promise.all(
      WAITS.map(async (wait) => (await community.row('bpmnInstances', { id: await idOf(wait) })).get('versionNumber')),
    );
    expect(new Set(versions)).toEqual(new Set([1]));
  });

  it('lets staff of a community call meetings, until an administrator takes that away for good', async () => {
    const refusals = async () => (await (await community.as('secretary')).post('ballotMeetings:people')).errors;
    const roles = community.db.getRepository('roles');
    expect(await refusals()).toEqual([]);

    const snippets = (await community.row('roles', { name: 'wuxinStaff' })).get('snippets') as string[]; // a JSON column of NocoBase
    const without = snippets.filter((snippet) => snippet !== 'wuxin.ballots.convene');
    expect(without).toHaveLength(snippets.length - 1);
    await roles.update({ filterByTk: 'wuxinStaff', values: { snippets: without } });
    await community.upgrade();

    expect(await refusals()).toMatchObject([{ code: 'ballot.mayNotCall' }]);
  });

  it('shows the draft of a form as it was kept', async () => {
    const params = { filterByTk: await community.taskId(await idOf('form'), 'register') };
    const opened = await (await community.as('secretary')).get<{ draft: object }>('bpmnTasks:open', { params });

    expect(opened.data.draft).toMatchObject({ data: { background: '还没写完' }, opinion: '待核' });
  });

  it.each<[Wait, () => Promise<void>]>([
    [
      'form',
      async () => {
        const data = {
          origin: 'people',
          matterClass: 'works',
          amount: 49999,
          fundSource: '公共收益',
          proposedOn: community.today,
          background: '写完了。',
          planText: '补种绿化。',
          affected: '一号楼居民',
          legalityChecks: ['competent', 'lawful', 'funded', 'fair'],
        };
        await community.act(await idOf('form'), ['secretary', 'register'], { outcome: 'submit', data });
      },
    ],
    [
      'paused',
      async () => {
        await root('Instances:resume', await idOf('paused'), { reason: '查清' });
        const data = { precheckOpinion: '不属社区权限。', precheckedOn: community.today };
        const refusal = { outcome: 'refuse', data, opinion: '不属社区权限。' };
        await community.act(await idOf('paused'), ['township', 'precheck'], refusal);
      },
    ],
    ['inclusiveJoin', () => completes('inclusiveJoin', 'right', 'after')],
    [
      'eventGateway',
      async () => {
        const data = { name: 'answer', correlationKey: 'A-1' };
        expect((await (await community.as('nocobase')).post('bpmnInstances:message', { data })).errors).toEqual([]);
        await completes('eventGateway', 'thank');
      },
    ],
    ['compensationKept', () => completes('compensationKept', 'decide', 'unbook', 'inform')],
    ['compensating', () => completes('compensating', 'unbook', 'inform')],
    ['votes', () => completes('votes', 'say', 'say')],
    [
      'incident',
      async () => {
        const incident = await community.row('bpmnIncidents', { instanceId: await idOf('incident'), status: 'open' });
        await root('Incidents:retry', text(incident, 'id'), { reason: '补填金额', variables: { amount: 900 } });
        await completes('incident', 'dear');
      },
    ],
    [
      'call',
      async () => {
        await community.drain();
        await completes('call', 'say', 'say', 'say');
      },
    ],
    // these take months, in which timers of the others would fire
    ['calledMeeting', async () => fromCalledMeeting(community, await idOf('calledMeeting'))],
    ['notice', async () => fromNotice(community, await idOf('notice'))],
  ])('carries the case “%s” to its end', async (wait, goOn) => {
    await goOn();

    expect(await statusOf(wait)).toBe('completed');
  });

  it('counts the votes of the meetings that it carries on, and archives both matters', async () => {
    const steps = ['proposal', 'consultation', 'review', 'resolution'].map((step) => `${step}: passed`);
    const whole = [...steps, 'decisionNotice: undisputed', 'resultNotice: undisputed'];

    for (const wait of ['calledMeeting', 'notice'] as const) expect(await community.register(await idOf(wait))).toEqual(whole);
  });

  it('has no case left open, and every invariant holds', async () => {
    const statuses = await Promise.all(WAITS.map((wait) => statusOf(wait)));

    expect(new Set(statuses)).toEqual(new Set(['completed']));
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
