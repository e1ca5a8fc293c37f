import fc from 'fast-check';
import type { Graph } from '../graph';
import { type Block, block, render } from '../testing/blocks';
import { Driver, type Mode } from '../testing/driver';
import { graphOf } from '../testing/play';
import { renderTangle, tangle } from '../testing/tangles';

// More runs: WUXIN_PROPERTY_RUNS=5000; another sequence: WUXIN_PROPERTY_SEED.
const RUNS = Number(process.env.WUXIN_PROPERTY_RUNS ?? 100);
const SEED = Number(process.env.WUXIN_PROPERTY_SEED ?? 20260105);
const options = { numRuns: RUNS, seed: SEED };

const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 });

/** Adds up what has happened in all histories of a property: one in which nobody goes back says nothing of going back. */
class Happened {
  private readonly counts = { work: 0, event: 0, return: 0, withdrawal: 0 };

  add({ happened }: Driver): void {
    for (const kind of Object.keys(this.counts) as (keyof Driver['happened'])[]) this.counts[kind] += happened[kind]; // its own keys
  }

  never(): string[] {
    return Object.entries(this.counts).flatMap(([kind, count]) => (count === 0 ? [kind] : []));
  }
}

function run(graph: Graph, history: readonly number[], mode: Mode): Driver {
  const driver = new Driver(graph, mode);
  for (const choice of history) driver.step(choice);
  return driver;
}

describe('any structured process, whatever happens in whatever order', () => {
  test('comes to its end, with nothing stuck, failed or left behind, however often people go back', async () => {
    const happened = new Happened();
    await fc.assert(
      fc.asyncProperty(block, choices, async (root, history) => {
        const driver = new Driver(await graphOf(render(root)));
        for (const choice of history) {
          driver.step(choice);
          expect(driver.broken).toEqual([]);
        }
        // Work alone, without messages and timers, always leads to the end; work is what is chosen first.
        for (let step = 0; step < 2000 && driver.step(0); step += 1);

        expect(driver.instance.row.status).toBe('completed');
        expect(driver.broken).toEqual([]);
        expect(driver.output.join()).not.toContain('incidentRaised');
        expect(driver.lost).toEqual([]);
        happened.add(driver);
      }),
      options,
    );
    expect(happened.never()).toEqual([]);
  });

  test.each<Mode>(['plain', 'restored', 'lazy'])('gives the same bytes when played again: %s', async (mode) => {
    await fc.assert(
      fc.asyncProperty(block, choices, async (root, history) => {
        const graph = await graphOf(render(root));

        expect(run(graph, history, mode).output).toEqual(run(graph, history, 'plain').output);
      }),
      { ...options, numRuns: Math.ceil(RUNS / 3) },
    );
  });
});

describe('any fork of a structured process between two tasks', () => {
  const branches = fc.array(block, { minLength: 2, maxLength: 3 });
  const fork = fc.record({
    kind: fc.constantFrom('parallel' as const, 'inclusive' as const),
    blocks: branches,
    chosen: fc.nat(6),
  });
  const user: Block = { kind: 'user' };
  const forked = fork.map((inner): Block => ({ kind: 'sequence', blocks: [user, inner, user], chosen: 0 }));

  test('is whole again whoever sends it back or takes a step back, and comes to its end', async () => {
    const happened = new Happened();
    await fc.assert(
      fc.asyncProperty(forked, fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 }), async (root, history) => {
        const driver = new Driver(await graphOf(render(root)));
        for (const choice of history) {
          driver.step(choice);
          expect(driver.broken).toEqual([]);
        }
        for (let step = 0; step < 2000 && driver.step(0); step += 1);

        expect(driver.instance.row.status).toBe('completed');
        expect(driver.output.join()).not.toContain('incidentRaised');
        expect(driver.lost).toEqual([]);
        happened.add(driver);
      }),
      options,
    );
    expect(happened.never()).toEqual([]);
  });
});

describe('any unstructured process', () => {
  test('never stops silently: it has ended, waits for something, or has an incident', async () => {
    await fc.assert(
      fc.asyncProperty(tangle, choices, async (shape, history) => {
        const driver = new Driver(await graphOf(renderTangle(shape)));
        for (const choice of history) {
          driver.step(choice);
          expect(driver.broken).toEqual([]);
        }

        const hasIncident = [...driver.instance.tokens.values()].some(({ status }) => status === 'failed');
        expect(!driver.isRunning || driver.choices().length > 0 || hasIncident).toBe(true);
      }),
      options,
    );
  });

  test.each<Mode>(['restored', 'lazy'])('gives the same bytes when played again: %s', async (mode) => {
    await fc.assert(
      fc.asyncProperty(tangle, choices, async (shape, history) => {
        const graph = await graphOf(renderTangle(shape));

        expect(run(graph, history, mode).output).toEqual(run(graph, history, 'plain').output);
      }),
      { ...options, numRuns: Math.ceil(RUNS / 3) },
    );
  });
});
