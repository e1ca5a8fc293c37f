import { blocksOfText, bodyOf, emptyTable, partsOf, withPasted } from './parts';

describe('the text of a notice in the editor', () => {
  it('is paragraphs between empty lines, and headings behind a #', () => {
    expect(blocksOfText('# 名单\n第一行\n第二行\n\n\n另一段')).toEqual([
      { kind: 'heading', text: '名单' },
      { kind: 'paragraph', text: '第一行\n第二行' },
      { kind: 'paragraph', text: '另一段' },
    ]);
  });

  it('is the same after it was opened and saved', () => {
    const body = [
      { kind: 'heading', text: '低保评议' },
      { kind: 'paragraph', text: '现予公示。' },
      { kind: 'table', rows: [[{ text: '姓名', columns: 2 }], [{ text: '王*' }, { text: '2 人' }]], headerRows: 1 },
      { kind: 'paragraph', text: '特此公示。' },
    ] as const;

    expect(bodyOf(partsOf(body))).toEqual(body);
  });

  it('leaves out a table in which nothing stands', () => {
    expect(bodyOf([{ kind: 'text', text: '现予公示。' }, emptyTable()])).toEqual([{ kind: 'paragraph', text: '现予公示。' }]);
  });

  it('takes cells of a spreadsheet, and its table grows for them', () => {
    const rows = withPasted([[{ text: '姓名' }], [{ text: '' }]], [1, 0], '王*\t2 人\r\n李*\t3 人\r\n');

    expect(rows.map((cells) => cells.map(({ text }) => text))).toEqual([['姓名', ''], ['王*', '2 人'], ['李*', '3 人']]); // prettier-ignore
  });
});
