import type { InboxPage } from '../../common/api';
import { Desk } from '../__fixtures__';
import { ONE_STEP, startersAre } from './__fixtures__/starting';

describe('where there is nothing to start', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk?.close());

  const mayStart = async (who: 'clerk' | 'checker' | 'root') =>
    (await desk.as(who).get<InboxPage>('bpmnTasks:inbox', { params: { tab: 'todo' } })).data.mayStart;

  it('the inbox offers it to nobody, and later only to who may start something', async () => {
    expect(await mayStart('root')).toBe(false);
    await desk.publishLines('named', `${startersAre('role:checker')}\n${ONE_STEP}`);

    expect([await mayStart('clerk'), await mayStart('checker'), await mayStart('root')]).toEqual([false, true, true]);

    await desk.as('root').post('bpmnProcesses:retire', { params: { filterByTk: 'named' }, data: { reason: '停用' } });
    expect(await mayStart('checker')).toBe(false);
  });
});
