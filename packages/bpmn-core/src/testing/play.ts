import { evaluateFeel } from '@wuxin/feel';
import { compile, type Problem } from '../compile';
import type { Applied, Command, TokenRow, Variables } from '../contract';
import type { Graph } from '../graph';
import { MemoryHost, type MemoryHostOptions, type StoredInstance } from '../host';
import { isJsonObject, parseJson } from '../json';
import { parseDefinitions } from '../parse';
import { startTriggers } from '../start';

/** 2026-01-05 09:00 in Shanghai, a Monday. */
export const NOW = Date.UTC(2026, 0, 5, 1);

export const env: Pick<MemoryHostOptions, 'evaluate' | 'runScript'> = {
  evaluate: (expression, variables, now) => evaluateFeel(expression, variables, { now }),
  // Tests need no sandbox: a script is the JSON that it returns.
  runScript(source) {
    const value = parseJson(source);
    return isJsonObject(value) ? value : {};
  },
};

export async function graphOf(xml: string): Promise<Graph> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (!graph) throw new Error(problems.map(({ code, elementId }) => `${code} at ${elementId}`).join(', '));
  return graph;
}

export async function problemsOf(xml: string): Promise<readonly Problem[]> {
  return compile(await parseDefinitions(xml)).problems;
}

/** A running process that a test drives by element ids. */
export class Play {
  constructor(
    readonly host: MemoryHost,
    readonly first: StoredInstance,
    readonly graph: Graph,
  ) {}

  open(): readonly string[] {
    return this.host
      .openWork()
      .map(({ elementId }) => elementId)
      .sort();
  }

  complete(elementId: string, variables: Variables = {}): Applied {
    const work = this.host.openWork().find((item) => item.elementId === elementId);
    if (!work) throw new Error(`${elementId} is not open, but ${this.open().join(' ')}`);
    return this.host.send(work.instanceId, { type: 'completeActivity', tokenId: work.tokenId, variables });
  }

  send(command: Command): Applied {
    return this.host.send(this.instance.row.id, command);
  }

  /** The instance that the test started. */
  get instance(): StoredInstance {
    return this.host.instance(this.first.row.id);
  }

  get status(): string {
    return this.instance.row.status;
  }

  get variables(): Variables {
    return this.instance.row.variables;
  }

  tokenAt(elementId: string): TokenRow {
    const token = [...this.instance.tokens.values()].find((row) => row.elementId === elementId);
    if (!token) throw new Error(`no token at ${elementId}`);
    return token;
  }

  incidents(): readonly string[] {
    return this.host
      .all()
      .flatMap((instance) => [...instance.incidents.values()].map(({ code, elementId }) => `${code}@${elementId}`));
  }

  timesLeft(elementId: string): number {
    return this.host.all().reduce((sum, { leftTimes }) => sum + (leftTimes.get(elementId) ?? 0), 0);
  }

  /** Rows of all instances: nothing may be left after the end. */
  rows(): number {
    return this.host
      .all()
      .reduce((sum, { tokens, subscriptions, compensations }) => sum + tokens.size + subscriptions.size + compensations.size, 0);
  }
}

export async function play(xml: string, variables: Variables = {}, options: Partial<MemoryHostOptions> = {}): Promise<Play> {
  const graph = await graphOf(xml);
  const host = new MemoryHost({ graph, now: NOW, ...env, ...options });
  const [plain] = startTriggers(graph).flatMap((trigger) => (trigger.kind === 'none' ? [trigger] : []));
  if (!plain) throw new Error('no plain start');
  return new Play(host, host.start(plain.processId, variables, plain.elementId ?? undefined), graph);
}
