import type { TableBlock, TableCell } from '../document';
import { foldTexts } from '../fold';
import { headerKinds } from './labels';

const MOST_HEADER_ROWS = 3;
const HEADER_WORD =
  /姓名|户主|序号|编号|电话|手机|联系|身份证|证号|账号|帐号|账户|卡号|金额|备注|性别|年龄|出生|住址|地址|楼|单元|房号|室号|门牌|职务|日期|时间|项目|单位|类别|票|人数|面积|家庭|小区|社区|村|组|户|name|phone|date|amount/i;

/** How many rows at the top name the columns. Unless the document says so, the words do. */
export function headerRowsOf(table: TableBlock): number {
  if (table.headerRows !== undefined) return table.headerRows;
  let rows = 0;
  for (const cells of table.rows.slice(0, MOST_HEADER_ROWS)) {
    if (cells.length < 2 ? rows > 0 : !namesColumns(cells)) break;
    rows += 1;
  }
  // a title alone names no columns
  return (table.rows[rows - 1]?.length ?? 0) < 2 ? 0 : rows;
}

function namesColumns(cells: readonly TableCell[]): boolean {
  const texts = cells.map(({ text }) => foldTexts([text.slice(0, 60)]).chars).filter((text) => text !== '');
  const named = texts.filter(
    (text) => (HEADER_WORD.test(text) || headerKinds(text).size > 0) && text.length <= 16 && !/[:：]/.test(text),
  );
  const numbers = texts.filter((text) => /\d/.test(text) && !HEADER_WORD.test(text));
  return named.length >= 2 && named.length * 2 >= texts.length && numbers.length === 0;
}

/** The text over each column; a cell that covers several columns is over all of them. */
export function columnsOf(cells: readonly TableCell[]): string[] {
  return cells.flatMap(({ text, columns }) => Array.from({ length: Math.min(columns ?? 1, 100) }, () => text));
}
