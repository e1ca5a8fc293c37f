import type { Database } from '@nocobase/database';
import { createRows, findRows, text } from '../rows';

const TABLE = 'procedureInstallations';

/**
 * Remembers what a procedure (or the menu) has installed. What is remembered is left alone for good: administrators may have
 * changed it, and what they deleted stays deleted.
 */
export class Artefacts {
  private constructor(
    readonly db: Database,
    private readonly procedureKey: string,
    private readonly known: Set<string>,
  ) {}

  static async of(db: Database, procedureKey: string): Promise<Artefacts> {
    const rows = await findRows({ db }, TABLE, { filter: { procedureKey } });
    return new Artefacts(db, procedureKey, new Set(rows.map((row) => text(row, 'artefact'))));
  }

  /** Runs `install` the first time that this artefact comes by. */
  async once(kind: string, name: string, install: () => Promise<unknown>): Promise<void> {
    if (this.known.has(this.artefact(kind, name))) return;
    await install();
    await this.remember(kind, [name]);
  }

  /** For what came with something else, such as the fields of a new collection. */
  async remember(kind: string, names: readonly string[]): Promise<void> {
    const fresh = names.map((name) => this.artefact(kind, name)).filter((artefact) => !this.known.has(artefact));
    await createRows(
      this,
      TABLE,
      fresh.map((artefact) => ({ artefact, procedureKey: this.procedureKey })),
    );
    for (const artefact of fresh) this.known.add(artefact);
  }

  private artefact(kind: string, name: string): string {
    return `${this.procedureKey}/${kind}/${name}`;
  }
}
