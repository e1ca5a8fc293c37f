import { Cast, giveRole, openPage, story, tabTo } from './harness';
import { Inbox } from './pages/inbox';
import { ProcessAdministration } from './pages/processes';
import { TaskForm } from './pages/task-form';
import { spaced } from './pages/spaced';
import { TaskPage } from './pages/task-page';
import { trialProcess } from './processes/trial-process';
import { resize } from './screens/look';
import { DIALOG, PAGE } from './screens/screen';
import { expectUsable } from './screens/usable';

const KEY = `trial${Date.now()}`;
const TITLE = `一件 ${KEY}`;

describe('an administrator', () => {
  const step = story(() => cast.photograph('processes-failed'));
  let cast: Cast;
  let processes: ProcessAdministration;

  beforeAll(async () => {
    cast = await Cast.open();
    processes = new ProcessAdministration(await cast.page('admin'));
  });
  afterAll(() => cast?.close());

  step('is told which element of an uploaded process is wrong, and nothing is saved', async () => {
    await processes.openList();
    await processes.upload('broken.bpmn', trialProcess(KEY, 'nobodyAtAll'));

    await processes.dialog.getByText('有错误，没有保存。修改后重新上传。').waitFor();
    const problems = processes.dialog.getByRole('list', { name: '检查结果' });
    expect(await problems.innerText()).toContain('“核对材料”的办理人类型“nobodyAtAll”不存在');
    await problems.getByRole('button', { name: '定位“核对材料”' }).click();
    await processes.dialog.locator('.djs-element.wuxin-selected').waitFor();
  });

  step('saves a correct one as a draft, and designs the form of its task in place', async () => {
    await processes.openList();
    await processes.upload('trial.bpmn', trialProcess(KEY));
    await processes.dialog.getByRole('button', { name: '查看流程' }).click();
    await processes.page.getByRole('heading', { level: 1, name: `试办 ${KEY}` }).waitFor();
    await processes.page.getByText('草稿 第 1 版').waitFor();

    await processes.addField(KEY, 'check', '改正说明');
    await new TaskForm(processes.page).field('改正说明').waitFor();
  });

  step('publishes it and starts a case', async () => {
    await processes.openProcess(KEY);
    await processes.publish('试办');

    const { page } = processes;
    await openPage(page, `/admin/wuxin/start?process=${KEY}`, 'button[type=submit]');
    await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
    await page.getByRole('button', { name: spaced('发起') }).click();
    await page.getByRole('heading', { name: '核对材料' }).waitFor();
  });

  step('completes the task with the keyboard alone, in the field that was added', async () => {
    const { page } = processes;
    const inbox = await Inbox.open(page);
    await tabTo(page, inbox.rows(TITLE).getByRole('link'));
    await page.keyboard.press('Enter');

    const task = new TaskPage(page);
    await tabTo(page, task.form.field('改正说明'));
    await page.keyboard.type('已补充施行日期。');
    await tabTo(page, task.outcomes.getByRole('button', { name: '核对无误' }));
    await page.keyboard.press('Enter');
    await page.getByText('已办理：核对无误').waitFor();
  });

  step('sees why the case cannot go on: nobody has the role', async () => {
    await processes.openIncidents(KEY);

    const incident = processes.page.getByRole('row').filter({ hasText: TITLE });
    expect(await incident.innerText()).toMatch(/审批[\s\S]*找不到办理人/);
    expect(await processes.page.getByRole('tab', { selected: true }).innerText()).toContain('1');
    await expectUsable(processes.page, { part: PAGE });
    await resize(processes.page, 'desktop');
  });

  step('gives somebody the role, tries again, and the case goes on with that person', async () => {
    const { page } = processes;
    await giveRole(page, { role: KEY, username: 'director' });
    await processes.openIncidents(KEY);
    await processes.retry(TITLE, '已任命审批人');
    await page.locator('.ant-empty').waitFor();

    const task = await (await Inbox.open(await cast.page('director'))).openTask(TITLE, '审批');
    await task.decide('同意');
  });

  step('is told which condition reads what nobody knows, gives the value with the keyboard, and the case ends', async () => {
    const { page, dialog } = processes;
    await processes.openIncidents(KEY);
    await tabTo(
      page,
      page
        .getByRole('row')
        .filter({ hasText: TITLE })
        .getByRole('button', { name: spaced('重试') }),
    );
    await page.keyboard.press('Enter');
    await dialog.getByText('copies > 0', { exact: true }).waitFor();
    await expectUsable(page, { part: DIALOG });
    await resize(page, 'desktop');

    await tabTo(page, dialog.getByRole('combobox', { name: '“copies”的类型' }));
    const chosen = page.locator('.ant-select-item-option-active');
    await page.keyboard.press('ArrowDown');
    await chosen.filter({ hasText: '文字' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await chosen.filter({ hasText: '数字' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('spinbutton', { name: 'copies' }));
    await page.keyboard.type('3');
    await tabTo(page, dialog.getByRole('textbox', { name: '理由' }));
    await page.keyboard.type('印了三份');
    await tabTo(page, dialog.getByRole('button', { name: spaced('重试') }));
    await page.keyboard.press('Enter');
    await page.locator('.ant-empty').waitFor();

    await openPage(page, '/admin/wuxin/inbox/started', '.ant-table-row');
    await page.getByRole('row').filter({ hasText: TITLE }).getByRole('link').first().click();
    await page.getByText('修改了 copies，并重试了“是否分发”').waitFor();
    await page.getByText('印了三份').waitFor();
  });

  step('takes the process out of use', async () => {
    await processes.openProcess(KEY);
    await processes.retire('试办结束');

    await openPage(processes.page, `/admin/wuxin/start?process=${KEY}`, 'section form, section .ant-empty');
    expect(await processes.page.getByText(`试办 ${KEY}`).count()).toBe(0);
  });
});
