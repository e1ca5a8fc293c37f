import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Report {
  readonly rule: string | null;
  readonly message: string;
}
interface Fixture {
  readonly why: string;
  readonly file: string;
  readonly code: string;
  readonly rule?: string;
}

const DIRECTIONS = 'wuxin/import-directions';
const uses = (specifier: string) => `import { x } from '${specifier}';\nexport const y = x;\n`;

const SERVER = 'plugins/plugin-bpmn/src/server/tasks/claim.ts';
const PAGE = 'plugins/plugin-bpmn/src/client-v2/inbox/Inbox.tsx';
const CORE = 'packages/bpmn-core/src/interpret/new.ts';

const refused: readonly Fixture[] = [
  { why: 'a package and a plugin', file: CORE, code: uses('@wuxin/plugin-bpmn'), rule: DIRECTIONS },
  { why: 'a package and NocoBase', file: CORE, code: uses('@nocobase/database'), rule: DIRECTIONS },
  { why: 'a package and the database', file: CORE, code: uses('sequelize'), rule: DIRECTIONS },
  { why: 'a package and Node', file: CORE, code: uses('node:fs'), rule: DIRECTIONS },
  { why: 'a package and its neighbour by path', file: CORE, code: uses('../../../feel/src'), rule: DIRECTIONS },
  { why: 'the core and FEEL', file: CORE, code: uses('@wuxin/feel'), rule: DIRECTIONS },
  { why: 'FEEL and the core', file: 'packages/feel/src/new.ts', code: uses('@wuxin/bpmn-core'), rule: DIRECTIONS },
  { why: 'the inside of a package', file: SERVER, code: uses('@wuxin/feel/src/check'), rule: DIRECTIONS },
  { why: 'plugin-bpmn and another plugin', file: SERVER, code: uses('@wuxin/plugin-community'), rule: DIRECTIONS },
  { why: 'plugin-bpmn and its own name', file: SERVER, code: uses('@wuxin/plugin-bpmn'), rule: DIRECTIONS },
  {
    why: 'the inside of plugin-bpmn',
    file: 'plugins/plugin-community/src/server/new.ts',
    code: uses('@wuxin/plugin-bpmn/src/server/store'),
    rule: DIRECTIONS,
  },
  {
    why: 'a plugin by path',
    file: 'plugins/plugin-community/src/server/new.ts',
    code: uses('../../../plugin-bpmn/src/server'),
    rule: DIRECTIONS,
  },
  {
    why: 'a page and the server door',
    file: 'plugins/plugin-community/src/client-v2/a.ts',
    code: uses('@wuxin/plugin-bpmn'),
    rule: DIRECTIONS,
  },
  { why: 'a page and the server', file: PAGE, code: uses('../../server/store'), rule: DIRECTIONS },
  { why: 'a page and NocoBase’s server', file: PAGE, code: uses('@nocobase/server'), rule: DIRECTIONS },
  { why: 'a server and a page', file: SERVER, code: uses('../../client-v2/inbox'), rule: DIRECTIONS },
  { why: 'a server and React', file: SERVER, code: uses('react'), rule: DIRECTIONS },
  { why: 'common and the server', file: 'plugins/plugin-bpmn/src/common/a.ts', code: uses('../server/store'), rule: DIRECTIONS },
  { why: 'common and a page', file: 'plugins/plugin-bpmn/src/common/a.ts', code: uses('../client-v2/inbox'), rule: DIRECTIONS },
  {
    why: 'a lazy part and the page’s React',
    file: 'plugins/plugin-bpmn/src/client-v2/diagram/lazy/a.ts',
    code: uses('react'),
    rule: DIRECTIONS,
  },
  { why: 'another feature past its door', file: SERVER, code: uses('../store/rows'), rule: DIRECTIONS },
  {
    why: 'a feature past its door, lazily',
    file: PAGE,
    code: `export const page = () => import('../board/Board');\n`,
    rule: DIRECTIONS,
  },
  {
    why: 'a feature past its door, for a type',
    file: SERVER,
    code: `export type { Row } from '../store/rows';\n`,
    rule: DIRECTIONS,
  },
  { why: 'the test harness in the product', file: SERVER, code: uses('@wuxin/test'), rule: DIRECTIONS },
  { why: 'queries outside a store', file: SERVER, code: uses('sequelize'), rule: '@typescript-eslint/no-restricted-imports' },
  {
    why: 'the present moment in a package',
    file: CORE,
    code: 'export const now = () => new Date();\n',
    rule: 'no-restricted-syntax',
  },
  { why: 'the clock in a package', file: CORE, code: 'export const now = () => Date.now();\n', rule: 'no-restricted-properties' },
  {
    why: 'chance in a package',
    file: CORE,
    code: 'export const dice = () => Math.random();\n',
    rule: 'no-restricted-properties',
  },
  {
    why: 'a timer in a package',
    file: CORE,
    code: 'export const later = (f: () => void) => setTimeout(f, 1);\n',
    rule: 'no-restricted-globals',
  },
  { why: 'any', file: SERVER, code: 'export const x: any = 1;\n', rule: '@typescript-eslint/no-explicit-any' },
  { why: 'an enum', file: SERVER, code: 'export enum A { B }\n', rule: 'no-restricted-syntax' },
];

const allowed: readonly Fixture[] = [
  { why: 'a feature through its door', file: SERVER, code: uses('../store') },
  { why: 'its own feature by path', file: SERVER, code: uses('./rules') },
  { why: 'common from the server', file: SERVER, code: uses('../../common/api') },
  { why: 'common from a page', file: PAGE, code: uses('../../common/api') },
  { why: 'a package through its door', file: SERVER, code: uses('@wuxin/bpmn-core') },
  { why: 'decision tables and FEEL', file: 'packages/decision/src/new.ts', code: uses('@wuxin/feel') },
  { why: 'the core’s scenario host and FEEL', file: 'packages/bpmn-core/src/host/new.ts', code: uses('@wuxin/feel') },
  { why: 'plugin-bpmn through its door', file: 'plugins/plugin-community/src/server/new.ts', code: uses('@wuxin/plugin-bpmn') },
  {
    why: 'plugin-bpmn’s page door',
    file: 'plugins/plugin-community/src/client-v2/a.ts',
    code: uses('@wuxin/plugin-bpmn/client-v2'),
  },
  { why: 'queries in a store', file: 'plugins/plugin-bpmn/src/server/tasks/store.ts', code: uses('sequelize') },
  {
    why: 'a transaction as a type',
    file: SERVER,
    code: `import type { Transaction } from 'sequelize';\nexport type T = Transaction;\n`,
  },
  { why: 'a given moment in a package', file: CORE, code: 'export const at = (ms: number) => new Date(ms);\n' },
];

function lint(fixtures: readonly Fixture[]): Report[][] {
  const input = JSON.stringify(fixtures.map(({ file, code }) => ({ file, code })));
  const output = execFileSync(process.execPath, [join(__dirname, 'report.mjs')], { input, encoding: 'utf8' });
  return JSON.parse(output) as Report[][];
}

describe('the linter', () => {
  const reports = lint([...refused, ...allowed]);

  it.each(refused.map((fixture, index) => [fixture.why, fixture.rule, index] as const))('refuses %s', (_why, rule, index) => {
    expect(reports[index]!.map((report) => report.rule)).toContain(rule);
  });

  it.each(allowed.map((fixture, index) => [fixture.why, index] as const))('allows %s', (_why, index) => {
    expect(reports[refused.length + index]).toEqual([]);
  });
});
