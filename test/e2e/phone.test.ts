import { Cast, openPage, story } from './harness';
import { TaskPage } from './pages/task-page';

describe('a reviewer who has nothing but a phone', () => {
  const step = story(() => cast.photograph('phone-failed'));
  let cast: Cast;
  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  step('agrees to a draft without a word on any of its articles', async () => {
    const page = await cast.page('township', 'phone');
    await openPage(page, '/admin/wuxin/inbox/todo', 'a[href*="/task/"]');
    await page.locator('a[href*="/task/"]').first().click();
    const task = new TaskPage(page);

    await task.form.fill({ 审核意见: '同意提交表决。' });
    await task.form.chooseShownDay('审核日期');
    expect(await task.form.shown('逐条审核意见').getByRole('textbox').count()).toBe(0);
    await task.decide('同意');
  });

  step('had a browser that complained of nothing', () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([]);
    return Promise.resolve();
  });
});
