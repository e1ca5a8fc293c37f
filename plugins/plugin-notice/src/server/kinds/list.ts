import { parametersInForce, type ReadTx, type Tx } from '@wuxin/plugin-bpmn';
import type { KindView, NoticeKind } from '../../common/api';
import { tables } from '../store';

/** @returns undefined: there is no such kind */
export async function kindOf(tx: ReadTx, key: string): Promise<NoticeKind | undefined> {
  return (await tables.kinds.find(tx, { key }))?.kind;
}

/** All kinds with the numbers that hold at a place. */
export async function listKinds(tx: Tx, placeId: string | null): Promise<KindView[]> {
  const kinds = (await tables.kinds.select(tx, {}, { order: [['key', 'ASC']] })).map(({ kind }) => kind);
  const keys = kinds.flatMap(({ periodParameter, keepParameter }) => [periodParameter ?? keepParameter, keepParameter]);
  const values = await parametersInForce(tx, [...new Set(keys)], placeId);
  const numberOf = (key: string | null) => {
    const found = key === null ? undefined : values.get(key);
    return found ? { key: found.definition.key, value: Number(found.value), isConfirmed: found.isConfirmed } : null;
  };
  return kinds.map((kind) => ({ ...kind, period: numberOf(kind.periodParameter), keep: numberOf(kind.keepParameter) }));
}
