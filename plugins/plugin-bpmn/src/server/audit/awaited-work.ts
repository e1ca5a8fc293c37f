import type { Graph } from '@wuxin/bpmn-core';
import { activityTypesOf, type ActivityType } from '../activity-types';
import type { Tx } from '../runtime/tx';
import type { TokenRecord } from '../store';

/** Tokens whose work another plugin holds, as that plugin itself says. One question for each type, however many tokens. */
export async function awaitedWork(
  tx: Tx,
  tokens: readonly TokenRecord[],
  graphOf: (token: TokenRecord) => Graph | undefined,
): Promise<ReadonlySet<string>> {
  const types = activityTypesOf(tx.db);
  const byType = new Map<ActivityType, string[]>();
  for (const token of tokens.filter(({ kind }) => kind === 'activity')) {
    const element = graphOf(token)?.elements[token.elementId];
    const type = element && types.for(element);
    if (type?.waitsFor) byType.set(type, [...(byType.get(type) ?? []), token.id]);
  }
  const awaited = new Set<string>();
  for (const [type, tokenIds] of byType) {
    const found = await type.waitsFor?.({ tx, tokenIds, locale: 'zh-CN' });
    found?.forEach((_, tokenId) => awaited.add(tokenId));
  }
  return awaited;
}
