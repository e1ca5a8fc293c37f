import { forbidden, parametersInForce, type ReadTx, type Tx } from '@wuxin/plugin-bpmn';
import type { KindNumber, KindView, NoticeKind } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';
import { digestOf } from './seed';

type InForce = NonNullable<ReturnType<Awaited<ReturnType<typeof parametersInForce>>['get']>>;

/** @returns undefined: there is no such kind */
export async function kindOf(tx: ReadTx, key: string): Promise<NoticeKind | undefined> {
  return (await tables.kinds.find(tx, { key }))?.kind;
}

/** All kinds with the numbers that hold at a place. */
export async function listKinds(tx: Tx, { isAdministrator }: Who, placeId: string | null): Promise<KindView[]> {
  const rows = await tables.kinds.select(tx, {}, { order: [['key', 'ASC']] });
  const keys = rows.flatMap(({ kind: { periodParameter, keepParameter } }) => [periodParameter ?? keepParameter, keepParameter]);
  const values = await parametersInForce(tx, [...new Set(keys)], placeId);
  const numberOf = (key: string | null): KindNumber | null => {
    const found = key === null ? undefined : values.get(key);
    return found ? numberView(found) : null;
  };
  return rows.map(({ kind, shippedDigest, changedAt, changedByName }) => ({
    ...kind,
    period: numberOf(kind.periodParameter),
    keep: numberOf(kind.keepParameter),
    revision: digestOf(kind),
    isChanged: shippedDigest !== null && digestOf(kind) !== shippedDigest,
    changedAt,
    changedByName,
    mayChange: isAdministrator,
  }));
}

/** For whoever changes a kind: parameters that count days, with what holds everywhere. @throws forbidden `notice.mayNotChangeKinds` */
export async function kindParameters(tx: Tx, { isAdministrator }: Who): Promise<KindNumber[]> {
  if (!isAdministrator) throw forbidden('notice.mayNotChangeKinds');
  return [...(await parametersInForce(tx, null, null)).values()].filter(countsDays).map(numberView);
}

/** What a period can be counted by. */
export const countsDays = ({ definition, value }: InForce): boolean => definition.unit === 'days' && typeof value === 'number';

function numberView({ definition: { key, name, nameEn }, value, isConfirmed }: InForce): KindNumber {
  return { key, name: { 'zh-CN': name, 'en-US': nameEn }, value: Number(value), isConfirmed };
}
