import { textOfDocx } from '@wuxin/test';
import { docxOf, paragraph, table } from '../__fixtures__';
import { checkTemplate, type Mark } from './check';
import { marksOf, readDocx, render } from './docx';
import { fileNameOf } from './documents';
import { type Format, namesOf, type Placeholder, type RawRow, withUniqueNames } from './placeholders';
import { shareWords } from './shares';
import { fill, missingOf, wordsOf } from './values';

const value = (zh: string, key: string, format: Format = { as: 'text' }): Placeholder => ({
  kind: 'value',
  names: namesOf(zh, key),
  label: { zh, en: key },
  key,
  format,
});
const rows = (zh: string, key: string, columns: Placeholder[]): Placeholder => ({
  kind: 'rows',
  names: namesOf(zh, key),
  label: { zh, en: key },
  key,
  source: { kind: 'subTable', field: key },
  columns,
});

const KNOWN = [
  value('名称', 'title'),
  value('预算金额', 'amount', { as: 'number' }),
  value('日期', 'on', { as: 'date' }),
  rows('三议：党员大会审议', 'review', [
    value('应到', 'due', { as: 'number' }),
    value('实到', 'present', { as: 'number' }),
    value('计票结论', 'sentence'),
  ]),
  rows('实施进度', 'progress', [value('日期', 'on', { as: 'date' }), value('说明', 'note')]),
];
const RAW: RawRow = {
  title: '停车位改造 <一期> & "二期"',
  amount: 186000,
  on: '2026-03-02',
  review: [
    { due: 15, sentence: '未过半数' },
    { due: 16, present: 13, sentence: '赞成 12 人' },
  ],
  progress: [
    { on: '2026-04-01', note: '基础' },
    { on: '2026-05-20', note: '铺装\n划线' },
  ],
};

const print = async (body: string, raw: RawRow = RAW) => {
  const docx = readDocx(docxOf(body)).bytes;
  const { used, problems } = checkTemplate(await marksOf(docx), [], KNOWN);
  expect(problems).toEqual([]);
  return textOfDocx(await render(docx, fill(used, raw)));
};

describe('a template with the values of a case', () => {
  it('has them by label or by name, as they are, whatever signs are in them', async () => {
    expect(await print(paragraph('{名称}，{amount} 元，{日 期}'))).toBe('停车位改造 <一期> & "二期"，186,000 元，2026年3月2日');
  });

  it('repeats a row of a table for each row, with its own values and those around it', async () => {
    const printed = await print(table(['{#实施进度}{日期}', '{说明}', '{名称}{/实施进度}']), { ...RAW, title: '甲' });
    expect(printed).toBe('2026年4月1日\n基础\n甲\n2026年5月20日\n铺装\n划线\n甲');
  });

  it('has the last of several rows by name: the vote that counts', async () => {
    expect(await print(paragraph('应到 {三议：党员大会审议.应到} 人，{review.sentence}'))).toBe('应到 16 人，赞成 12 人');
  });

  it('has a share of two numbers, as a fraction and in per cent, both of the same meeting', async () => {
    const body = '{review.实到/应到} {三议：党员大会审议.实到／应到} {review.实到占应到} {review.present%due}';
    expect(await print(paragraph(body))).toBe('13/16 13/16 81.2% 81.2%');
    expect(await print(paragraph('{#review}{实到/应到}；{/review}'))).toBe('；13/16；');
    expect(await print(paragraph('[{review.实到/应到}][{review.实到占应到}]'), {})).toBe('[][]');
  });

  it('takes full-width signs and spaces of the braces for what they mean', async () => {
    expect(await print(paragraph('{三议:党员大会审议 . 应到}'))).toBe('16');
  });

  it('has what stands between a condition only where there is a value', async () => {
    const body = paragraph('{#名称}名称：{名称}{/名称}。');
    expect([await print(body, { title: '甲' }), await print(body, { title: '' })]).toEqual(['名称：甲。', '。']);
  });

  it('leaves a cell empty where there is nothing yet', async () => {
    expect(await print(paragraph('[{名称}][{review.due}]'), {})).toBe('[][]');
  });

  it('never takes a value for a mark or for XML', async () => {
    expect(await print(paragraph('{名称}'), { title: '{预算金额}<w:p>&amp;' })).toBe('{预算金额}<w:p>&amp;');
  });

  it('is not made when a name has lost its meaning', async () => {
    const docx = readDocx(docxOf(paragraph('{已删除}'))).bytes;
    await expect(render(docx, fill(KNOWN, RAW))).rejects.toMatchObject({
      code: 'document.placeholderGone',
      data: { placeholder: '已删除' },
    });
  });
});

describe('the check of a template', () => {
  const open = (name: string): Mark => ({ kind: 'open', name });
  const close = (name: string): Mark => ({ kind: 'close', name });
  const mark = (name: string): Mark => ({ kind: 'value', name });

  it('names every placeholder that nobody knows, also among what it needs', () => {
    const { problems } = checkTemplate([mark('总额'), mark('review.总额'), open('评议'), close('评议')], ['决算'], KNOWN);
    expect(problems.map(({ code, placeholder }) => [code, placeholder])).toEqual(
      ['总额', 'review.总额', '评议', '决算'].map((name) => ['template.unknownPlaceholder', name]),
    );
  });

  it.each<[string, Mark[], string]>([
    ['rows that are not repeated', [mark('实施进度')], 'template.rowsWithoutLoop'],
    ['a column outside of its rows', [mark('说明')], 'template.unknownPlaceholder'],
    ['a loop that does not end', [open('实施进度'), mark('说明')], 'template.loopNotClosed'],
    ['an end without a beginning', [close('实施进度')], 'template.loopNotOpened'],
    ['a share of something that is no number', [mark('review.计票结论/应到')], 'template.shareNotNumbers'],
    ['a share of what nobody knows', [mark('review.缺席/应到')], 'template.unknownPlaceholder'],
    ['loops that cross', [open('实施进度'), open('review'), close('实施进度'), close('review')], 'template.loopNotOpened'],
  ])('tells of %s', (_, marks, code) => {
    expect(checkTemplate(marks, [], KNOWN).problems[0]?.code).toBe(code);
  });

  it('keeps what the template names and nothing else of the record', () => {
    const { used } = checkTemplate([mark('名称'), mark('review.due')], ['三议：党员大会审议.计票结论'], KNOWN);
    expect(used.map(({ key }) => key)).toEqual(['title', 'review']);
    expect(used[1]).toMatchObject({ columns: [{ key: 'due' }, { key: 'sentence' }] });
  });

  it('gives a name that two fields have to neither, and to a field before a step', () => {
    const names = withUniqueNames([value('意见', 'a'), value('意见', 'b'), value('审核', 'c')], [value('审核', 'd')]).map(
      (one) => one.names,
    );
    expect(names).toEqual([['a'], ['b'], ['审核', 'c'], ['d']]);
  });
});

describe('what is missing', () => {
  it('is what it needs and has no value yet, with the rows that it belongs to', () => {
    const filled = fill(KNOWN, { title: '甲', review: [{ due: 15 }] });
    const missing = missingOf(['名称', 'review.应到', 'review.计票结论', '实施进度'], KNOWN, filled);
    expect(missing).toEqual([
      { label: { zh: '计票结论', en: 'sentence' }, of: { zh: '三议：党员大会审议', en: 'review' } },
      { label: { zh: '实施进度', en: 'progress' }, of: null },
    ]);
  });

  it('is no number that is zero', () => {
    expect(missingOf(['预算金额'], KNOWN, fill(KNOWN, { amount: 0 }))).toEqual([]);
  });
});

describe('a value in words', () => {
  it.each<[Format, unknown, string]>([
    [{ as: 'date' }, '2026-11-25', '2026年11月25日'],
    [{ as: 'date' }, '2026-11-24T17:00:00.000Z', '2026年11月25日'],
    [{ as: 'date' }, Date.parse('2026-11-25T00:30:00+08:00'), '2026年11月25日'],
    [{ as: 'moment' }, '2026-11-24T17:00:00.000Z', '2026年11月25日01:00'],
    [{ as: 'number' }, 9999, '9999'],
    [{ as: 'number' }, '1234567.50', '1,234,567.50'],
    [{ as: 'number' }, -48600, '-48,600'],
    [{ as: 'number' }, 0, '0'],
    [{ as: 'boolean' }, false, '否'],
    [{ as: 'choice', labels: { works: '工程建设' } }, 'works', '工程建设'],
    [{ as: 'choice', labels: { a: '甲', b: '乙' } }, ['b', 'a', 'gone'], '乙、甲、gone'],
    [{ as: 'ticks', labels: { a: '甲', b: '乙' } }, ['b'], '□甲　☑乙'],
    [{ as: 'ticks', labels: { a: '甲' } }, null, '□甲'],
    [{ as: 'title', column: 'nickname' }, { id: 1, nickname: '陈敏' }, '陈敏'],
    [{ as: 'title', column: 'title' }, [{ title: '签到册' }, { title: '照片' }], '签到册、照片'],
    [{ as: 'text' }, 'a\u0000\u000bb\r\nc\ud800', 'ab\nc'],
    [{ as: 'text' }, null, ''],
    [{ as: 'date' }, '不详', '不详'],
  ])('%j of %j is %s', (format, raw, words) => {
    expect(wordsOf(format, raw)).toBe(words);
  });
});

describe('a share in words', () => {
  it.each([
    ['2', '3', '66.6%'],
    ['1999', '2000', '99.9%'],
    ['45', '45', '100%'],
    ['0', '45', '0%'],
    ['86,000', '172,000', '50%'],
    ['3', '0', ''],
    ['', '45', ''],
  ])('never looks like more than it is: %s of %s is %s', (part, whole, words) => {
    expect(shareWords('percent', part, whole)).toBe(words);
  });
});

describe('the name of a file', () => {
  it.each([
    ['四议决议表', '停车位改造', '四议决议表（停车位改造）.docx'],
    ['决议表', '../../etc/passwd\r\nX: y', '决议表（.. .. etc passwd X y）.docx'],
    ['决议表', 'cod\u202excod.exe', '决议表（cod xcod.exe）.docx'],
    ['...', '', '.docx'],
  ])('of %j and %j is %s', (template, title, name) => {
    expect(fileNameOf(template, title)).toBe(name);
  });

  it('is cut where a desktop would', () => {
    expect([...fileNameOf('表', '长'.repeat(300))].length).toBeLessThanOrEqual(125);
  });
});
