import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cast, expectAxeClean, screenshot, SIZES, story } from './harness';
import { ProcessAdministration } from './pages/processes';
import { spaced } from './pages/spaced';

const NAME = `审议表（副本）${Date.now()}`;
const KEY = 'fourDeliberations';
const SHEET = readFileSync(join(__dirname, '../../workflows/12-four-deliberations/templates/review.docx'));
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ADD = '新增文书模板';

describe('an administrator of documents', () => {
  const step = story(() => cast.photograph('templates-failed'));
  let cast: Cast;
  let processes: ProcessAdministration;
  beforeAll(async () => {
    cast = await Cast.open();
    processes = new ProcessAdministration(await cast.page('admin'));
  });
  afterAll(() => cast?.close());

  const choose = (name: string, buffer: Buffer) =>
    processes.dialog.locator('input[type=file]').setInputFiles({ name, mimeType: WORD, buffer });
  const decide = () => processes.dialog.getByRole('button', { name: ADD }).click();

  step('is told what is wrong with a file, and nothing is added', async () => {
    await processes.openProcess(KEY, 'templates');
    await processes.page.getByRole('button', { name: ADD }).click();
    await processes.dialog.getByRole('textbox', { name: '文书名称' }).fill(NAME);
    await choose('坏的.docx', Buffer.from('no Word file'));
    await decide();
    await processes.dialog.getByText('这不是能读取的 Word 文件').waitFor();
  });

  step('adds it with what it needs, in a dialog that can be used at any size', async () => {
    await choose('审议表.docx', SHEET);
    await processes.dialog.getByRole('combobox', { name: '具备什么才能打印' }).focus(); // the list takes letters only then
    await processes.page.keyboard.type('三议:党员大会审议.计票结论');
    await processes.page.locator('.ant-select-item-option').getByText('三议:党员大会审议.计票结论', { exact: true }).click();
    await processes.dialog.getByRole('textbox', { name: '文书名称' }).click();
    for (const size of ['phone', 'desktop'] as const) {
      await processes.page.setViewportSize(SIZES[size]);
      await expectAxeClean(processes.page, { include: '.ant-modal-content' });
      await screenshot(processes.page, `templates-add-${size}`);
    }
    await decide();
    await processes.page
      .getByRole('status')
      .filter({ hasText: `“${NAME}”已存入草稿` })
      .waitFor();
    for (const size of ['phone', 'desktop'] as const) {
      await processes.page.setViewportSize(SIZES[size]);
      await screenshot(processes.page, `templates-added-${size}`);
    }
  });

  step('takes it away again', async () => {
    await processes.page.getByRole('button', { name: `删除模板：${NAME}` }).click();
    // a button that still moves with its dialog may be missed
    await processes.dialog.evaluate(async (dialog) => {
      await Promise.allSettled(dialog.getAnimations({ subtree: true }).map(({ finished }) => finished));
    });
    await processes.dialog.getByRole('button', { name: spaced('删除') }).click();
    await processes.page
      .getByRole('status')
      .filter({ hasText: `“${NAME}”已从草稿里删除` })
      .waitFor();
    await processes.page.getByRole('row').filter({ hasText: NAME }).waitFor({ state: 'detached' });
  });

  step('had a browser that complained of nothing but the refusal', () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([expect.stringMatching(/^admin: .* 400 .*bpmnProcesses:addTemplate/)]);
    return Promise.resolve();
  });
});
