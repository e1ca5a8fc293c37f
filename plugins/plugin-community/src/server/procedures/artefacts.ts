import type { Database, Model } from '@nocobase/database';

const TABLE = 'procedureInstallations';

/**
 * Remembers what a procedure has installed. What is remembered is left alone for good: administrators may have changed it,
 * and what they deleted stays deleted.
 */
export class Artefacts {
  private constructor(
    private readonly db: Database,
    private readonly procedureKey: string,
    private readonly known: Set<string>,
  ) {}

  static async of(db: Database, procedureKey: string): Promise<Artefacts> {
    const rows = await db.getRepository(TABLE).find({ filter: { procedureKey } });
    return new Artefacts(db, procedureKey, new Set(rows.map((row: Model) => String(row.get('artefact')))));
  }

  /** Runs `install` the first time that this artefact comes by. */
  async once(kind: string, name: string, install: () => Promise<unknown>): Promise<void> {
    const artefact = `${this.procedureKey}/${kind}/${name}`;
    if (this.known.has(artefact)) return;
    await install();
    await this.db.getRepository(TABLE).create({ values: { artefact, procedureKey: this.procedureKey } });
    this.known.add(artefact);
  }
}
