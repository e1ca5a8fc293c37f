import type { Community } from '../../__fixtures__/community';
import { called, meet, post, register, registration, untilResolution } from '../../__fixtures__/deliberation';
import { PROCESSES } from './processes';

/** What the cases of a stored database wait for; a case's title says which it is. */
export const WAITS = [
  'form',
  'paused',
  'calledMeeting',
  'notice',
  'inclusiveJoin',
  'eventGateway',
  'compensationKept',
  'compensating',
  'votes',
  'incident',
  'call',
] as const;
export type Wait = (typeof WAITS)[number];

const STARTER = 'secretary';

/** Leaves one case in each way of waiting. */
export async function playCases(community: Community): Promise<void> {
  const root = await community.as('nocobase');
  for (const xml of PROCESSES) {
    const deployed = await root.post<{ processKey: string; problems: unknown[] }>('bpmnProcesses:deploy', { data: { xml } });
    expect(deployed.data.problems).toEqual([]);
    const published = await root.post('bpmnProcesses:publish', { params: { filterByTk: deployed.data.processKey } });
    expect(published.errors).toEqual([]);
  }
  await playMatters(community);
  await playOthers(community);
}

/** Of the four deliberations. */
async function playMatters(community: Community): Promise<void> {
  const matter = (title: Wait) => community.start(title);

  const form = await community.taskId(await matter('form'), 'register');
  const draft = { data: { background: '还没写完' }, opinion: '待核' };
  const saved = await (await community.as(STARTER)).post('bpmnTasks:saveDraft', { params: { filterByTk: form }, data: draft });
  expect(saved.errors).toEqual([]);

  const paused = await matter('paused');
  await community.act(paused, [STARTER, 'register'], { outcome: 'submit', data: registration(community) });
  const order = { params: { filterByTk: paused }, data: { reason: '核查' } };
  expect((await (await community.as('nocobase')).post('bpmnInstances:suspend', order)).errors).toEqual([]);

  const notice = await matter('notice');
  await untilResolution(community, notice);
  await meet(community, notice, 'representatives');
  await post(community, notice);

  const meeting = await matter('calledMeeting');
  await register(community, meeting);
  await meet(community, meeting, 'partyCommittee');
  await community.act(meeting, [STARTER, 'convene'], { outcome: 'called', data: called(community, 1) });
  await community.pass(1);
}

async function playOthers(community: Community): Promise<void> {
  const start = (title: Wait, processKey: string) => community.start(title, { processKey });
  const done = { outcome: 'complete' };
  await community.act(await start('inclusiveJoin', 'someBranches'), [STARTER, 'left'], done);
  await start('eventGateway', 'eitherEvent');
  await community.act(await start('compensationKept', 'booking'), [STARTER, 'book'], done);
  const compensating = await start('compensating', 'booking');
  for (const element of ['book', 'decide']) await community.act(compensating, [STARTER, element], done);
  await community.act(await start('votes', 'opinions'), [STARTER, 'say'], { ...done, opinion: '同意' });
  await start('incident', 'unknownWay');
  await community.drain();
  await start('call', 'handsOver'); // nobody carries it out any more
}
