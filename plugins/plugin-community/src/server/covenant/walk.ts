import {
  compile,
  findElement,
  MemoryHost,
  parseDefinitions,
  type Graph,
  type Json,
  type StoredInstance,
  type Variables,
} from '@wuxin/bpmn-core';
import { decide, parseDecisionTable } from '@wuxin/decision';
import { evaluateFeel } from '@wuxin/feel';
import { resolve } from 'node:path';
import { loadProcedure, type Procedure } from '../procedures';
import { tallyActivity } from '../tally';

const FOLDER = resolve(__dirname, '../../../../../workflows/38-covenant');

export const loadCovenant = (): Promise<Procedure> => loadProcedure(FOLDER);

/** @throws Error with the problems when the process does not compile */
export async function compileCovenant({ xml }: Procedure): Promise<Graph> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (!graph) throw new Error(JSON.stringify(problems, null, 2));
  return graph;
}

/** Plays the covenant in memory: the real process, decision table and tally; only the database is missing. */
export class CovenantWalk {
  private readonly host: MemoryHost;
  private readonly instance: StoredInstance;
  private readonly parameters: Variables;
  private record: Variables = {};

  private constructor(
    private readonly graph: Graph,
    private readonly procedure: Procedure,
  ) {
    this.parameters = Object.fromEntries(procedure.definition.parameters.map(({ key, defaultValue }) => [key, defaultValue]));
    this.host = new MemoryHost({
      graph,
      now: Date.parse('2026-03-02T01:00:00Z'),
      unknownCondition: 'incident',
      isAutomatic: () => false,
      evaluate: (expression, variables, now) => this.evaluate(expression, variables, now),
      runScript: () => ({}),
    });
    this.instance = this.host.start('covenant');
  }

  static async begin(): Promise<CovenantWalk> {
    const procedure = await loadCovenant();
    return new CovenantWalk(await compileCovenant(procedure), procedure);
  }

  /** Ids of the open user tasks, sorted. */
  get open(): string[] {
    return this.host
      .openWork()
      .map(({ elementId }) => elementId)
      .sort();
  }

  get status(): string {
    return this.host.instance(this.instance.row.id).row.status;
  }

  get variables(): Variables {
    return this.host.instance(this.instance.row.id).row.variables;
  }

  timesLeft(elementId: string): number {
    return this.host.instance(this.instance.row.id).leftTimes.get(elementId) ?? 0;
  }

  /** Completes an open user task as a person would: the form is written, then the tokens move on. */
  async complete(elementId: string, outcome: string, form: Variables = {}): Promise<this> {
    const work = this.host.openWork().find((item) => item.elementId === elementId);
    if (!work) throw new Error(`${elementId} is not open; open are ${this.open.join(', ')}`);
    this.record = { ...this.record, ...form };
    this.send(work.tokenId, { outcome });
    await this.doWhatIsDoneAtOnce();
    return this;
  }

  advanceDays(days: number): void {
    this.host.advance(days * 24 * 60 * 60 * 1000);
  }

  private send(tokenId: string, variables: Variables): void {
    this.host.send(this.instance.row.id, { type: 'completeActivity', tokenId, variables });
    const [incident] = this.host.instance(this.instance.row.id).incidents.values();
    if (incident) throw new Error(`incident ${incident.code} at ${incident.elementId}: ${JSON.stringify(incident.data)}`);
  }

  private async doWhatIsDoneAtOnce(): Promise<void> {
    for (const { tokenId, elementId, variables } of this.host.openWork()) {
      const type = findElement(this.graph, elementId)?.type;
      if (type === 'bpmn:BusinessRuleTask') this.send(tokenId, this.decide(elementId, variables));
      if (type === 'bpmn:ServiceTask') this.send(tokenId, await this.tally(elementId, variables));
    }
  }

  private decide(elementId: string, variables: Variables): Variables {
    const { decisionRef, resultVariable } = this.settings(elementId);
    const table = parseDecisionTable(this.procedure.decisions.get(decisionRef ?? ''));
    const { outputs } = decide(table, { ...variables, record: this.record }, { now: this.host.now, functions: this.functions });
    return { [resultVariable ?? 'decision']: outputs };
  }

  private async tally(elementId: string, variables: Variables): Promise<Variables> {
    const element = findElement(this.graph, elementId);
    if (!element) throw new Error(elementId);
    const evaluate = (expression: string) => this.evaluate(expression, variables, this.host.now);
    const instance = { recordCollection: null, recordId: null, placeId: null };
    // without a record to write to, nothing asks for the database; the days of all meetings are over
    const tx = { now: Date.parse('2026-12-31T00:00:00Z') } as never;
    const tally = tallyActivity((_tx, write) => write());
    return (await tally.enter({ tx, element, instance, record: this.record, evaluate })).variables;
  }

  private settings(elementId: string) {
    return findElement(this.graph, elementId)?.settings ?? {};
  }

  private get functions() {
    return { param: (key: Json) => (typeof key === 'string' ? (this.parameters[key] ?? null) : null) };
  }

  private evaluate(expression: string, variables: Variables, now: number): Json {
    return evaluateFeel(expression, { ...variables, record: this.record }, { now, functions: this.functions });
  }
}
