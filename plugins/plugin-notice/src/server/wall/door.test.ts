import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOON, SAID, Wall } from '../__fixtures__';
import { tables } from '../store';

describe('the door of the wall', () => {
  let wall: Wall;
  let notice: { id: string; token: string; page: string };
  beforeAll(async () => {
    wall = await Wall.open();
    notice = await wall.published({ title: '低保对象名单公示' });
  });
  beforeEach(() => {
    // limits of one test are over for the next
    wall.office.now += 60 * 60_000;
  });
  afterAll(() => wall?.close());

  const refusal = ({ status, headers }: { status: number; headers: Record<string, string> }) =>
    `${status} ${headers['x-wuxin-refusal'] ?? ''}`;
  const objections = () => wall.office.engine.read((tx) => tables.objections.select(tx, {}));

  describe('gives files of the folder', () => {
    it('with a policy, without a cookie, and 304 to whoever has them', async () => {
      const { status, headers } = await wall.get(notice.page);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect([headers['x-content-type-options'], headers['set-cookie'], headers['content-type']]).toEqual(['nosniff', undefined, 'text/html; charset=utf-8']); // prettier-ignore

      expect((await wall.get(notice.page, { 'If-None-Match': headers.etag ?? '' })).status).toBe(304);
      expect((await wall.get(notice.page, { 'If-Modified-Since': headers['last-modified'] ?? '' })).status).toBe(304);
      expect((await wall.get(notice.page, { 'If-None-Match': '"other"' })).status).toBe(200);
    });

    it('packed, unless somebody does not want that', async () => {
      expect((await wall.get('wall.css', { 'Accept-Encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
      expect((await wall.get('wall.css', { 'Accept-Encoding': 'identity' })).headers['content-encoding']).toBeUndefined();
    });

    it('without their content to HEAD, and to nobody by another method', async () => {
      const head = await wall.agent().head(`/api/wall/${notice.page}`);
      expect([head.status, Number(head.headers['content-length']) > 0]).toEqual([200, true]);
      const put = await wall.agent().put(`/api/wall/${notice.page}`);
      expect([refusal(put), put.headers.allow]).toEqual(['405 notice.wallMethod', 'GET, HEAD']);
      expect((await wall.get('objections')).status).toBe(405);
    });

    it('also below the path of a sub-application', async () => {
      expect((await wall.agent().get(`/api/__app/other/wall/${notice.page}`)).status).toBe(200);
    });

    it.each([
      '../../package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/secret.html',
      'n/../index.html',
      './index.html',
      '//index.html',
      '.hidden.html',
      'index.html%00.css',
      'n\\x.html',
      'secret.txt',
      'index.html.part',
      `n/Ab/${'A'.repeat(22)}.html`,
      'n/Ab/x.gone',
    ])('and nothing else: %s', async (path) => {
      writeFileSync(join(wall.folder, 'secret.txt'), 'secret');
      const answer = await wall.get(path);
      expect([answer.status, answer.text.includes('没有这个页面')]).toEqual([404, true]);
    });

    it('and follows no link out of it', async () => {
      writeFileSync(join(wall.folder, '..', 'outside.html'), 'outside');
      symlinkSync(join(wall.folder, '..', 'outside.html'), join(wall.folder, 'link.html'));
      symlinkSync(join(wall.folder, '..'), join(wall.folder, 'up'));
      expect([(await wall.get('link.html')).status, (await wall.get('up/outside.html')).status]).toEqual([404, 404]);
    });
  });

  describe('searches', () => {
    it('titles and numbers of what hangs, without a script', async () => {
      const page = await wall.get(`search?q=${encodeURIComponent('低保')}`);
      expect([page.status, page.text.includes(notice.page), page.text.includes('找到 1 条')]).toEqual([200, true, true]);
      expect(page.text).not.toContain('<script');
      expect(await wall.text(`search?q=${encodeURIComponent('没有的词')}`)).toContain('没有找到');
      expect(await wall.text('search?q=x')).toContain('至少输入两个字');
    });

    it('for what is markup elsewhere as for text', async () => {
      const { text, status } = await wall.get(`search?q=${encodeURIComponent('"><script>alert(1)</script>%')}`);
      expect(status).toBe(200);
      expect(text).not.toContain('<script>alert');
      expect(text).toContain('&quot;&gt;&lt;script&gt;');
      expect((await wall.get('search?q=%E0%A4%A')).status).toBe(200);
    });
  });

  describe('takes an objection', () => {
    it('and answers with the code, with which its answer is read', async () => {
      const { status, text } = await wall.object(notice.token, { people: '3', name: '周桂兰', contact: '13912345678' });
      expect(status).toBe(200);
      const [row] = await objections();
      expect(row).toMatchObject({ noticeId: notice.id, people: 3, objectorName: '周桂兰', channel: 'wall', text: SAID });
      expect(text).not.toContain('周桂兰');

      const answer = await wall.send('answers', { code: wall.codeIn(text) });
      expect([answer.status, answer.text.includes(row!.number), answer.text.includes('待受理')]).toEqual([200, true, true]);
      expect(answer.text).toMatch(/收到日期<\/dt>\s*<dd>\d{4}年\d{1,2}月\d{1,2}日</);
      expect(answer.text).not.toContain('周桂兰');
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it('of a program like any other, and keeps nothing of it', async () => {
      const before = await objections();
      const { status, text } = await wall.object(notice.token, { website: 'http://spam.example' });
      expect([status, wall.codeIn(text).length]).toEqual([200, 19]);
      expect(await objections()).toEqual(before);
    });
  });

  describe('refuses, and nothing is kept:', () => {
    let before: unknown;
    beforeEach(async () => {
      before = await objections();
    });
    afterEach(async () => expect(await objections()).toEqual(before));

    it('a flood, from one source and for one notice', async () => {
      const one = [];
      for (let index = 0; index < 8; index += 1) one.push((await wall.object(notice.token, { text: '短' }, '192.0.2.1')).status);
      expect(one).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);

      const all = [];
      for (let index = 0; index < 105; index += 1) all.push((await wall.object(notice.token, { text: '短' })).status);
      expect(all.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
    });

    it('what is too large, no form, or lacks something', async () => {
      const url = '/api/wall/objections';
      expect(refusal(await wall.object(notice.token, { text: '长'.repeat(30_000) }))).toBe('413 notice.wallTooLarge');
      expect(refusal(await wall.agent().post(url).send({ notice: notice.token, text: SAID }))).toBe('415 notice.wallContentType');
      expect(refusal(await wall.object(notice.token, { text: '' }))).toBe('400 objection.textLength');
      expect(refusal(await wall.object(notice.token, { people: 'many' }))).toBe('400 notice.wallPeople');
      expect(refusal(await wall.agent().post(url).type('form').send('%FF%FF'))).toBe('400 notice.wallForm');
      expect(refusal(await wall.send('objections', {}))).toBe('404 notice.wallNothing');
    });

    it('an address that nobody has given out', async () => {
      const answer = await wall.object('A'.repeat(22));
      expect([answer.status, answer.type]).toEqual([404, 'text/html']);
      expect((await wall.object('../x')).status).toBe(404);
    });

    it('what another site sends', async () => {
      const fields = { notice: notice.token, text: SAID };
      expect(refusal(await wall.send('objections', fields, { 'Sec-Fetch-Site': 'cross-site' }))).toBe('403 notice.wallCrossSite');
    });

    it('a code that there is not, each alike', async () => {
      const answers = await Promise.all(['', 'x', 'AAAA-AAAA-AAAA-AAAA'].map((code) => wall.send('answers', { code })));
      expect(new Set(answers.map(refusal))).toEqual(new Set(['404 notice.wallCodeUnknown']));
    });

    it('whoever tries codes without end', async () => {
      const answers = [];
      for (let index = 0; index < 25; index += 1) answers.push(refusal(await wall.send('answers', { code: `AAAA-${index}` })));
      expect(new Set(answers.slice(-5))).toEqual(new Set(['429 notice.wallTooMany']));
    });

    it('an objection when the period is over', async () => {
      const over = await wall.published();
      wall.office.now = NOON + 9 * 24 * 60 * 60_000;
      expect(refusal(await wall.object(over.token))).toBe('409 objection.late');
    });
  });
});
