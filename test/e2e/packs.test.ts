import * as entries from './covenant/entries';
import { putBack } from './covenant/put-back';
import { Cast, CLERK, employClerk, Installation, INSTALLATION_LIMIT_MS, openPage, outputFile, story } from './harness';
import { COMMUNITY, confirmParameters, settleTown } from './packs/town';
import { Designer } from './pages/designer';
import { Inbox } from './pages/inbox';
import { Packs } from './pages/packs';
import { ProcessAdministration } from './pages/processes';
import { startCase } from './pages/start-case';
import type { UploadedFile } from './pages/uploaded-file';
import { resize } from './screens/look';
import { PAGE } from './screens/screen';
import { expectEnglish, expectUsable } from './screens/usable';

const NAME = '居民公约';
const TITLE = `湖滨社区公约 ${Date.now()}`;
const NEXT = `湖滨社区公约（升级后） ${Date.now()}`;
const REVIEW_TIME = '流程图 · 镇（街）审核 · 时限 › 数量';

describe('a clerk who takes the covenant to another installation', () => {
  const step = story(async () => {
    await home.photograph('packs-failed-home');
    await away.cast.photograph('packs-failed-away');
  });
  /** Where the procedure comes from, and where it goes to. */
  let home: Cast;
  let away: Installation;
  let pack: UploadedFile;

  beforeAll(async () => {
    home = await Cast.open();
    await employClerk(await home.page('admin'));
    away = await Installation.empty('packs-server');
    await employClerk(await away.cast.page('admin'));
  }, INSTALLATION_LIMIT_MS);
  afterAll(async () => {
    await putBack(await home.page('admin'));
    await home.close();
    await away?.close();
  });

  const homePacks = async () => new Packs(await home.page(CLERK.account));
  const awayPacks = async () => new Packs(await away.cast.page(CLERK.account));
  const designerOf = async (cast: Cast) => {
    const designer = new Designer(await cast.page(CLERK.account));
    await designer.open('covenant');
    return designer;
  };
  const limitTime = async (designer: Designer, name: string, days: string) => {
    await designer.choose(name);
    await designer.pick('长度的来源', '固定数字');
    await designer.fill('时限长度', days);
    await designer.saved();
  };
  const taskOf = async (who: string, title: string, name: string) =>
    (await Inbox.open(await away.cast.page(who))).openTask(title, name);
  const publish = async (key: string, note: string, number: number) => {
    const processes = new ProcessAdministration(await away.cast.page(CLERK.account));
    await processes.openProcess(key);
    await processes.publish(note, number);
  };

  step('shortens the review at home, and exports the draft with what it calls', async () => {
    await limitTime(await designerOf(home), '镇（街）审核', '7');

    pack = await (await homePacks()).exportDraft('covenant');
    expect(pack.name).toBe(`${NAME}.zip`);
  });

  step('sees in the empty installation what the file would bring, on a desktop, a phone and in English', async () => {
    const packs = await awayPacks();
    await packs.choose(pack);

    await packs.procedure(NAME).getByText('本系统没有').waitFor();
    expect(await packs.page.getByRole('alert').allInnerTexts()).toEqual([]);
    await expectUsable(packs.page, { part: PAGE });
    await packs.page.screenshot({ path: outputFile('packs-new-phone.png'), fullPage: true });
    await resize(packs.page, 'desktop');
    await packs.page.screenshot({ path: outputFile('packs-new.png'), fullPage: true });
  });

  step('takes it in as drafts, each of which is looked at and published', async () => {
    const { page } = await awayPacks();
    const count = await page.locator(`${PAGE} h2`).count();
    await (await awayPacks()).take(count);
    await page.screenshot({ path: outputFile('packs-imported.png'), fullPage: true });

    for (const key of await keysOfDrafts()) await publish(key, '由内容包导入', 1);
  });

  /** As the list of processes shows them, what is called first. */
  async function keysOfDrafts(): Promise<string[]> {
    const page = await away.cast.page(CLERK.account);
    await openPage(page, '/admin/wuxin/processes', '.ant-table-row');
    const links = await page.locator('.ant-table-row a[href*="/processes/"]').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    const keys = addresses.flatMap((address) => /processes\/(\w+)\/detail/.exec(address ?? '')?.[1] ?? []);
    return [...keys.filter((key) => key !== 'covenant'), 'covenant'];
  }

  step('confirms its parameters; the secretary starts a case there, and the director has its first task', async () => {
    await settleTown(await away.cast.page('admin'));
    expect(await confirmParameters(await away.cast.page(CLERK.account))).toBeGreaterThan(0);

    await startCase(await away.cast.page('secretary'), 'covenant', TITLE);
    const inbox = await Inbox.open(await away.cast.page('director'));
    expect(await inbox.rows(TITLE).innerText()).toContain(COMMUNITY);
    const task = await inbox.openTask(TITLE, '征集民意');
    await task.fillAndDecide(entries.SOLICITED, '征集结束');
    await (await taskOf('drafter', TITLE, '汇总反馈')).fillAndDecide(entries.SUMMARISED, '反馈完毕');
  });

  step('changes the procedure there: another name for a step, another time for the review', async () => {
    const designer = await designerOf(away.cast);
    await limitTime(designer, '镇（街）审核', '6');
    await designer.choose('组织协商');
    await designer.fill('名称', '召集协商会');
    await designer.saved();
    await designer.publish('按本社区的做法');
  });

  step('gets a newer pack from home: a shorter time for the draft, and for the review', async () => {
    const designer = await designerOf(home);
    await limitTime(designer, '镇（街）审核', '5');
    await limitTime(designer, '起草草案', '8');

    pack = await (await homePacks()).exportDraft('covenant');
  });

  step('reads what would change, what stays, and what both changed', async () => {
    const packs = await awayPacks();
    await packs.choose(pack);

    expect(await packs.findings(NAME, /^两边都改过/)).toEqual([
      expect.stringMatching(/镇（街）审核 · 时限 › 数量[\s\S]*6[\s\S]*5/),
    ]);
    expect(await packs.findings(NAME, /^内容包新增或改动/)).toContainEqual(
      expect.stringMatching(/起草草案 · 时限 › 数量[\s\S]*→ 8/),
    );
    expect(await packs.findings(NAME, /^本地改过/)).toContainEqual(expect.stringMatching(/名称[\s\S]*组织协商 → 召集协商会/));
    await expectUsable(packs.page, { part: PAGE });
    await packs.page.screenshot({ path: outputFile('packs-upgrade-phone.png'), fullPage: true });
    await resize(packs.page, 'desktop');
    await packs.page.screenshot({ path: outputFile('packs-upgrade.png'), fullPage: true });
  });

  step('and so does an administrator who reads English, on a phone', async () => {
    const { page } = new Packs(await away.cast.page('admin', 'phone', 'en-US'));
    await openPage(page, '/admin/wuxin/packs/import', 'input[type=file] >> xpath=..');
    await page.locator('input[type=file]').setInputFiles(pack);
    await page.getByText(/^Changed on both sides/).waitFor();
    await expectEnglish(page, { part: PAGE, typed: [/居民公约\.zip/, /组织协商|召集协商会/] });
    await page.screenshot({ path: outputFile('packs-upgrade-english.png'), fullPage: true });
  });

  step('decides the conflict, takes the rest, and finds every change of both sides in the draft', async () => {
    const packs = await awayPacks();
    await packs.decide(REVIEW_TIME, '采用内容包');
    await packs.take(1);
    await packs.page.getByRole('link', { name: '与第 2 版比较' }).click();
    await packs.page.getByText('起草草案').first().waitFor();
    await packs.page.screenshot({ path: outputFile('packs-compared.png'), fullPage: true });

    const designer = await designerOf(away.cast);
    const timeOf = async (name: string) => {
      await designer.choose(name);
      return designer.panel.getByLabel('时限长度', { exact: true }).inputValue();
    };
    expect([await timeOf('镇（街）审核'), await timeOf('起草草案')]).toEqual(['5', '8']);
    await designer.choose('召集协商会');
  });

  step('publishes it; what ran before goes its old way, what starts now the new one', async () => {
    await (await designerOf(away.cast)).publish('升级到新内容包');
    await startCase(await away.cast.page('secretary'), 'covenant', NEXT);
    await taskOf('director', NEXT, '征集民意');

    await (await taskOf('drafter', TITLE, '起草草案')).fillAndDecide(entries.DRAFTED, '提交协商');
    await taskOf('secretary', TITLE, '组织协商');
  });

  step('is refused a damaged file in words, and nothing is chosen', async () => {
    const packs = await awayPacks();
    await openPage(packs.page, '/admin/wuxin/packs/import', 'input[type=file] >> xpath=..');
    await packs.page.locator('input[type=file]').setInputFiles({ ...pack, buffer: pack.buffer.subarray(0, 2_000) });
    await packs.page.getByText('这不是内容包（.zip），或者文件已损坏').waitFor();
    expect(await packs.page.getByRole('button', { name: /^导入为草案/ }).count()).toBe(0);
  });

  it('complained in nobody’s browser but of the damaged file', () => {
    expect([home, away.cast].flatMap(({ complaints }) => complaints.flatMap((of) => of()))).toEqual([
      expect.stringMatching(/^clerk: .* 400 .*bpmnPacks:preview/),
    ]);
  });
});
