import { apply } from '../interpret';
import type { Applied, Command, Env, StateReader, Variables } from '../contract';
import type { Graph } from '../graph';
import { StoredInstance } from '../host';
import { migrate, planMigration, type Migration, type MigrationMapping } from '../migration';
import { returns, withdrawals } from './goingBack';
import { brokenInvariants, brokenWork } from './invariants';
import { lazily, lazyApply } from './lazyReader';
import { Ledger, type Snapshot, snapshotOf, type Task } from './ledger';
import { NOW } from './play';

export type Mode = 'plain' | 'restored' | 'lazy';

export type Choice =
  | { readonly kind: 'work' | 'event'; readonly command: Command }
  | { readonly kind: 'return'; readonly command: Command; readonly task: Task }
  | { readonly kind: 'withdrawal'; readonly command: Command; readonly back: Snapshot };

/** Drives one instance by numbers, so that a generated list of numbers is a whole history. */
export class Driver {
  instance = new StoredInstance({ id: 'i', processId: 'P', status: 'running', variables: {}, nextSequence: 1 }, null);
  /** Everything that came out, in order: what two runs have to agree on to the byte. */
  readonly output: string[] = [];
  /** What withdrawals have not brought back as it was: nothing, but where a loop leads to a join that could not go on a second time. */
  readonly lost: string[] = [];
  /** How often each kind of thing has happened. */
  readonly happened = { work: 0, event: 0, return: 0, withdrawal: 0 };
  private readonly ledger = new Ledger();
  private now = NOW;

  constructor(
    private graph: Graph,
    private readonly mode: Mode = 'plain',
  ) {
    this.send({ type: 'start', variables: { turns: 0 } }, null);
  }

  get isRunning(): boolean {
    return this.instance.row.status === 'running';
  }

  /** What does not hold for the rows of the case, or for what people see of it. */
  get broken(): readonly string[] {
    return [...brokenInvariants(this.instance), ...brokenWork(this.instance, this.ledger)];
  }

  /** What could happen next: work done, messages, timers at their time, tasks sent back, the last step taken back. */
  choices(): readonly Choice[] {
    const turns = Number(this.instance.row.variables.turns ?? 0) + 1;
    const work = [...this.instance.tokens.values()].filter(({ status, data }) => status === 'active' && data.waiting === true);
    const done = work.map(({ id: tokenId }): Command => ({ type: 'completeActivity', tokenId, variables: { turns } }));
    const events = [...this.instance.subscriptions.values()].map(
      ({ id: subscriptionId, kind }): Command =>
        kind === 'timer' ? { type: 'fireTimer', subscriptionId } : { type: 'deliverMessage', subscriptionId, variables: {} },
    );
    return [
      ...done.map((command) => ({ kind: 'work' as const, command })),
      ...events.map((command) => ({ kind: 'event' as const, command })),
      ...returns(this.graph, this.instance, this.ledger).map((back) => ({ kind: 'return' as const, ...back })),
      ...withdrawals(this.graph, this.instance, this.ledger).map((back) => ({ kind: 'withdrawal' as const, ...back })),
    ];
  }

  /** One step chosen by a number; false when nothing can happen any more. */
  step(choice: number): boolean {
    const choices = this.choices();
    const back = choices.filter(({ kind }) => kind === 'return' || kind === 'withdrawal');
    // people go back seldom; here every third time that they can
    const among = choice % 3 === 1 && back.length > 0 ? back : choices;
    const chosen = among[Math.floor(choice / 3) % Math.max(1, among.length)];
    if (!this.isRunning || !chosen) return false;
    this.carryOut(chosen);
    this.happened[chosen.kind] += 1;
    return true;
  }

  /** Goes on in another version, or stays where it is. */
  migrate(target: Graph, mapping: MigrationMapping): Migration {
    const plan = planMigration({ source: this.graph, target }, mapping);
    if (this.mode === 'restored') this.instance = this.instance.restored();
    const reader = this.instance.reader();
    const move = (state: StateReader) => migrate(plan, state, this.env(), { timers: 'kept', openedAt: () => null });
    const migration = this.mode === 'lazy' ? lazily(reader, move) : move(reader);
    if (migration.kind === 'refused') return migration;
    this.instance.write(migration.applied.changes);
    this.graph = target;
    this.ledger.note(this.instance, migration.applied, null);
    this.output.push(JSON.stringify(migration.applied));
    return migration;
  }

  private env(): Env {
    return { now: this.now, evaluate: evaluateSimple, runScript: countUp, maxSteps: 300 };
  }

  private carryOut(chosen: Choice): void {
    const { command } = chosen;
    switch (chosen.kind) {
      case 'work':
        return this.send(command, command.type === 'completeActivity' ? this.end(command.tokenId, 'done') : null);
      case 'return':
        return this.send(command, this.end(chosen.task.tokenId, 'returned'));
      case 'event':
        return this.send(command, null);
      case 'withdrawal':
        this.send(command, null);
        this.lost.push(...lostBy(chosen.back, snapshotOf(this.graph, this.instance)));
    }
  }

  private end(tokenId: string, status: 'done' | 'returned'): Task | null {
    return this.ledger.end(tokenId, status, snapshotOf(this.graph, this.instance));
  }

  /** @param by the task whose end this is */
  private send(command: Command, by: Task | null): void {
    if (command.type === 'fireTimer')
      this.now = Math.max(this.now, this.instance.subscriptions.get(command.subscriptionId)?.dueAt ?? 0);
    if (this.mode === 'restored') this.instance = this.instance.restored();
    const applied = this.applyTo(this.instance.reader(), command);
    this.instance.write(applied.changes);
    this.ledger.note(this.instance, applied, by);
    this.output.push(JSON.stringify(applied));
  }

  private applyTo(reader: StateReader, command: Command): Applied {
    const env = this.env();
    return this.mode === 'lazy' ? lazyApply(this.graph, reader, command, env) : apply(this.graph, reader, command, env);
  }
}

/** A variable that was not there before is null after a withdrawal. */
function lostBy(before: Snapshot, after: Snapshot): readonly string[] {
  const names = Object.keys({ ...before.variables, ...after.variables });
  const changed = names.filter((name) => (before.variables[name] ?? null) !== (after.variables[name] ?? null));
  const isPlaceLost = before.tokens.join() !== after.tokens.join();
  return [
    ...changed.map((name) => `a withdrawal has changed ${name}`),
    ...(isPlaceLost ? [`a withdrawal leads from ${before.tokens.join()} to ${after.tokens.join()}`] : []),
  ];
}

/** Understands numbers and `a<b`, which is all that generated processes say; FEEL would be slower by far. */
export function evaluateSimple(expression: string, variables: Variables): number | boolean {
  const [left = '', right] = expression.split('<');
  const valueOf = (text: string) => Number(/^\d+$/.test(text) ? text : (variables[text] ?? 0));
  return right === undefined ? valueOf(left) : valueOf(left) < valueOf(right);
}

function countUp(name: string, _format: string, variables: Variables): Variables {
  return { [name]: Number(variables[name] ?? 0) + 1 };
}
