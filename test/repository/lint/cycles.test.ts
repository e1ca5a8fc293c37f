import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../files';

interface Cycles {
  importCycles(root: string, folders: readonly string[]): Promise<string[]>;
}
// jest would compile what is asked for by a plain import, and esbuild may not be compiled
const { importCycles } = jest.requireActual<Cycles>(join(ROOT, 'scripts/lint/cycles.cjs'));

describe('imports that go in a circle', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wuxin-cycles-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const given = (files: Readonly<Record<string, string>>): Promise<string[]> => {
    for (const [file, code] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    return importCycles(folder, ['src']);
  };

  it('are found, however long they are and whichever way a file is asked for', async () => {
    const cycles = await given({
      'src/a.ts': `import { b } from './deep';\nexport const a = () => b;\n`,
      'src/deep/index.ts': `export { b } from './b';\n`,
      'src/deep/b.ts': `export const b = () => import('../a');\n`,
    });

    expect(cycles).toEqual(['src/a.ts → src/deep/index.ts → src/deep/b.ts → src/a.ts']);
  });

  it('are none when a type is all that comes back, or two ways lead to one file', async () => {
    const cycles = await given({
      'src/a.ts': `import { b } from './b';\nimport { c } from './c';\nexport type A = string;\nexport const a = [b, c];\n`,
      'src/b.ts': `import type { A } from './a';\nimport { c } from './c';\nexport const b: A = c;\n`,
      'src/c.ts': `export const c = 'c';\n`,
    });

    expect(cycles).toEqual([]);
  });
});
