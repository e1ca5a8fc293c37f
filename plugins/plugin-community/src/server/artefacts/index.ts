import type { Database } from '@nocobase/database';
import { createRow, findRows, text } from '../rows';

const TABLE = 'procedureInstallations';

/**
 * Remembers what a procedure has installed. What is remembered is left alone for good: administrators may have changed it,
 * and what they deleted stays deleted.
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
    const artefact = `${this.procedureKey}/${kind}/${name}`;
    if (this.known.has(artefact)) return;
    await install();
    await createRow(this, TABLE, { artefact, procedureKey: this.procedureKey });
    this.known.add(artefact);
  }
}
