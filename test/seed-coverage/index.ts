import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readArtefacts, seedIdsIn } from './artefacts';
import { seedCoverageSchema, seedReport, type ItemState } from './coverage';

const SIGN: Record<ItemState, string> = { carried: '✓', partly: '◐', open: '·' };

const print = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run seed-coverage [-- --seed FILE.md]`: what of the founding text is carried; a wrong claim ends with 1. */
async function main(args: readonly string[]): Promise<number> {
  const content = resolve('workflows');
  const file = join(content, 'seed-coverage.json');
  const coverage = seedCoverageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const seed = args[0] === '--seed' ? args[1] : undefined;
  const seedIds = seed === undefined ? undefined : seedIdsIn(readFileSync(seed, 'utf8'));
  const { items, counts, faults } = seedReport(coverage, await readArtefacts(content), seedIds);
  for (const { item, state } of items) {
    const by = (item.carriedBy ?? []).map(({ procedure }) => procedure).join(', ');
    print([`${SIGN[state]} ${item.id.padEnd(7)} ${item.phrase}`, by, item.missing ?? ''].filter(Boolean).join(' – '));
  }
  for (const fault of faults) print(`✗ ${fault}`);
  print(`${counts.carried} carried, ${counts.partly} partly, ${counts.open} open, ${faults.length} wrong claims`);
  return faults.length === 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
