import { REGISTERED } from './actions/entries';
import { Cast, expectAxeClean, openPage, story } from './harness';
import { spaced } from './pages/spaced';
import { TaskCentre } from './pages/task-centre';
import { DIALOG } from './screens/screen';

const TITLE = `楼道照明 ${Date.now()}`;
const REGISTER = '登记事项';

describe('the task centre of NocoBase', () => {
  const step = story(() => cast.photograph('task-centre-failed'));
  let cast: Cast;
  let centre: TaskCentre;
  let count: number;

  beforeAll(async () => {
    cast = await Cast.open();
    centre = new TaskCentre(await cast.page('secretary'));
  });
  afterAll(() => cast?.close());

  step('counts a task of ours as soon as it is somebody’s', async () => {
    const { page } = centre;
    await openPage(page, '/admin/wuxin/start?process=fourDeliberations', 'button[type=submit]');
    await centre.button.locator('.ant-badge-count').waitFor();
    const before = await centre.count();
    await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
    await page.getByRole('button', { name: spaced('发起') }).click();

    await page.getByRole('heading', { level: 2, name: REGISTER }).waitFor();
    count = before + 1;
    await centre.expectCount(count);
  });

  step('lists it with its step, its process and its deadline', async () => {
    await centre.open();

    await centre.item(TITLE).waitFor();
    expect(await centre.item(TITLE).innerText()).toMatch(/登记事项[\s\S]*四议两公开/);
  });

  step('opens it in a dialog, with the form and the outcomes of the task’s own page', async () => {
    const task = await centre.openTask(TITLE);
    await task.form.field('预算金额').waitFor();
    await expectAxeClean(centre.page, { include: `${DIALOG} .ant-modal-body` });

    await task.form.fill(REGISTERED);
    await task.press('提交判定');
    await centre.dialog.getByText(/^已由 陈敏 于 .* 办理：提交判定$/).waitFor();
  });

  step('counts and lists it as done afterwards', async () => {
    await centre.expectCount(count - 1);
    await centre.close();
    await centre.show('completed');

    await centre.item(TITLE).waitFor();
    expect(await centre.item(TITLE).innerText()).toContain('提交判定');
    await centre.show('pending');
    await centre.item(TITLE).waitFor({ state: 'detached' });
  });

  step('complained of nothing', () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([]);
    return Promise.resolve();
  });
});
