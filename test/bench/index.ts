import { execFileSync } from 'node:child_process';
import { benchBallot } from './ballot';
import { answer } from './child';
import { benchCore } from './core';
import { thisMachine } from './machine';
import { asMarkdown, writeIntoDocument, type Report } from './report';
import { benchScale } from './scale';
import { benchServer } from './server';
import { benchStartup } from './startup';
import { benchWall } from './wall';

const BENCHMARKS: Readonly<Record<string, (isShort: boolean) => Promise<Report>>> = {
  core: benchCore,
  server: benchServer,
  scale: benchScale,
  startup: benchStartup,
  ballot: benchBallot,
  wall: benchWall,
};

const WITHOUT_PLUGINS = new Set(['core', 'wall']);

/** What a benchmark runs in processes of its own; loaded there only, since it needs the plugins built. */
const TASKS: Readonly<Record<string, () => Promise<void>>> = {
  'child:server': async () => answer((await import('./server/child')).serverInChild),
  'child:scale': async () => answer((await import('./scale/child')).scaleInChild),
  'child:audit': async () => answer((await import('./scale/audit')).auditInChild),
  'child:ballot': async () => (await import('./ballot/child')).hostBallots(),
  'child:wall': async () => (await import('./wall/server')).serveWall(),
  'child:boot': async () => answer((await import('./startup/child')).bootInChild),
};

/**
 * npm run bench -- NAME [--write] [--short]
 *   --write   puts the result into docs/measurements.md
 *   --short   tiny sizes: shows that everything still runs, the figures mean nothing
 *   --built   the plugins are built already
 */
async function main(): Promise<void> {
  const [name = 'core', ...options] = process.argv.slice(2);
  const task = TASKS[name];
  if (task) return task();
  const bench = BENCHMARKS[name];
  if (!bench) throw new Error(`usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [--write] [--short]`);
  const machine = thisMachine();
  // NocoBase loads plugins as they are built
  if (!WITHOUT_PLUGINS.has(name) && !options.includes('--built'))
    execFileSync(process.execPath, ['scripts/build.cjs'], { stdio: 'ignore' });
  const report = await bench(options.includes('--short'));
  console.log(asMarkdown(report, machine));
  if (options.includes('--write')) writeIntoDocument(report, machine);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
