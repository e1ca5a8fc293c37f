import { expectRefused } from '@wuxin/test';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WallView } from '../../common/api';
import { DAY_MS, NOON, PDF, Wall } from '../__fixtures__';
import { tables } from '../store';
import { wallChanged } from './change';

describe('the wall', () => {
  let wall: Wall;
  beforeAll(async () => {
    wall = await Wall.open();
  });
  afterEach(() => {
    wall.office.now = NOON;
  });
  afterAll(() => wall?.close());

  it('has a front page before there is a notice, at one address with its stroke', async () => {
    expect((await wall.get('')).status).toBe(200);
    const bare = await wall.agent().get('/api/wall').redirects(0);
    expect([bare.status, bare.headers.location]).toEqual([308, 'wall/']);
  });

  it('shows a notice once it is published, in the lists of its community', async () => {
    const { page } = await wall.published({ title: '低保名单公示' });

    expect((await wall.get(page)).text).toContain('现将居民公约予以公示。');
    for (const list of ['', 'all/', 'c/east/', 'c/east/publicity/', 'c/east/2026-11/', 'all/2026-11/'])
      expect([list, (await wall.text(list)).includes(list === '' ? '东村社区' : '低保名单公示')]).toEqual([list, true]);
    expect(await wall.text(page)).toContain('汉滨区 江北镇 东村社区');
  });

  it('shows what people wrote as text, whatever it is', async () => {
    const hostile = '<script>alert(1)</script>';
    const id = await wall.notices.draft({ title: hostile, body: [{ kind: 'paragraph', text: `"><img src=x>${hostile}` }] });
    await wall.notices.addFile(id, `'"><b>表.pdf`, PDF);
    await wall.notices.redact(id);
    await wall.office.do('drafter', 'noticeNotices:submit', id);
    await wall.office.do('approver', 'noticeNotices:approve', id);
    await wall.office.do('poster', 'noticeNotices:publish', id);
    await wall.office.drain();

    const text = await wall.text((await wall.ofNotice(id)).page);
    expect(text).not.toMatch(/<script>alert|<img src=x|<b>表/);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(await wall.text('all/')).not.toContain(hostile);
  });

  it('gives attachments as downloads, and none once the notice is gone', async () => {
    const id = await wall.notices.draft({ title: '附件公示' });
    await wall.notices.addFile(id, '收支表.pdf', PDF);
    await wall.notices.redact(id);
    await wall.office.do('drafter', 'noticeNotices:submit', id);
    await wall.office.do('approver', 'noticeNotices:approve', id);
    await wall.office.do('poster', 'noticeNotices:publish', id);
    await wall.office.drain();
    const { page } = await wall.ofNotice(id);
    const href = /n\/[\w-]+\/[\w-]+\/[0-9a-f]{32}\.pdf/.exec(await wall.text(page))?.[0] ?? '';

    const file = await wall.get(href).responseType('blob');
    expect(wall.files()).toContain(href);
    expect([file.status, file.headers['content-type'], file.headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      'attachment',
    ]);
    expect(PDF.equals(file.body as Buffer)).toBe(true);

    await wall.office.do('approver', 'noticeNotices:takeDown', id, { reason: '贴错了' });
    await wall.office.drain();
    expect([(await wall.get(href)).status, (await wall.get(page)).status]).toEqual([410, 410]);
    expect(wall.files()).not.toContain(href);
  });

  it('leads from a notice that was corrected to the one that stands for it', async () => {
    const before = await wall.published({ title: '金额写错的公示' });
    const { nextId } = await wall.office.do<{ nextId: string }>('root', 'noticeNotices:correct', before.id, { reason: '金额' });
    await wall.office.drain();
    expect((await wall.get(before.page)).status).toBe(410);
    await wall.notices.redact(nextId);
    await wall.office.do('drafter', 'noticeNotices:submit', nextId);
    await wall.office.do('approver', 'noticeNotices:approve', nextId);
    await wall.office.do('poster', 'noticeNotices:publish', nextId);
    await wall.office.drain();
    const after = await wall.ofNotice(nextId);

    const old = await wall.get(before.page);
    expect(old.status).toBe(200);
    expect(old.text).toContain(after.token);
    expect(old.text).not.toContain('金额写错的公示');
    expect(await wall.text('all/')).not.toContain(before.token);
    expect((await wall.get(after.page)).status).toBe(200);
  });

  it('closes the form at the midnight after the last day, and forgets the notice when it was kept long enough', async () => {
    const { page, token } = await wall.published({ title: '到期的公示' });
    expect(await wall.text(page)).toContain('<form class="screen"');

    wall.office.now = NOON + 8 * DAY_MS;
    await wall.office.drain();
    expect((await wall.get(page)).text).not.toContain('<form class="screen"');

    wall.office.now = NOON + 200 * DAY_MS;
    await wall.office.drain();
    expect((await wall.get(page)).status).toBe(410);
    expect(wall.files().filter((path) => path.endsWith('.html') && !path.includes(token)).filter((path) => readFileSync(join(wall.folder, path), 'utf8').includes(token))).toEqual([]); // prettier-ignore
  });

  it('keeps months apart by the day of the place: a minute before and after the end of the year', async () => {
    wall.office.now = Date.parse('2026-12-31T23:59:00+08:00');
    const last = await wall.published({ title: '年末公示' });
    wall.office.now = Date.parse('2027-01-01T00:01:00+08:00');
    const first = await wall.published({ title: '年初公示' });

    expect([await wall.text('all/2026-12/'), await wall.text('all/2027-01/')].map((text) => [text.includes(last.token), text.includes(first.token)])).toEqual([[true, false], [false, true]]); // prettier-ignore
    const archive = await wall.text('all/archive.html');
    expect(archive.indexOf('2027-01')).toBeLessThan(archive.indexOf('2026-12'));
  });

  it('ends with the right files when writing failed after the change was kept', async () => {
    const elsewhere = `${wall.folder}-away`;
    renameSync(wall.folder, elsewhere);
    writeFileSync(wall.folder, 'no folder');
    const id = await wall.notices.published({ title: '写到一半' });
    await wall.office.drain();
    const { page } = await wall.ofNotice(id);
    rmSync(wall.folder);
    renameSync(elsewhere, wall.folder);
    expect((await wall.get(page)).status).toBe(404);

    wall.office.now = NOON + DAY_MS;
    await wall.office.drain();

    expect((await wall.get(page)).status).toBe(200);
    expect(await wall.text('all/')).toContain('写到一半');
  });

  it('is the same after the same change is told again, and after it is written anew', async () => {
    const { id } = await wall.published({ title: '再写一遍' });
    const before = new Map(wall.files().map((path) => [path, readFileSync(join(wall.folder, path), 'utf8')]));
    await wallChanged(wall.office.db, id);
    await wall.office.drain();
    rmSync(wall.folder, { recursive: true });

    await wall.office.do('root', 'noticeWall:rebuild', undefined);
    await wall.office.drain();

    expect(new Map(wall.files().map((path) => [path, readFileSync(join(wall.folder, path), 'utf8')]))).toEqual(before);
    const { data } = await wall.office.read<{ rebuild: { finishedAt: number; written: number; notices: number } }>(
      'root',
      'noticeWall:get',
    );
    expect([data.rebuild.finishedAt, data.rebuild.written]).toEqual([wall.office.now, data.rebuild.notices]);
  });

  it('has the title, address, office and telephone that an administrator sets, and nobody else', async () => {
    const settings = {
      title: '江北镇公示墙',
      locale: 'zh-CN',
      address: 'https://wall.example.org',
      applicationAddress: null,
      offices: [{ placeId: 'town', windowAddress: '江北镇便民大厅 3 号窗口', telephone: '0915-3610000' }],
    };
    await expectRefused((locale) => wall.office.send('drafter', 'noticeWall:settings', undefined, settings, locale), { code: 'notice.wallNotForYou', status: 403 }); // prettier-ignore
    const wrong = { ...settings, address: 'javascript:x' };
    await expectRefused((locale) => wall.office.send('root', 'noticeWall:settings', undefined, wrong, locale), { code: 'notice.wallSettings', status: 400 }); // prettier-ignore
    await wall.office.do('root', 'noticeWall:settings', undefined, settings);
    await wall.office.drain();
    const { page } = await wall.published();

    const text = await wall.text(page);
    expect(text).toContain('0915-3610000');
    expect(text).toContain('江北镇便民大厅 3 号窗口');
    expect(text).toContain('<svg');
    expect(await wall.text('')).toContain('江北镇公示墙');
    const { data } = await wall.office.read<WallView>('root', 'noticeWall:get');
    expect([data.settings, data.places]).toEqual([settings, [{ id: 'town', name: '江北镇' }]]);
  });

  it('knows a notice by nothing but its drawn token', async () => {
    const { token } = await wall.published();
    const states = await wall.office.engine.read((tx) => tables.wallStates.select(tx, { noticeId: token }));
    expect(JSON.stringify(states)).not.toMatch(/赵敏|王芳|周红/);
  });
});
