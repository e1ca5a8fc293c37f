import type { Applied, Command, Effect, Env, HistoryEntry, Instant, Json, Variables } from '../contract';
import { findElement, type Graph } from '../graph';
import { apply } from '../interpret';
import { migrate, type Migration, type MigrationOptions, type MigrationPlan } from '../migration';
import { startTriggers } from '../start';
import { messageReceivers, signalReceivers, type Receiver } from './receivers';
import { StartTimers } from './startTimers';
import { StoredInstance, type Caller, type Work } from './stored';

export interface MemoryHostOptions {
  readonly graph: Graph;
  readonly now: Instant;
  /** FEEL at the host's time. */
  readonly evaluate: (expression: string, variables: Variables, now: Instant) => Json;
  readonly runScript: (script: string, format: string, variables: Variables, now: Instant) => Variables;
  readonly maxSteps?: number;
  readonly unknownCondition?: Env['unknownCondition'];
  /** Work that nobody is asked to do: done at once with no result. Default: everything but user tasks. */
  readonly isAutomatic?: (elementType: string) => boolean;
}

/** What has been asked for and is not yet carried out, like the outbox of a database store. */
type Job = { readonly effect: Effect; readonly from: StoredInstance };

/**
 * A host without a database: for tests, scenario files and previews in a browser. Calls, messages and signals go between
 * the instances of one file; time passes only by {@link MemoryHost.advance}.
 */
export class MemoryHost {
  now: Instant;
  private instances = new Map<string, StoredInstance>();
  private readonly timers: StartTimers;
  private readonly jobs: Job[] = [];
  private nextInstance = 1;

  constructor(private readonly options: MemoryHostOptions) {
    this.now = options.now;
    this.timers = new StartTimers(options.graph, this.env());
  }

  start(processId: string, variables: Variables = {}, startEventId?: string): StoredInstance {
    const instance = this.open(processId, variables, startEventId, null);
    this.carryOut();
    return instance;
  }

  /** One command, with everything that follows from it in this and other instances. */
  send(instanceId: string, command: Command): Applied {
    const applied = this.apply(this.instance(instanceId), command);
    this.carryOut();
    return applied;
  }

  /** Gives a message to the first that waits for it, else to a process that it starts; returns whether anybody took it. */
  message(name: string, variables: Variables = {}, correlationKey: string | null = null): boolean {
    const isTaken = this.deliverMessage(name, variables, correlationKey);
    this.carryOut();
    return isTaken;
  }

  /** Gives a signal to everybody who waits for it. */
  signal(name: string, variables: Variables = {}): void {
    this.deliverSignal(name, variables);
    this.carryOut();
  }

  /** Moves the clock on and fires every timer at its own time, earliest first. */
  advance(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (let due = this.nextDue(until); due; due = this.nextDue(until)) {
      this.now = Math.max(this.now, due.at);
      due.fire();
      this.carryOut();
    }
    this.now = until;
  }

  instance(id: string): StoredInstance {
    const found = this.instances.get(id);
    if (!found) throw new RangeError(`no instance ${id}`);
    return found;
  }

  all(): readonly StoredInstance[] {
    return [...this.instances.values()];
  }

  /** Work that can be completed now; that of a failed token has to wait for its incident. */
  openWork(): readonly (Work & { readonly instanceId: string })[] {
    return this.all().flatMap(({ row, work, tokens }) => {
      const open = [...work.values()].filter(({ tokenId }) => tokens.get(tokenId)?.status === 'active');
      return open.map((item) => ({ ...item, instanceId: row.id }));
    });
  }

  /** Saves all rows as JSON and loads them again. */
  restore(): void {
    this.instances = new Map([...this.instances].map(([id, instance]) => [id, instance.restored()]));
  }

  /** Takes over an instance from the host of another version, unless it cannot be migrated. */
  migrate(instance: StoredInstance, plan: MigrationPlan, options: MigrationOptions): Migration {
    const migration = migrate(plan, instance.reader(), this.env(), options);
    if (migration.kind === 'refused') return migration;
    this.instances.set(instance.row.id, instance);
    for (const { tokenId, toId } of migration.moved) {
      const work = instance.work.get(tokenId);
      if (work) instance.work.set(tokenId, { ...work, elementId: toId });
    }
    this.absorb(instance, migration.applied);
    this.carryOut();
    return migration;
  }

  private open(
    processId: string,
    variables: Variables,
    startEventId: string | undefined,
    calledBy: Caller | null,
  ): StoredInstance {
    const id = `i${this.nextInstance}`;
    this.nextInstance += 1;
    const instance = new StoredInstance({ id, processId, status: 'running', variables: {}, nextSequence: 1 }, calledBy);
    this.instances.set(id, instance);
    this.apply(instance, { type: 'start', variables, ...(startEventId === undefined ? {} : { startEventId }) });
    return instance;
  }

  private apply(instance: StoredInstance, command: Command): Applied {
    return this.absorb(instance, apply(this.options.graph, instance.reader(), command, this.env()));
  }

  private absorb(instance: StoredInstance, applied: Applied): Applied {
    instance.write(applied.changes);
    for (const entry of applied.history) count(instance, entry);
    for (const effect of applied.effects) this.jobs.push({ effect, from: instance });
    return applied;
  }

  private env(): Env {
    const { evaluate, runScript, maxSteps, unknownCondition } = this.options;
    const { now } = this;
    return {
      now,
      evaluate: (expression, variables) => evaluate(expression, variables, now),
      runScript: (script, format, variables) => runScript(script, format, variables, now),
      maxSteps,
      unknownCondition,
    };
  }

  private carryOut(): void {
    for (let job = this.jobs.shift(); job; job = this.jobs.shift()) this.carryOutOne(job);
  }

  private carryOutOne({ effect, from }: Job): void {
    switch (effect.type) {
      case 'workOpened':
        return this.openWorkAt(from, effect);
      case 'workCancelled':
        from.work.delete(effect.tokenId);
        return;
      case 'callOpened':
        this.open(effect.calledElement, effect.variables, undefined, { instanceId: from.row.id, tokenId: effect.tokenId });
        return;
      case 'callCancelled':
        return this.cancelCalled({ instanceId: from.row.id, tokenId: effect.tokenId });
      case 'messageThrown':
        this.deliverMessage(effect.name, effect.variables, effect.correlationKey);
        return;
      case 'signalThrown':
        return this.deliverSignal(effect.name, effect.variables);
      case 'escalationThrown':
        return this.toCaller(from, (tokenId) => ({
          type: 'throwEscalation',
          tokenId,
          escalationCode: effect.code,
          variables: effect.variables,
        }));
      case 'incidentRaised':
        from.incidents.set(effect.tokenId, effect);
        return;
      case 'incidentCleared':
        from.incidents.delete(effect.tokenId);
        return;
      case 'instanceEnded':
        return this.endOf(from, effect);
    }
  }

  private openWorkAt(from: StoredInstance, { tokenId, elementId, variables }: Work): void {
    // It may have been cancelled by what came after it in the same command.
    if (!from.tokens.has(tokenId)) return;
    const type = findElement(this.options.graph, elementId)?.type ?? '';
    const isAutomatic = this.options.isAutomatic ?? ((elementType: string) => elementType !== 'bpmn:UserTask');
    if (isAutomatic(type)) this.apply(from, { type: 'completeActivity', tokenId, variables: {} });
    else from.work.set(tokenId, { tokenId, elementId, variables });
  }

  private endOf(from: StoredInstance, { status, errorCode, variables }: Extract<Effect, { type: 'instanceEnded' }>): void {
    from.errorCode = errorCode ?? null;
    if (status === 'cancelled') return;
    this.toCaller(from, (tokenId) =>
      errorCode === undefined
        ? { type: 'completeActivity', tokenId, variables }
        : { type: 'throwError', tokenId, errorCode, variables },
    );
  }

  private toCaller(from: StoredInstance, commandAt: (tokenId: string) => Command): void {
    const caller = from.calledBy && this.instances.get(from.calledBy.instanceId);
    if (caller?.tokens.has(from.calledBy?.tokenId ?? '')) this.apply(caller, commandAt(from.calledBy?.tokenId ?? ''));
  }

  private cancelCalled(by: Caller): void {
    const called = this.all().find(({ calledBy }) => calledBy?.instanceId === by.instanceId && calledBy.tokenId === by.tokenId);
    if (called?.row.status === 'running') this.apply(called, { type: 'cancel' });
  }

  private deliverMessage(name: string, variables: Variables, correlationKey: string | null): boolean {
    const [receiver] = messageReceivers(this.all(), name, correlationKey);
    if (receiver) this.deliver('deliverMessage', receiver, variables);
    return receiver !== undefined || this.startBy('message', name, variables).length > 0;
  }

  private deliverSignal(name: string, variables: Variables): void {
    // Who waits is settled first: nobody who begins to wait because of this signal gets it too.
    const receivers = signalReceivers(this.all(), name);
    this.startBy('signal', name, variables);
    for (const receiver of receivers) {
      if (receiver.instance.subscriptions.has(receiver.subscriptionId)) this.deliver('deliverSignal', receiver, variables);
    }
  }

  private deliver(type: 'deliverMessage' | 'deliverSignal', { instance, subscriptionId }: Receiver, variables: Variables): void {
    this.apply(instance, { type, subscriptionId, variables });
  }

  private startBy(kind: 'message' | 'signal', name: string, variables: Variables): readonly StoredInstance[] {
    const triggers = startTriggers(this.options.graph).flatMap((trigger) =>
      trigger.kind === kind && trigger.name === name ? [trigger] : [],
    );
    return triggers.map(({ processId, elementId }) => this.open(processId, variables, elementId, null));
  }

  private nextDue(until: Instant): { at: Instant; fire: () => void } | null {
    const waiting = this.all().flatMap((instance) =>
      [...instance.subscriptions.values()].map(({ id, dueAt }) => ({
        at: dueAt ?? Number.POSITIVE_INFINITY,
        fire: () => void this.apply(instance, { type: 'fireTimer', subscriptionId: id }),
      })),
    );
    const starts = this.timers.pending().map(({ at, index, processId, elementId }) => ({
      at,
      fire: () => {
        this.timers.fired(index, this.now);
        this.open(processId, {}, elementId, null);
      },
    }));
    const due = [...waiting, ...starts].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    return due[0] ?? null;
  }
}

function count(instance: StoredInstance, { kind, elementId, tokenId, data }: HistoryEntry): void {
  if (kind === 'elementLeft' && data.multiInstance !== true) {
    instance.leftTimes.set(elementId, (instance.leftTimes.get(elementId) ?? 0) + 1);
  }
  if (kind === 'elementLeft' && tokenId !== null) instance.work.delete(tokenId);
}
