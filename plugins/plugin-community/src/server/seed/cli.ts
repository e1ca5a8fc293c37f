import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadProcedure, readChecked } from '../procedures';
import { coverageOf, reportOf, seedSchema } from './index';

/** `npm run seed-coverage [-- FOLDER]`: ends with 1 when a claim is wrong; what is open is only listed. */
async function main(folder: string): Promise<void> {
  const { items } = await readChecked(join(folder, 'seed.json'), seedSchema);
  const names = (await readdir(folder)).sort().filter((name) => existsSync(join(folder, name, 'procedure.json')));
  const coverage = coverageOf(items, await Promise.all(names.map((name) => loadProcedure(join(folder, name)))));
  process.stdout.write(`${reportOf(items, coverage)}\n`);
  if (coverage.wrong.length + coverage.twice.length > 0) process.exitCode = 1;
}

void main(resolve(process.argv[2] ?? 'workflows'));
