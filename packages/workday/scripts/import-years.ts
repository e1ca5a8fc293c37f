/**
 * node scripts/run.cjs packages/workday/scripts/import-years.ts FIRST_YEAR LAST_YEAR
 *
 * Writes src/calendar/china-days.json from the year files of the package chinese-days. Years that the package does not
 * have are an error: a gap would silently become plain weekdays.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableOfYears } from '../src/calendar/import';

const [first = '2020', last = '2026'] = process.argv.slice(2);
const root = process.cwd();
const packageFolder = join(root, 'node_modules/chinese-days');
const version = String(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version);
const years = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);

const table = tableOfYears(
  years.map((year) => ({
    year,
    source: `chinese-days@${version} dist/years/${year}.json`,
    content: JSON.parse(readFileSync(join(packageFolder, `dist/years/${year}.json`), 'utf8')),
  })),
);
writeFileSync(join(root, 'packages/workday/src/calendar/china-days.json'), `${JSON.stringify(table, null, 2)}\n`);
