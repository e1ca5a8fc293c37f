import { DAY_MS, type Desk } from '../../__fixtures__';
import { activityTypesOf, type ServiceHandler, serviceHandlersOf, serviceType } from '../../engine';
import { taskStatsOf } from '../../task-stats';
import { PROCESSES } from './processes';

/** What the cases of a stored database wait for; a case's business key says which it is. */
export const WAITS = [
  'task',
  'draft',
  'claimed',
  'delegated',
  'suspended',
  'branches',
  'votes',
  'timer',
  'message',
  'job',
  'incident',
  'subProcess',
  'calledCase',
  'ended',
] as const;
export type Wait = (typeof WAITS)[number];

export function serve(desk: Desk, handler: ServiceHandler): void {
  activityTypesOf(desk.db).registerOnce(serviceType('send'));
  serviceHandlersOf(desk.db).set('send', handler);
}

/** Leaves one case in each way of waiting. Uses only what every build so far has. */
export async function playCases(desk: Desk): Promise<void> {
  serve(desk, () => Promise.reject(new Error('out of order')));
  for (const xml of Object.values(PROCESSES)) await desk.publish(xml);
  const start = async (processKey: string, businessKey: Wait, variables = {}) =>
    (await desk.start(processKey, 'clerk', { businessKey, variables })).instanceId;
  const act = async (action: string, by: 'clerk' | 'checker', instanceId: string, elementId: string, data: object) =>
    expect((await desk.task(action, by, await desk.openTask(instanceId, elementId), data)).errors).toEqual([]);

  await start('review', 'task');
  await act('saveDraft', 'clerk', await start('review', 'draft'), 'write', { data: {}, opinion: '还没写完' });
  for (const key of ['claimed', 'delegated'] as const) {
    const id = await start('review', key);
    await desk.complete('clerk', id, 'write', { opinion: '请审' });
    await act('claim', 'checker', id, 'check', {});
    if (key === 'delegated') await act('delegate', 'checker', id, 'check', { to: desk.id('checker2'), reason: '外出' });
  }
  const suspended = await start('review', 'suspended');
  expect((await desk.instance('suspend', 'root', suspended, { reason: '停' })).errors).toEqual([]);
  await desk.complete('clerk', await start('fork', 'branches'), 'left');
  await desk.complete('clerk', await start('vote', 'votes'), 'cast', { opinion: '同意' });
  await start('pause', 'timer');
  await start('listen', 'message', { number: 'A-1' });
  await start('serve', 'incident');
  await start('inside', 'subProcess');
  await start('call', 'calledCase');
  await desk.complete('clerk', await start('vote', 'ended'), 'cast');
  await desk.drain();
  await desk.advance(DAY_MS / 2); // the boundary timer of the fork has fired
  const ended = await desk.instance('cancel', 'root', (await caseOf(desk, 'ended')).id, { reason: '撤销' });
  expect(ended.errors).toEqual([]);
  await start('serve', 'job'); // nobody carries it out any more
  await taskStatsOf(desk.db).drain();
}

export async function caseOf(desk: Desk, businessKey: Wait) {
  const [row] = await desk.db.getRepository('bpmnInstances').find({ filter: { businessKey } });
  return { id: String(row.get('id')), status: String(row.get('status')) };
}
