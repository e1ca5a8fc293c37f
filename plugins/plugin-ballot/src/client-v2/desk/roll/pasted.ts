import type { RollEntryInput } from '../../../common/api';

/** A pasted table as entries, and the numbers of the lines that have no name. */
export interface Pasted {
  entries: RollEntryInput[];
  nameless: number[];
  /** Names that stand there more than once: perhaps two people, perhaps one of them twice. */
  twice: string[];
}

type Column = keyof RollEntryInput;

/** How columns are called in the tables that people have. */
const HEADINGS: Record<string, Column> = {
  '姓名': 'name',
  'name': 'name',
  '户': 'household',
  '户号': 'household',
  '户主': 'household',
  'household': 'household',
  '户代表': 'representsHousehold',
  'represents household': 'representsHousehold',
  '性别': 'isWoman',
  '女': 'isWoman',
  'gender': 'isWoman',
  'woman': 'isWoman',
  '党员状态': 'standing',
  'standing': 'standing',
  '身份证号': 'identity',
  '证件号码': 'identity',
  'identity': 'identity',
  '面积': 'area',
  'area': 'area',
};
const WITHOUT_HEADING: Column[] = ['name', 'household', 'isWoman'];

const YES = new Set(['是', '女', '√', '1', 'yes', 'y', 'f', 'female', 'true']);
const STANDINGS: Record<string, NonNullable<RollEntryInput['standing']>> = {
  正式: 'full',
  正式党员: 'full',
  预备: 'probationary',
  预备党员: 'probationary',
  留党察看: 'placedOnProbation',
  full: 'full',
  probationary: 'probationary',
  placedOnProbation: 'placedOnProbation',
};

function fieldOf(column: Column, text: string): Partial<RollEntryInput> {
  switch (column) {
    case 'isWoman':
    case 'representsHousehold':
      return { [column]: YES.has(text.toLowerCase()) };
    case 'standing':
      return STANDINGS[text] ? { standing: STANDINGS[text] } : {};
    case 'userId':
      return {};
    case 'name':
    case 'household':
    case 'identity':
    case 'area':
      return text === '' ? {} : { [column]: text };
  }
}

/** Reads what was copied out of a spreadsheet: a heading says what the columns are, else they are name, household and gender. */
export function readPasted(text: string): Pasted {
  const lines = text.split(/\r?\n/).map((line) => line.split(/\t|,|，/).map((cell) => cell.trim()));
  const [first = []] = lines;
  const headings = first.map((cell) => HEADINGS[cell.toLowerCase()]);
  const hasHeading = headings.includes('name');
  const columns = hasHeading ? headings : WITHOUT_HEADING;
  const result: Pasted = { entries: [], nameless: [], twice: [] };
  const seen = new Set<string>();
  lines.forEach((cells, index) => {
    if ((hasHeading && index === 0) || cells.every((cell) => cell === '')) return;
    const entry = cells.reduce<Partial<RollEntryInput>>(
      (read, cell, at) => (columns[at] ? { ...read, ...fieldOf(columns[at], cell) } : read),
      {},
    );
    const { name } = entry;
    if (!name) return void result.nameless.push(index + 1);
    if (seen.has(name) && !result.twice.includes(name)) result.twice.push(name);
    seen.add(name);
    result.entries.push({ ...entry, name });
  });
  return result;
}
