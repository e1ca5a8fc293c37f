import { canonicalJson, defineParameters, type Tx } from '@wuxin/plugin-bpmn';
import type { Json } from '@wuxin/bpmn-core';
import { createHash } from 'node:crypto';
import { tables } from '../store';
import { PARAMETERS } from './parameters';
import { SHIPPED_KINDS } from './shipped';

/** Of what comes with the software, to know whether somebody changed it here. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(JSON.parse(JSON.stringify(value)) as Json)) // as it is stored
    .digest('hex');

/** New kinds are added, unchanged ones follow a newer one, and what somebody changed here stays as it is. */
export async function seedKinds(tx: Tx): Promise<void> {
  await defineParameters(tx, PARAMETERS);
  const kept = new Map((await tables.kinds.select(tx, {})).map((row) => [row.key, row]));
  for (const kind of SHIPPED_KINDS) {
    const row = kept.get(kind.key);
    const shipped = { shippedDigest: digestOf(kind), changedAt: tx.now, changedById: null, changedByName: null };
    if (!row) await tables.kinds.insert(tx, [{ key: kind.key, kind, ...shipped }]);
    else if (digestOf(row.kind) === row.shippedDigest && row.shippedDigest !== shipped.shippedDigest)
      await tables.kinds.update(tx, { key: kind.key }, { kind, ...shipped });
  }
}
