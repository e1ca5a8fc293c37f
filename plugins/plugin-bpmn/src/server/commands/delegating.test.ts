import type { Desk } from '../__fixtures__';
import { holdingIn, openHolding } from './__fixtures__/holding';

/** 委派: somebody else prepares a task, who delegated it decides. */
describe('a delegated task', () => {
  let desk: Desk;
  const { aCase, rowOf, refused } = holdingIn(() => desk);

  beforeAll(async () => {
    desk = await openHolding();
  });
  afterAll(() => desk?.close());

  const delegated = async () => {
    const started = await aCase('委派');
    await desk.task('delegate', 'checker', started.taskId, { to: desk.id('outsider'), reason: '请先核对' });
    return started;
  };

  it('comes back to who delegated it with the proposal as their draft; the case does not move', async () => {
    const { instanceId, taskId } = await delegated();

    await desk.task('complete', 'outsider', taskId, { outcome: 'approve', opinion: '数目无误' });

    expect(await rowOf(taskId)).toMatchObject({ status: 'open', assigneeName: '李强', delegatorId: null, outcome: null });
    expect((await desk.open('checker', taskId)).data.draft).toMatchObject({ opinion: '【同意】数目无误' });
    expect(await desk.row(instanceId)).toMatchObject({ status: 'running' });
    expect(await desk.historyKinds(instanceId)).toEqual(expect.arrayContaining(['taskDelegated', 'taskGivenBack']));
  });

  it('says in the history to whom it went back, and with which proposal', async () => {
    const { instanceId, taskId } = await delegated();
    await desk.task('complete', 'outsider', taskId, { outcome: 'approve', opinion: '数目无误' });

    const { history } = (await desk.track('clerk', instanceId)).data;

    expect(history.at(-1)).toMatchObject({
      text: '孙伟 办完受委派的“审核”，建议“同意”，交回 李强',
      opinion: '数目无误',
    });
  });

  it('is unread again for whom it comes back to', async () => {
    const { taskId } = await delegated();
    await desk.open('outsider', taskId);

    await desk.task('complete', 'outsider', taskId, { outcome: 'approve' });

    const row = (await desk.todo('checker', '委派')).find((one) => one.taskId === taskId);
    expect(row).toMatchObject({ isUnread: true });
  });

  it('names who delegated it to who does it, and nobody afterwards', async () => {
    const { taskId } = await delegated();
    expect((await desk.open('outsider', taskId)).data.task.delegator).toMatchObject({ name: '李强' });

    await desk.task('complete', 'outsider', taskId, { outcome: 'approve' });

    expect((await desk.open('checker', taskId)).data.task.delegator).toBeNull();
  });

  it('is final only when the delegator completes it', async () => {
    const { instanceId, taskId } = await delegated();
    await desk.task('complete', 'outsider', taskId, { outcome: 'approve' });

    await desk.complete('checker', instanceId, 'check', { outcome: 'approve' });

    expect(await rowOf(taskId)).toMatchObject({ status: 'completed', completedByName: '李强' });
  });

  it('leaves the delegator’s inbox until it comes back', async () => {
    const { taskId } = await delegated();
    expect((await desk.todo('checker', '委派')).map((row) => row.taskId)).not.toContain(taskId);

    await desk.task('complete', 'outsider', taskId, { outcome: 'approve' });

    expect((await desk.todo('checker', '委派')).map((row) => row.taskId)).toContain(taskId);
  });

  it('is refused twice in a row: nobody could tell to whom it comes back', async () => {
    const { taskId } = await delegated();

    await refused(
      'delegate',
      'outsider',
      taskId,
      { to: desk.id('clerk'), reason: '再转' },
      { code: 'task.delegatedAlready', status: 409 },
    );
  });

  it('comes back to the delegator although the delegate transferred it', async () => {
    const { taskId } = await delegated();

    await desk.task('transfer', 'outsider', taskId, { to: desk.id('checker2'), reason: '我也没空' });

    expect(await rowOf(taskId)).toMatchObject({ assigneeName: '赵敏', delegatorName: '李强' });
  });

  it('does not let the delegate send the case back: that is the delegator’s word', async () => {
    const { taskId } = await delegated();

    await refused(
      'returnTo',
      'outsider',
      taskId,
      { elementId: 'write', reason: '有误' },
      { code: 'task.delegatedOnly', status: 409 },
    );
  });

  it('is refused to an administrator who does not hold it', async () => {
    const { taskId } = await aCase();

    await refused(
      'delegate',
      'root',
      taskId,
      { to: desk.id('outsider'), reason: '代办' },
      { code: 'task.notYours', status: 403 },
    );
  });
});
