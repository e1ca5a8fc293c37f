import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { benchCore } from './core';

/** npm run bench [-- FOLDER]: how long the interpreter takes for each completed task of the benchmark models. */
async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'packages/bpmn-core/conformance');
  const { model = 'unknown processor' } = cpus()[0] ?? {};
  console.log(`Node ${process.version}, ${cpus().length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GiB`);
  console.log('model               tasks   held µs/task   saved and loaded µs/task   ratio');
  for (const { name, completions, heldMicroseconds, restoredMicroseconds } of await benchCore(folder)) {
    const ratio = (restoredMicroseconds / heldMicroseconds).toFixed(1);
    const figures = [
      String(completions).padStart(5),
      heldMicroseconds.toFixed(0).padStart(14),
      restoredMicroseconds.toFixed(0).padStart(26),
      ratio.padStart(7),
    ];
    console.log(`${name.padEnd(20)}${figures.join(' ')}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
