import { tables, type ReadTx } from '../store';

/** Some cases together with the open cases that they called, directly or through others. */
export interface CasesBelow {
  /** Of all of them. */
  readonly ids: readonly string[];
  /** Which of the cases that were asked about a case belongs to. */
  readonly caseOf: (id: string) => string;
}

/** One statement for each level of calls below the cases, however many there are. */
export async function casesBelow(tx: ReadTx, tops: readonly string[]): Promise<CasesBelow> {
  const topOf = new Map(tops.map((id) => [id, id]));
  for (let level = tops; level.length > 0; ) {
    const where = { parentInstanceId: [...level], status: ['running', 'suspended'] };
    const called = await tables.instances.selectColumns(tx, ['id', 'parentInstanceId'], where);
    for (const { id, parentInstanceId } of called) topOf.set(id, topOf.get(parentInstanceId ?? '') ?? id);
    level = called.map(({ id }) => id);
  }
  return { ids: [...topOf.keys()], caseOf: (id) => topOf.get(id) ?? id };
}

/** Those of the cases that were asked about in which a person has to help, there or in a case below. */
export async function troubledCases(tx: ReadTx, { ids, caseOf }: CasesBelow): Promise<ReadonlySet<string>> {
  const open = { instanceId: [...ids], status: 'open' };
  const incidents = ids.length > 0 ? await tables.incidents.selectColumns(tx, ['instanceId'], open) : [];
  return new Set(incidents.map(({ instanceId }) => caseOf(instanceId)));
}
