import fc from 'fast-check';
import type { Graph } from '../graph';
import { block, render } from '../testing/blocks';
import { Driver, type Mode } from '../testing/driver';
import { brokenInvariants } from '../testing/invariants';
import { graphOf } from '../testing/play';
import { renderTangle, tangle } from '../testing/tangles';
import { proposeMapping } from './propose';
import type { MigrationMapping } from './types';

// More runs: WUXIN_PROPERTY_RUNS=5000; another sequence: WUXIN_PROPERTY_SEED.
const RUNS = Number(process.env.WUXIN_PROPERTY_RUNS ?? 100);
const SEED = Number(process.env.WUXIN_PROPERTY_SEED ?? 20261126);
const options = { numRuns: RUNS, seed: SEED };

const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 });
/** Few, so that most cases still run when they are migrated. */
const first = fc.array(fc.nat(1000), { maxLength: 5 });

function begun(graph: Graph, history: readonly number[], mode: Mode = 'plain'): Driver {
  const driver = new Driver(graph, mode);
  for (const choice of history) driver.step(choice);
  return driver;
}

/** Every id of elements and flows with letters before it, and the mapping that says so; names stay, messages have them too. */
function renamed(xml: string, graph: Graph): { xml: string; mapping: MigrationMapping } {
  const ids = [...Object.keys(graph.elements), ...Object.keys(graph.flows)].filter((id) => id !== 'P');
  const known = new Set(ids);
  const attribute = /(\s(?:id|sourceRef|targetRef|attachedToRef|default)=")([^"]+)(")/g;
  const rewritten = xml.replaceAll(attribute, (whole, before: string, id: string, after: string) =>
    known.has(id) ? `${before}n_${id}${after}` : whole,
  );
  const pairs = (names: readonly string[]) => Object.fromEntries(names.map((id) => [id, id === 'P' ? id : `n_${id}`]));
  return { xml: rewritten, mapping: { elements: pairs(Object.keys(graph.elements)), flows: pairs(Object.keys(graph.flows)) } };
}

/** Puts a user task into one of the flows, as the designer does: the flow leads to the new task, a new flow on from it. */
function withTaskIn(xml: string, chosen: number): string {
  const flows = [...xml.matchAll(/<sequenceFlow id="([^"]+)" sourceRef="([^"]+)" targetRef="([^"]+)">/g)];
  const [whole = '', id = '', from = '', to = ''] = flows[chosen % Math.max(1, flows.length)] ?? [];
  const task = '<userTask id="New" name="New"/>';
  const onward = `<sequenceFlow id="New_on" sourceRef="New" targetRef="${to}"></sequenceFlow>`;
  return xml.replace(whole, `${task}${onward}<sequenceFlow id="${id}" sourceRef="${from}" targetRef="New">`);
}

const comesToItsEnd = (driver: Driver): boolean => {
  for (let step = 0; step < 2000 && driver.step(0); step += 1);
  return driver.instance.row.status === 'completed';
};

describe('any structured process, migrated at any moment', () => {
  test('to itself stays as it is, to the byte', async () => {
    await fc.assert(
      fc.asyncProperty(block, first, async (root, history) => {
        const graph = await graphOf(render(root));
        const driver = begun(graph, history);
        if (!driver.isRunning) return;

        const migration = driver.migrate(graph, proposeMapping({ source: graph, target: graph }).mapping);

        expect(migration).toMatchObject({ kind: 'migrated', applied: { effects: [], history: [] } });
        if (migration.kind === 'migrated') expect(Object.values(migration.applied.changes.tokens).flat()).toEqual([]);
      }),
      options,
    );
  });

  test('to the same process under other ids goes on as it would have there from the start', async () => {
    await fc.assert(
      fc.asyncProperty(block, first, choices, async (root, before, after) => {
        const xml = render(root);
        const source = await graphOf(xml);
        const { xml: otherXml, mapping } = renamed(xml, source);
        const target = await graphOf(otherXml);
        const [migrated, unmigrated] = [begun(source, before), begun(target, before)];
        if (!migrated.isRunning) return;

        const { kind } = migrated.migrate(target, mapping);
        const [from, fromUnmigrated] = [migrated.output.length, unmigrated.output.length];
        for (const choice of after) for (const driver of [migrated, unmigrated]) driver.step(choice);

        expect(kind).toBe('migrated');
        expect(migrated.output.slice(from)).toEqual(unmigrated.output.slice(fromUnmigrated));
        expect([...migrated.instance.tokens.values()]).toEqual([...unmigrated.instance.tokens.values()]);
      }),
      options,
    );
  });

  test.each<Mode>(['restored', 'lazy'])('gives the same bytes when its rows are loaded anew: %s', async (mode) => {
    await fc.assert(
      fc.asyncProperty(block, first, fc.nat(1000), async (root, history, chosen) => {
        const xml = render(root);
        const source = await graphOf(xml);
        const target = await graphOf(withTaskIn(xml, chosen));
        const { mapping } = proposeMapping({ source, target });
        const [live, loaded] = [begun(source, history), begun(source, history, mode)];

        expect(loaded.migrate(target, mapping)).toEqual(live.migrate(target, mapping));
        expect(loaded.output).toEqual(live.output);
      }),
      { ...options, numRuns: Math.ceil(RUNS / 3) },
    );
  });

  test('to one with a new step accounts for every token, and comes to its end', async () => {
    let migrations = 0;
    await fc.assert(
      fc.asyncProperty(block, first, fc.nat(1000), choices, async (root, before, chosen, after) => {
        const xml = render(root);
        const source = await graphOf(xml);
        const target = await graphOf(withTaskIn(xml, chosen));
        const driver = begun(source, before);
        if (!driver.isRunning) return;

        const { kind } = driver.migrate(target, proposeMapping({ source, target }).mapping);
        migrations += kind === 'migrated' ? 1 : 0;
        for (const choice of after) {
          expect(brokenInvariants(driver.instance)).toEqual([]);
          driver.step(choice);
        }

        expect(kind).toBe('migrated');
        expect(comesToItsEnd(driver)).toBe(true);
        expect(driver.output.join()).not.toContain('incidentRaised');
      }),
      options,
    );
    expect(migrations).toBeGreaterThan(RUNS / 4);
  });
});

describe('any unstructured process', () => {
  test('is migrated to itself without a change, or to one with a new step without losing a token', async () => {
    await fc.assert(
      fc.asyncProperty(tangle, first, fc.nat(1000), async (shape, history, chosen) => {
        const xml = renderTangle(shape);
        const [source, target] = [await graphOf(xml), await graphOf(withTaskIn(xml, chosen))];
        const driver = begun(source, history);
        if (!driver.isRunning) return;
        expect(driver.migrate(source, proposeMapping({ source, target: source }).mapping).kind).toBe('migrated');
        const ids = [...driver.instance.tokens.keys()];

        const migration = driver.migrate(target, proposeMapping({ source, target }).mapping);

        expect(brokenInvariants(driver.instance)).toEqual([]);
        if (migration.kind === 'migrated') expect(migration.moved.map(({ tokenId }) => tokenId).sort()).toEqual(ids.sort());
      }),
      options,
    );
  });
});
