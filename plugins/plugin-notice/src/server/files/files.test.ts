import { expectRefused } from '@wuxin/test';
import { Notices, Office, PDF, PNG, wordFile } from '../__fixtures__';
import { tables } from '../store';
import { recognised } from '.';

const MEGABYTE = 1024 * 1024;

describe('attachments', () => {
  let office: Office;
  let notices: Notices;
  let id: string;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
  });
  beforeEach(async () => {
    id = await notices.draft();
  });
  afterAll(() => office?.close());

  const large = (megabytes: number) => Buffer.concat([PDF, Buffer.alloc(megabytes * MEGABYTE - PDF.length)]);
  const refused = async (name: string, content: Buffer, code: string) => {
    const before = await office.engine.read((tx) => tables.fileBytes.count(tx, {}));
    const send = (locale: 'zh-CN' | 'en-US') =>
      office.as('drafter').upload('noticeNotices:addFile', { params: { filterByTk: id }, file: { name, content }, locale });
    await expectRefused(send, { code, status: 400 });
    expect(await office.engine.read((tx) => tables.fileBytes.count(tx, {}))).toBe(before);
  };

  it('are PDF, Word files and pictures, by what is in them', async () => {
    await notices.addFile(id, '表.pdf', PDF);
    await notices.addFile(id, '章程.docx', wordFile('第一条'));
    await notices.addFile(id, '图.png', PNG);
    await notices.addFile(id, '图.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]));

    expect((await notices.desk(id)).files.map(({ name, type }) => [name, type.split('/')[1]!.slice(0, 6)])).toEqual([
      ['表.pdf', 'pdf'],
      ['章程.docx', 'vnd.op'],
      ['图.png', 'png'],
      ['图.JPG', 'jpeg'],
    ]);
  });

  it('that are something else than their name says are refused, and nothing of them is kept', async () => {
    await refused('表.pdf', PNG, 'notice.fileType');
    await refused('脚本.html', Buffer.from('<script>alert(1)</script>'), 'notice.fileType');
    await refused('程序.png', Buffer.from('MZ'), 'notice.fileType');
    await refused('空.pdf', Buffer.alloc(0), 'notice.fileEmpty');
    await refused('坏.docx', Buffer.from('PK\u0003\u0004nothing of Word', 'latin1'), 'notice.fileUnreadable');
  });

  it('with a path in their name are refused', async () => {
    expect(() => recognised({ name: '../../etc/表.pdf', bytes: PDF })).toThrow('notice.fileName'); // clients cut it off
    await refused('C:\\表.pdf', PDF, 'notice.fileName');
    await refused('.pdf', PDF, 'notice.fileName');
  });

  it('are limited: 10 MB each, 20 MB together, 20 in number, no name twice', async () => {
    await refused('大.pdf', large(11), 'file.tooLarge');
    await notices.addFile(id, '一.pdf', large(10));
    await refused('一.pdf', PDF, 'notice.fileTwice');
    await notices.addFile(id, '二.pdf', large(9));
    await refused('三.pdf', large(2), 'notice.filesTooLarge');
    for (let index = 3; index <= 20; index += 1) await notices.addFile(id, `${index}.pdf`, PDF);
    await refused('二十一.pdf', PDF, 'notice.filesTooMany');
  });

  it('are needed for the action that takes one', async () => {
    const send = (locale: 'zh-CN' | 'en-US') =>
      office.as('drafter').upload('noticeNotices:addFile', { params: { filterByTk: id }, locale });
    await expectRefused(send, { code: 'file.missing', status: 400 });
  });

  it('are read by whoever has a part in the notice, and taken away by its drafter', async () => {
    const fileId = await notices.addFile(id, '表.pdf', PDF);
    const address = `/api/noticeNotices:file?filterByTk=${id}&fileId=${fileId}`;
    const { headers, content } = await office.as('approver').file(address);
    expect([headers['content-type'], content.equals(PDF)]).toEqual(['application/pdf', true]);
    expect((await office.as('outsider').file(address)).status).toBe(404);

    await office.do('drafter', 'noticeNotices:removeFile', id, { fileId });
    await expectRefused((locale) => office.send('drafter', 'noticeNotices:removeFile', id, { fileId }, locale), {
      code: 'notice.fileNotFound',
      status: 404,
    });
  });
});
