import type { Command, Json, Variables } from '@wuxin/bpmn-core';
import { advance, Unit, type Gathered } from '../engine';
import { SYSTEM, type ActorOrSystem } from '../runtime/actor';
import { errorText, incidentText } from '../runtime/error-text';
import { type BpmnError, conflict } from '../runtime/errors';
import { textOf } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import type { JobRecord } from '../store';
import { type CaseInMemory, scratchOf } from './scratch-case';
import { type Entry, inBoth, nameAt, saidOf, valuesRead } from './entries';

/** Cases that one try-out may have, jobs that one step of it may lead to, and timers that may fire while time passes. */
export const LIMITS = { cases: 60, jobs: 500, firings: 300 } as const;

interface Moved {
  readonly actor?: ActorOrSystem;
  readonly byTaskId?: string;
  readonly actedBy?: number;
  /** Tells the engine, before the tokens move, what it is about. */
  readonly prepare?: (unit: Unit) => void;
}

/** The cases of one try-out in memory, with the clock that they have. Nothing of it is written anywhere. */
export class World {
  readonly cases: CaseInMemory[] = [];
  readonly entries: Entry[] = [];
  readonly tx: Tx;
  now: number;
  /** Which step is being done: 0 is the start. */
  step = 0;
  private ids = 0;
  private keys = 0;
  /** What follows in other cases, in order. */
  readonly jobs: { readonly of: CaseInMemory; readonly job: JobRecord }[] = [];

  constructor(base: Pick<Tx, 'db' | 'transaction'>, now: number) {
    this.now = now;
    const clock = () => this.now;
    const { db, transaction } = base;
    this.tx = {
      db,
      transaction,
      get now() {
        return clock();
      },
    };
  }

  newId = (): string => {
    this.ids += 1;
    return `tryOut${this.ids}`;
  };

  /** Of a row that no table has: below every key that one could have. */
  newKey = (): number => {
    this.keys -= 1;
    return this.keys + FIRST_KEY;
  };

  add(one: CaseInMemory): void {
    if (this.cases.length >= LIMITS.cases) throw conflict('tryOut.tooMuch', { maximum: LIMITS.cases });
    this.cases.push(one);
  }

  find(caseId: string): CaseInMemory | undefined {
    return this.cases.find(({ id }) => id === caseId);
  }

  tell(of: CaseInMemory, entry: Pick<Entry, 'kind' | 'said'> & { readonly elementId?: string }): void {
    this.entries.push({ elementId: null, ...entry, step: this.step, at: this.now, caseId: of.id });
  }

  /** Moves the tokens of a case by the engine itself; what follows in other cases waits in {@link jobs}. */
  async move(of: CaseInMemory, command: Command, { actor = SYSTEM, byTaskId, actedBy, prepare }: Moved = {}): Promise<void> {
    const { session, version } = of;
    const unit = new Unit(this.tx, session.record, { newId: this.newId, mayCall: false });
    prepare?.(unit);
    const explain: Parameters<typeof scratchOf>[1]['explain'] = (said) => this.tell(of, { kind: 'reason', said });
    const watch = (expression: string, variables: Variables, result: Json) =>
      this.tellCondition(of, expression, variables, result);
    const scratch = scratchOf(of, { actedBy: actedBy ?? null, explain, watch });
    await advance({ tx: this.tx, session, unit, version, actor, byTaskId, scratch }, command);
    session.followTokens();
    this.take(of, unit.gathered);
  }

  private take(of: CaseInMemory, { tasks, jobs, incidents, cancelledTokens, clearedTokens, events }: Gathered): void {
    for (const tokenId of cancelledTokens) of.forget(tokenId);
    for (const tokenId of clearedTokens) of.incidents.delete(tokenId);
    for (const task of tasks) of.open(task);
    for (const event of events) {
      if (event.kind === 'elementLeft' && event.element) of.passed.add(event.element.id);
      if (event.kind === 'flowsTaken') (event.data?.flows as readonly string[] | undefined)?.forEach((id) => of.taken.add(id)); // see historyOf
      const told = saidOf(event, of.version.graph);
      if (told) this.tell(of, { ...told, elementId: event.element?.id });
    }
    // tokens that are gone take their work with them
    for (const tokenId of [...of.tasks.keys(), ...of.asked.keys()]) if (!of.session.holdsToken(tokenId)) of.forget(tokenId);
    for (const incident of incidents) {
      if (incident.tokenId) of.incidents.set(incident.tokenId, incident);
      const said = inBoth((locale) =>
        incidentText(locale, incident.code, {
          ...incident.data,
          elementName: nameAt(of.version.graph, incident.elementId, locale),
        }),
      );
      this.tell(of, { kind: 'trouble', said, elementId: incident.elementId });
    }
    for (const job of jobs) this.keep(of, job);
  }

  private keep(of: CaseInMemory, job: JobRecord): void {
    if (job.kind === 'deadlineStep' && job.tokenId)
      of.planned.push({ tokenId: job.tokenId, at: job.dueAt, payload: job.payload });
    else this.jobs.push({ of, job });
  }

  /** Which way a condition sends the case, with what it read. */
  private tellCondition(of: CaseInMemory, expression: string, variables: Variables, result: Json): void {
    const { graph } = of.version;
    const flow = Object.values(graph.flows).find(({ condition }) => condition === expression);
    if (!flow) return;
    const values = valuesRead(expression, variables, of.session.record.parameters);
    const said = inBoth((locale) =>
      textOf(locale, 'tryOut.did.condition', {
        element: nameAt(graph, flow.sourceId, locale),
        flow: flow.name ?? nameAt(graph, flow.targetId, locale),
        expression,
        result: textOf(locale, `tryOut.result.${String(result === null ? 'unknown' : result === true)}`),
        values: values === '' ? '' : textOf(locale, 'tryOut.values', { values }),
      }),
    );
    this.tell(of, { kind: 'reason', said, elementId: flow.sourceId });
  }

  /** Something that the case could not do, as an incident of it. */
  stop(of: CaseInMemory, tokenId: string, elementId: string, error: BpmnError): void {
    const said = inBoth((locale) => errorText(locale, error.code, error.data));
    of.asked.set(tokenId, elementId);
    this.tell(of, { kind: 'trouble', said, elementId });
  }
}

const FIRST_KEY = -1000;
