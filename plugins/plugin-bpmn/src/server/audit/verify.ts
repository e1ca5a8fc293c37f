import type { Engine } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { auditedCases } from './cases';
import { invariantsOf } from './registry';
import type { BrokenRow, CaseInvariant, DatabaseInvariant, Invariant } from './types';

export interface InvariantResult {
  readonly name: string;
  readonly broken: number;
  readonly first: BrokenRow | null;
  readonly rule: Invariant['rule'];
}

export interface AuditReport {
  readonly isWhole: boolean;
  readonly cases: number;
  readonly historyRows: number;
  /** The first broken row that was met, and what it breaks. */
  readonly firstBroken: (BrokenRow & { readonly invariant: string }) | null;
  readonly invariants: readonly InvariantResult[];
}

/**
 * Checks every registered invariant against one moment of the database, case by case in batches: memory does not grow with
 * the number of cases. Writes nothing.
 */
export function verifyDatabase(engine: Engine): Promise<AuditReport> {
  return engine.read(async (tx) => {
    const invariants = invariantsOf(tx.db).all();
    const findings = new Findings(invariants);
    const figures = await checkCases(
      tx,
      invariants.filter((invariant) => invariant.scope === 'case'),
      findings,
    );
    await checkDatabase(
      tx,
      invariants.filter((invariant) => invariant.scope === 'database'),
      findings,
    );
    return { ...figures, ...findings.result() };
  });
}

async function checkCases(tx: Tx, invariants: readonly CaseInvariant[], findings: Findings) {
  let cases = 0;
  let historyRows = 0;
  const withRecords = invariants.some(({ readsRecords }) => readsRecords);
  for await (const audited of auditedCases(tx, { withRecords })) {
    cases += 1;
    historyRows += audited.history.length;
    for (const invariant of invariants) for (const row of invariant.check(audited)) findings.add(invariant.name, row);
  }
  return { cases, historyRows };
}

async function checkDatabase(tx: Tx, invariants: readonly DatabaseInvariant[], findings: Findings): Promise<void> {
  for (const invariant of invariants) for await (const row of invariant.check(tx)) findings.add(invariant.name, row);
}

/** Counts what is broken and keeps the first row of each kind: a million broken rows are one number. */
class Findings {
  private readonly counts: Map<string, number>;
  private readonly firsts = new Map<string, BrokenRow>();

  constructor(private readonly checked: readonly Invariant[]) {
    this.counts = new Map(checked.map(({ name }) => [name, 0]));
  }

  add(name: string, row: BrokenRow): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (!this.firsts.has(name)) this.firsts.set(name, row);
  }

  result(): Pick<AuditReport, 'isWhole' | 'firstBroken' | 'invariants'> {
    const [first] = this.firsts;
    const invariants = this.checked.map(({ name, rule }) => ({
      name,
      rule,
      broken: this.counts.get(name) ?? 0,
      first: this.firsts.get(name) ?? null,
    }));
    return { isWhole: !first, firstBroken: first ? { invariant: first[0], ...first[1] } : null, invariants };
  }
}
