import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Machine } from './machine';

/** What one benchmark found: a table for each question, with the words that it needs to be read rightly. */
export interface Report {
  /** `server` of `npm run bench -- server`: names its part of the document. */
  readonly name: string;
  readonly title: string;
  readonly command: string;
  readonly intro: string;
  readonly tables: readonly Table[];
  /** Database versions and the like, beside the machine. */
  readonly versions: readonly string[];
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}

const DOCUMENT = 'docs/measurements.md';

export function asMarkdown(report: Report, machine: Machine): string {
  const where = [...machine.lines, ...report.versions].join(', ');
  const parts = [
    `## ${report.title}`,
    `\`${report.command}\``,
    report.intro,
    `Measured ${machine.date} at commit ${machine.commit}: ${where}.`,
  ];
  return [...parts, ...report.tables.map(tableAsMarkdown)].join('\n\n');
}

function tableAsMarkdown({ title, columns, rows, notes = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const grid = [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
  return [`### ${title}`, grid, ...notes].join('\n\n');
}

/** Puts the report in the place of its last one in the document; what people wrote around it stays. */
export function writeIntoDocument(report: Report, machine: Machine): void {
  const path = resolve(DOCUMENT);
  const [begin, end] = [`<!-- begin ${report.name}: written by its command -->`, `<!-- end ${report.name} -->`];
  const before = readFileSync(path, 'utf8');
  const part = `${begin}\n\n${asMarkdown(report, machine)}\n\n${end}`;
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  const after = from < 0 ? `${before.trimEnd()}\n\n${part}\n` : before.slice(0, from) + part + before.slice(to + end.length);
  writeFileSync(path, after);
}
