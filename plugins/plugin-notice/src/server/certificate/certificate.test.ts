import { readDocx } from '@wuxin/redaction';
import { textOfDocx, expectRefused } from '@wuxin/test';
import { NOON, Notices, Office, PDF } from '../__fixtures__';
import { objectionsOf } from '../notices';

const ORIGIN = 'https://gongshi.example.gov.cn';

describe('what is printed of a notice', () => {
  let office: Office;
  let notices: Notices;
  let id: string;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
    office.now = NOON;
    id = await notices.draft({
      title: '东村社区居民公约（草案）公示',
      body: [
        { kind: 'paragraph', text: '经居民会议讨论通过，现将《居民公约》予以公示。<b>欢迎</b>提出意见。' },
        { kind: 'heading', text: '一、公共卫生' },
        { kind: 'paragraph', text: '门前三包，垃圾分类投放。' },
        {
          kind: 'table',
          headerRows: 1,
          rows: [
            [{ text: '项目' }, { text: '金额（元）' }],
            [{ text: '修路' }, { text: '12000' }],
          ],
        },
      ],
      matter: '居民公约',
      boardIds: [await notices.board('村口公示栏'), await notices.board('广场公示栏')],
    });
    await notices.addFile(id, '公约全文.pdf', PDF);
    await notices.redact(id);
    await office.do('drafter', 'noticeNotices:submit', id);
    await office.do('approver', 'noticeNotices:approve', id);
  });
  afterAll(() => office?.close());

  const file = async (name: 'certificate' | 'sheet', locale: 'zh-CN' | 'en-US' = 'zh-CN') => {
    const answer = await office.as('poster').file(`/api/noticeNotices:${name}?filterByTk=${id}&origin=${ORIGIN}`, locale);
    expect(answer.status).toBe(200);
    return answer;
  };

  it('is there once it is published, for its staff only, and prints no address that is none', async () => {
    const send =
      (by: 'poster' | 'outsider', name: string, more = {}) =>
      (locale: 'zh-CN' | 'en-US') =>
        office.read(by, `noticeNotices:${name}`, { filterByTk: id, ...more }, locale);
    await expectRefused(send('poster', 'certificate'), { code: 'notice.notPublishedYet', status: 409 });
    await expectRefused(send('poster', 'sheet'), { code: 'notice.notPublishedYet', status: 409 });
    await office.do('poster', 'noticeNotices:publish', id);
    const [first, second] = (await notices.desk(id)).postings;
    await notices.post(first!.id, '2026-11-05');
    await notices.post(second!.id, '2026-11-05');
    await expectRefused(send('outsider', 'certificate'), { code: 'notice.notFound', status: 404 });
    await expectRefused(send('poster', 'sheet', { origin: 'javascript:alert(1)' }), { code: 'input.invalid', status: 400 });
  });

  it('as a certificate says what, where, since when and until when, with hashes and without a person', async () => {
    objectionsOf(office.db).register(async () => ({ total: 3, open: 1, rejected: 2, upheld: 0 }));
    const { content, headers } = await file('certificate');
    const text = textOfDocx(content);
    const desk = await notices.desk(id);

    expect(headers['content-disposition']).toContain(encodeURIComponent('公示证明（'));
    expect(text).toContain('东村社区居民公约（草案）公示');
    expect(text).toContain('2026年11月5日张贴，自次日起满 7 天，至 2026年11月12日');
    expect(text).toContain(`${ORIGIN}${desk.wallPath}`);
    expect(text).toContain('村口公示栏\n村口');
    expect(text).toContain('现场照片');
    expect(text).toContain(desk.contentHash);
    expect(text).toContain(desk.files[0]!.sha256);
    expect(text).toContain('收到异议 3 件：成立 0 件，不成立 2 件，办理中 1 件。');
    expect(text).toContain(`日志共 ${desk.journal.length} 条，末条校验值：${desk.journal.at(-1)!.hash}`);
    expect(text).not.toMatch(/赵敏|王芳|周红|certificate|\{\{|undefined|null/);
    const english = textOfDocx((await file('certificate', 'en-US')).content);
    expect(english).toContain('Posted on 5 November 2026, 7 days from the next day on, until 12 November 2026');
    expect(english).not.toMatch(/certificate\.|\{\{|undefined|null/);
  });

  it('as a sheet has the text in large letters, how to object, and a code that leads to the wall', async () => {
    const { content } = await file('sheet');
    const text = textOfDocx(content);

    expect(text).toContain('<b>欢迎</b>提出意见');
    expect(text).toContain('公示时间：2026年11月5日张贴，满 7 天，至 2026年11月12日');
    expect(text).toContain('请在 2026年11月12日（含当日）前提出');
    expect(text).toContain('附件：公约全文.pdf');
    expect(readDocx(content).unchecked).toEqual([{ part: 'word/media/p1.png', content: 'picture' }]);
    expect(text).not.toMatch(/赵敏|王芳|周红|sheet|\{\{|undefined|null/);
  });
});
