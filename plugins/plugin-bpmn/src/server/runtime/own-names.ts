import { perDatabase } from './per-database';

/**
 * How tables and HTTP resources of ours are called: `bpmnTasks`, and what other plugins add that keep theirs behind actions of their own.
 * Generic actions of NocoBase do not reach them, and logs name no more of their requests than action and status.
 */
class OwnNames {
  private readonly prefixes = new Set(['bpmn']);

  /** @example ownNamesOf(app.db).add('ballot') // all names that go on with a capital letter: `ballotMeetings` */
  add(prefix: string): void {
    this.prefixes.add(prefix);
  }

  /** Does a statement name a table of ours? An installation may put a prefix of its own before all tables. */
  areIn(sql: string): boolean {
    return new RegExp(`["\`](\\w+_)?(${[...this.prefixes].join('|')})`, 'i').test(sql);
  }

  /** Is one of them in what a database says of an error? However it quotes and writes names. */
  areNamedIn(message: string): boolean {
    return new RegExp([...this.prefixes].join('|'), 'i').test(message);
  }

  has(name: unknown): boolean {
    return (
      typeof name === 'string' &&
      [...this.prefixes].some((prefix) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)))
    );
  }
}

export const ownNamesOf = perDatabase(() => new OwnNames());
