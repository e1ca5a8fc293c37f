import { cpus, totalmem } from 'node:os';
import { readOptions } from './options';
import { runOverdue } from './overdue';
import { runCrash } from './run';

/**
 * npm run crash -- [--kills N | --connections N | --restarts N | --fills N] [--instances N] [--seed N] [--speed N] [--database NAME]
 * npm run crash -- --overdue TIMERS [--database NAME]
 */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { model = 'unknown processor' } = cpus()[0] ?? {};
  console.log(`Node ${process.version}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  const result = 'timers' in options ? await runOverdue(options, __dirname) : await runCrash(options, __dirname);
  console.log(JSON.stringify(result, null, 2));
  console.log(result.faults.length === 0 ? 'Nothing was lost and nothing was done twice.' : 'FAILED');
  process.exitCode = result.faults.length === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
