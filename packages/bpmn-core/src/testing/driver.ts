import { apply } from '../interpret';
import type { Applied, Command, Env, StateReader, Variables } from '../contract';
import type { Graph } from '../graph';
import { StoredInstance } from '../host';
import { migrate, planMigration, type Migration, type MigrationMapping } from '../migration';
import { lazily, lazyApply } from './lazyReader';
import { NOW } from './play';

export type Mode = 'plain' | 'restored' | 'lazy';

/** Drives one instance by numbers, so that a generated list of numbers is a whole history. */
export class Driver {
  instance = new StoredInstance({ id: 'i', processId: 'P', status: 'running', variables: {}, nextSequence: 1 }, null);
  /** Everything that came out, in order: what two runs have to agree on to the byte. */
  readonly output: string[] = [];
  private now = NOW;

  constructor(
    private graph: Graph,
    private readonly mode: Mode = 'plain',
  ) {
    this.send({ type: 'start', variables: { turns: 0 } });
  }

  get isRunning(): boolean {
    return this.instance.row.status === 'running';
  }

  /** What could happen next: work done, messages, timers at their time. */
  choices(): readonly Command[] {
    const turns = Number(this.instance.row.variables.turns ?? 0) + 1;
    const work = [...this.instance.tokens.values()].filter(({ status, data }) => status === 'active' && data.waiting === true);
    const done = work.map(({ id: tokenId }): Command => ({ type: 'completeActivity', tokenId, variables: { turns } }));
    const events = [...this.instance.subscriptions.values()].map(
      ({ id: subscriptionId, kind }): Command =>
        kind === 'timer' ? { type: 'fireTimer', subscriptionId } : { type: 'deliverMessage', subscriptionId, variables: {} },
    );
    return [...done, ...events];
  }

  /** One step chosen by a number; false when nothing can happen any more. */
  step(choice: number): boolean {
    const choices = this.choices();
    const command = choices[choice % Math.max(1, choices.length)];
    if (!this.isRunning || !command) return false;
    this.send(command);
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
    this.output.push(JSON.stringify(migration.applied));
    return migration;
  }

  private env(): Env {
    return { now: this.now, evaluate: evaluateSimple, runScript: countUp, maxSteps: 300 };
  }

  private send(command: Command): void {
    if (command.type === 'fireTimer')
      this.now = Math.max(this.now, this.instance.subscriptions.get(command.subscriptionId)?.dueAt ?? 0);
    if (this.mode === 'restored') this.instance = this.instance.restored();
    const applied = this.applyTo(this.instance.reader(), command);
    this.instance.write(applied.changes);
    this.output.push(JSON.stringify(applied));
  }

  private applyTo(reader: StateReader, command: Command): Applied {
    const env = this.env();
    return this.mode === 'lazy' ? lazyApply(this.graph, reader, command, env) : apply(this.graph, reader, command, env);
  }
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
