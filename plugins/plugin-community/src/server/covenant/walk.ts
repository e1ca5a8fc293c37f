import {
  compile,
  findElement,
  MemoryHost,
  parseDefinitions,
  type Element,
  type Graph,
  type Json,
  type StoredInstance,
  type Variables,
} from '@wuxin/bpmn-core';
import { decide, parseDecisionTable } from '@wuxin/decision';
import { evaluateFeel } from '@wuxin/feel';
import { resolve } from 'node:path';
import { loadProcedure, type Procedure } from '../procedures';
import { bringFilesActivity } from '../bring-files';
import { keepActivity } from '../keep';
import { onePersonActivity } from '../one-person';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';
import { requirementActivity } from '../requirement';
import { tallyActivity } from '../tally';

const TODAY = Date.parse('2026-12-31T00:00:00Z');
const WORKFLOWS = resolve(__dirname, '../../../../../workflows');
const CALLED = ['03-supervision', '04-filing', '08-reconvene'];

export const loadCovenant = (): Promise<Procedure> => loadProcedure(resolve(WORKFLOWS, '38-covenant'));

/** @throws Error with the problems when the process does not compile */
export async function compileCovenant({ xml }: Procedure): Promise<Graph> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (!graph) throw new Error(JSON.stringify(problems, null, 2));
  return graph;
}

/** The covenant together with what it calls, as if all stood in one file: their ids are different. */
async function compileWithCalled(covenant: Procedure): Promise<Graph> {
  const called = await Promise.all(CALLED.map((folder) => loadProcedure(resolve(WORKFLOWS, folder))));
  const graphs = await Promise.all([covenant, ...called].map(compileCovenant));
  const [own] = graphs;
  if (!own) throw new Error('no process');
  return {
    ...own,
    processes: Object.assign({}, ...graphs.map(({ processes }) => processes)) as Graph['processes'],
    elements: Object.assign({}, ...graphs.map(({ elements }) => elements)) as Graph['elements'],
    flows: Object.assign({}, ...graphs.map(({ flows }) => flows)) as Graph['flows'],
  };
}

/** A walk has no cases in a database: nothing calls it, and nothing is asked. */
function connectedToNothing(): Pick<BpmnPort, 'underCommand' | 'cases'> {
  const cases = {
    callerOf: async () => undefined,
    caseFamily: async () => [],
    lastCalledBy: async () => undefined,
    doersOf: async () => new Set<number>(),
    historyHashAt: async () => undefined,
  };
  return { underCommand: (_tx, write) => write(), cases };
}

// without a record in a database to write to, nothing is written
const ACTIVITIES: readonly ActivityType[] = [
  tallyActivity((_tx, write) => write()),
  keepActivity((_tx, write) => write()),
  requirementActivity,
  onePersonActivity,
  bringFilesActivity(connectedToNothing()),
];

interface At {
  readonly instanceId: string;
  readonly tokenId: string;
}

/** Plays the covenant in memory: the real process, decision table and activities; only the database is missing. */
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
    return new CovenantWalk(await compileWithCalled(procedure), procedure);
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
    this.send(work, { outcome });
    await this.doWhatIsDoneAtOnce();
    return this;
  }

  private send({ instanceId, tokenId }: At, variables: Variables): void {
    this.host.send(instanceId, { type: 'completeActivity', tokenId, variables });
    const [incident] = this.host.all().flatMap(({ incidents }) => [...incidents.values()]);
    if (incident) throw new Error(`incident ${incident.code} at ${incident.elementId}: ${JSON.stringify(incident.data)}`);
  }

  private async doWhatIsDoneAtOnce(): Promise<void> {
    for (let work = this.automaticWork(); work; work = this.automaticWork()) {
      const { elementId, variables } = work;
      const isDecision = findElement(this.graph, elementId)?.type === 'bpmn:BusinessRuleTask';
      this.send(work, isDecision ? this.decide(elementId, variables) : await this.perform(elementId, variables));
    }
  }

  private automaticWork() {
    const types = ['bpmn:BusinessRuleTask', 'bpmn:ServiceTask'];
    return this.host.openWork().find(({ elementId }) => types.includes(findElement(this.graph, elementId)?.type ?? ''));
  }

  private decide(elementId: string, variables: Variables): Variables {
    const { decisionRef, resultVariable } = this.settings(elementId);
    const table = parseDecisionTable(this.procedure.decisions.get(decisionRef ?? ''));
    const { outputs } = decide(table, { ...variables, record: this.record }, { now: this.host.now, functions: this.functions });
    return { [resultVariable ?? 'decision']: outputs };
  }

  private async perform(elementId: string, variables: Variables): Promise<Variables> {
    const element = findElement(this.graph, elementId);
    const activity = ACTIVITIES.find(({ type }) => type === element?.settings.activityType);
    if (!element || !activity) throw new Error(elementId);
    const context: ActivityContext = {
      // nothing asks for the database; the days of all meetings are over
      tx: { now: TODAY } as never,
      element,
      byTaskId: null,
      scratch: null,
      instance: { id: this.instance.row.id, parentInstanceId: null, recordCollection: null, recordId: null, placeId: null },
      record: this.record,
      unit: { noteRecordWrite: () => undefined, noteRowAdded: () => undefined, noteRowChanged: () => undefined },
      evaluate: (expression) => this.evaluate(expression, variables, TODAY),
    };
    const entered = await activity.enter(context);
    if (activity.type === 'keep') this.keep(element, context);
    return entered.variables;
  }

  /** What `keep` would write to the record. */
  private keep({ settings }: Element, context: ActivityContext): void {
    const fields = Object.entries(settings.config ?? {}).filter(([key]) => key.startsWith('field.'));
    const kept = fields.map(([key, text]) => [key.replace('field.', ''), context.evaluate(text.slice(1))]);
    this.record = { ...this.record, ...(Object.fromEntries(kept) as Variables) };
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
