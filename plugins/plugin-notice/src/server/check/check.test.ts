import { textOfDocx, expectRefused } from '@wuxin/test';
import type { RedactBody } from '../../common/api';
import { NOON, Notices, Office, PDF, PNG, wordFile } from '../__fixtures__';
import { tables } from '../store';

const PHONE = '13812345678';
const ID_NUMBER = '610124199001011264';

describe('the redaction check of a notice', () => {
  let office: Office;
  let notices: Notices;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
  });
  beforeEach(() => {
    office.now = NOON;
  });
  afterAll(() => office?.close());

  const withPeople = () =>
    notices.draft({
      title: `户主：张建国`,
      body: [
        { kind: 'paragraph', text: `电话１３８ 1234 5678，另一部${PHONE}` },
        {
          kind: 'table',
          rows: [
            [{ text: '姓名' }, { text: '身份证号' }],
            [{ text: '李秀英' }, { text: ID_NUMBER }],
          ],
        },
      ],
    });
  const redact = (id: string, given: Partial<RedactBody>) => async (locale: 'zh-CN' | 'en-US') => {
    const { stamp } = await notices.check(id);
    return office.send('drafter', 'noticeNotices:redact', id, { stamp, decisions: [], ...given }, locale);
  };

  it('finds people in title, text, tables and Word files, says where, and offers the masked forms', async () => {
    const id = await withPeople();
    const fileId = await notices.addFile(id, '名单.docx', wordFile(`联系电话：${PHONE}`));

    const { findings } = await notices.check(id);
    expect(findings.map(({ kind, pieces }) => [kind, pieces[0]!.place, pieces[0]!.mask])).toEqual([
      ['name', { kind: 'title' }, '张*'],
      ['phone', { kind: 'block', block: 0 }, '138****5678'],
      ['phone', { kind: 'block', block: 0 }, '138****5678'],
      ['name', { kind: 'block', block: 1, row: 1, cell: 0 }, '李*'],
      ['idNumber', { kind: 'block', block: 1, row: 1, cell: 1 }, '***'],
      ['phone', { kind: 'file', fileId }, '138****5678'],
    ]);
    expect(findings[1]!.pieces[0]).toMatchObject({ before: '电话', text: '１３８ 1234 5678', after: `，另一部${PHONE}` });
  });

  it('masks what a person accepts in text and Word file, and keeps nothing of what was found', async () => {
    const id = await withPeople();
    const fileId = await notices.addFile(id, '名单.docx', wordFile(`联系电话：${PHONE}`));
    await notices.redact(id);

    const desk = await notices.desk(id);
    expect(desk.title).toBe('户主：张*');
    expect(JSON.stringify(desk)).not.toMatch(new RegExp(`${PHONE}|${ID_NUMBER}|张建国|李秀英`));
    expect(desk.check).toMatchObject({ isCurrent: true, kinds: { name: { masked: 2, kept: 0 }, phone: { masked: 3, kept: 0 } } });
    const file = await office.as('drafter').file(`/api/noticeNotices:file?filterByTk=${id}&fileId=${fileId}`);
    expect(textOfDocx(file.content)).toBe('联系电话：138****5678');
    const stored = await office.engine.read(async (tx) => [
      await tables.notices.select(tx, { id }),
      await tables.journal.select(tx, { subjectId: id }),
    ]);
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${PHONE}|${ID_NUMBER}|张建国`));
  });

  it('lets something stay with a reason that does not repeat it', async () => {
    const id = await notices.draft({ body: [{ kind: 'paragraph', text: `联系电话${PHONE}` }] });
    const [finding] = (await notices.check(id)).findings;
    const keep = (reason: string) => redact(id, { decisions: [{ id: finding!.id, decision: 'keep', reason }] });

    await expectRefused(redact(id, {}), { code: 'notice.findingUndecided', status: 400 });
    await expectRefused(keep(' '), { code: 'notice.keepReasonMissing', status: 400 });
    await expectRefused(keep(`社区公开电话 ${PHONE}`), { code: 'notice.reasonTellsIt', status: 400 });
    expect((await keep('社区公开的值班电话')('zh-CN')).status).toBe(200);
    expect((await notices.desk(id)).check).toMatchObject({
      kinds: { phone: { masked: 0, kept: 1 } },
      reasons: ['社区公开的值班电话'],
    });
    await office.do('drafter', 'noticeNotices:submit', id);
  });

  it('that is of another text than what is there now is refused, and changes nothing', async () => {
    const id = await withPeople();
    const { stamp, findings } = await notices.check(id);
    const decisions = findings.map((finding) => ({ id: finding.id, decision: 'mask' as const }));
    await office.do('drafter', 'noticeNotices:update', id, { title: `户主：王建国` });

    await expectRefused((locale) => office.send('drafter', 'noticeNotices:redact', id, { stamp, decisions }, locale), {
      code: 'notice.checkStale',
      status: 409,
    });
    expect(await notices.desk(id)).toMatchObject({ title: '户主：王建国', check: null });
  });

  it('asks a person to look at pictures and PDF files, and to say so', async () => {
    const id = await notices.draft();
    await notices.addFile(id, '照片.png', PNG);
    const pdf = await notices.addFile(id, '表.pdf', PDF);

    expect((await notices.check(id)).unchecked.map(({ name, contents }) => [name, contents])).toEqual([
      ['照片.png', ['picture']],
      ['表.pdf', ['pdf']],
    ]);
    await expectRefused(redact(id, { looked: [{ fileId: pdf, words: '看过' }] }), { code: 'notice.notLookedAt', status: 400 });
    await notices.redact(id);
    expect((await notices.desk(id)).check!.looked.map(({ words }) => words)).toEqual(Array(2).fill('已逐页查看，没有个人信息'));
  });

  it('masks a person in the name of a file, whose ending stays', async () => {
    const id = await notices.draft();
    await notices.addFile(id, `户主：张建国.pdf`.replace('：', '张三：'), PDF);
    await notices.redact(id);
    expect((await notices.desk(id)).files[0]!.name).toMatch(/×.*\.pdf$/);
  });

  it('is for the drafter of a draft only', async () => {
    const id = await notices.submitted();
    expect((await office.read('drafter', 'noticeNotices:check', { filterByTk: id })).status).toBe(409);
    expect((await office.read('approver', 'noticeNotices:check', { filterByTk: id })).status).toBe(403);
    expect((await office.read('outsider', 'noticeNotices:check', { filterByTk: id })).status).toBe(404);
  });
});
