import { badInput, conflict, forbidden, notFound, parametersInForce, type Tx } from '@wuxin/plugin-bpmn';
import type { KindChangeBody, NoticeKind } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables } from '../store';
import { countsDays } from './list';
import { digestOf } from './seed';

/**
 * Administrators: what a kind is called and which parameters its days come from. What is published stays; a draft is held to it when it is submitted.
 *
 * @throws forbidden `notice.mayNotChangeKinds`; not found `notice.kindUnknown`; conflict `notice.kindChangedMeanwhile`; bad input
 * `notice.reasonMissing`, `notice.kindPeriodMissing`, `notice.kindParameter`
 */
export async function changeKind(
  tx: Tx,
  { actor, isAdministrator }: Who,
  key: string,
  { revision, reason, ...said }: KindChangeBody,
): Promise<void> {
  if (!isAdministrator) throw forbidden('notice.mayNotChangeKinds');
  const row = await tables.kinds.find(tx, { key }, { forUpdate: true });
  if (!row) throw notFound('notice.kindUnknown');
  if (digestOf(row.kind) !== revision) throw conflict('notice.kindChangedMeanwhile');
  if (reason.trim() === '') throw badInput('notice.reasonMissing');
  // people object until its last day
  if (row.kind.takesObjections && said.periodParameter === null) throw badInput('notice.kindPeriodMissing');
  await assertCountDays(tx, [said.periodParameter ?? said.keepParameter, said.keepParameter]);
  const kind: NoticeKind = { ...row.kind, ...said };
  const changed = differing(row.kind, kind);
  if (changed.length === 0) return;
  const by = { changedAt: tx.now, changedById: actor.userId, changedByName: actor.name };
  await tables.kinds.update(tx, { key }, { kind, ...by });
  await journal.append(tx, `kind:${key}`, actor, [{ kind: 'kindChanged', data: { changed, reason: reason.trim() } }]);
}

const differing = (before: NoticeKind, after: NoticeKind): string[] =>
  (['title', 'periodUnit', 'periodParameter', 'keepParameter'] as const).filter(
    (name) => digestOf(before[name]) !== digestOf(after[name]),
  );

async function assertCountDays(tx: Tx, keys: readonly string[]): Promise<void> {
  const values = await parametersInForce(tx, [...new Set(keys)], null);
  for (const key of keys) {
    const found = values.get(key);
    if (!found || !countsDays(found)) throw badInput('notice.kindParameter', { key });
  }
}
