import { makePage, OrdinaryPage } from './blocks/ordinary-page';
import { publishNotice } from './blocks/published-notice';
import { Cast, expectAxeClean, screenshot, story } from './harness';

const COMMUNITY = '锦苑社区';
const TITLE = `楼道照明公示 ${Date.now()}`;
const NOTICES = '公示公告';
const HEADING = '社区公示';
const CALENDAR = '公开日历';

describe('blocks of ours on an ordinary page of NocoBase', () => {
  const step = story(() => cast.photograph('blocks-failed'));
  let cast: Cast;
  let made: Awaited<ReturnType<typeof makePage>>;
  let editor: OrdinaryPage;
  const pageOf = async (username: string, size?: 'phone') => {
    const seen = new OrdinaryPage(await cast.page(username, size), made.address);
    await seen.open();
    return seen;
  };

  beforeAll(async () => {
    cast = await Cast.open();
    const page = await cast.page('admin');
    await publishNotice(page, { title: TITLE, placeName: COMMUNITY });
    made = await makePage(page, { title: '社区首页', role: 'wuxinStaff' });
    editor = new OrdinaryPage(page, made.address);
  });
  afterAll(async () => {
    await made?.remove();
    await cast?.close();
  });

  step('are offered where an administrator adds blocks, and are there at once', async () => {
    await editor.open();
    await editor.edit();
    await editor.add(NOTICES);
    await editor.add(CALENDAR);

    await editor.block(NOTICES).getByRole('link', { name: TITLE }).waitFor();
  });

  step('take a place, a number of rows and a heading', async () => {
    const content = await editor.settings(NOTICES, '内容');
    await content.choosePlace(COMMUNITY);
    await content.rows.fill('3');
    await content.save();
    const calendar = await editor.settings(CALENDAR, '内容');
    await calendar.choosePlace(COMMUNITY);
    await calendar.save();
    const heading = await editor.settings(NOTICES, '标题和描述');
    await heading.dialog.getByRole('textbox').first().fill(HEADING);
    await heading.save();

    await editor.block(HEADING).getByRole('link', { name: TITLE }).waitFor();
    await editor.block(CALENDAR).getByText(COMMUNITY).first().waitFor();
  });

  step('keep their settings', async () => {
    await editor.open();
    const content = await editor.settings(HEADING, '内容');

    await content.place.getByText(COMMUNITY).waitFor();
    expect(await content.rows.inputValue()).toBe('3');
    await screenshot(editor.page, 'blocks-settings');
    await content.cancel();
  });

  step('are there for somebody who edits no page: the notice on the wall, the calendar of where they work', async () => {
    const seen = await pageOf('drafter');

    const link = seen.block(HEADING).getByRole('link', { name: TITLE });
    await link.waitFor();
    const [wall] = await Promise.all([seen.page.waitForEvent('popup'), link.click()]);
    await wall.getByRole('heading', { name: TITLE }).first().waitFor();
    await wall.close();
    await seen.block(CALENDAR).getByText(/^逾期 \d+ · 30 天内 \d+$/).first().waitFor(); // prettier-ignore
    expect(await seen.page.getByTestId('ui-editor-button').count()).toBe(0);
    await expectAxeClean(seen.page, { include: '.nb-block-grid' });
    await screenshot(seen.page, 'blocks');
  });

  step('lead whoever has a part in a notice to its desk', async () => {
    const seen = await pageOf('secretary');

    await seen.block(HEADING).getByRole('link', { name: TITLE }).click();
    await seen.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  });

  step('show nothing of a place to somebody who may not see it there', async () => {
    const seen = await pageOf('xl-drafter');

    await seen.block(CALENDAR).getByText('您不能查看这里的内容').waitFor();
    expect(await seen.block(CALENDAR).innerText()).not.toContain(COMMUNITY);
    await seen.block(HEADING).getByRole('link', { name: TITLE }).waitFor();
  });

  step('fit on a phone', async () => {
    const seen = await pageOf('drafter', 'phone');

    await seen.block(HEADING).getByRole('link', { name: TITLE }).waitFor();
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    await screenshot(seen.page, 'blocks-phone');
  });

  step('complained of nothing but of what somebody may not see', () => {
    const complaints = cast.complaints.flatMap((of) => of()).filter((text) => !/^xl-drafter: .*status of 404/.test(text));
    expect(complaints).toEqual([]);
    return Promise.resolve();
  });
});
