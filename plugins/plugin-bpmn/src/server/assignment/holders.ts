import type { Element, Variables } from '@wuxin/bpmn-core';

import type { ReadAt } from '../runtime/read-at';
import { assigneeKinds } from './registry';
import type { AssignmentContext } from './types';

interface Asking {
  readonly tx: ReadAt;
  readonly element: Pick<Element, 'id' | 'name'>;
  readonly instance: AssignmentContext['instance'];
  readonly record: Variables | null;
}

/**
 * For an activity whose own staff is set in the drawing: whoever holds the posts at the place of the case now, or is named in another way.
 *
 * @param names `communitySecretary` is a post; of another kind `role:clerk`
 * @returns ids of accounts, each once, in the order of the names
 */
export async function holdersOf({ tx, element, instance, record }: Asking, names: readonly string[]): Promise<number[]> {
  const asked = { element: { elementId: element.id, elementName: element.name ?? element.id }, instance, record };
  const found: number[] = [];
  for (const name of names) {
    const { kind, value } = groupOf(name);
    const keys = (await assigneeKinds(tx.db).get(kind)?.groupKeysFor(tx, value, asked)) ?? [];
    const members = await assigneeKinds(tx.db).get(kind)?.membersOf(tx, keys);
    found.push(...keys.flatMap((key) => members?.get(key) ?? []).map(({ id }) => id));
  }
  return [...new Set(found)];
}

function groupOf(name: string): { kind: string; value: string } {
  const [kind = '', ...value] = name.split(':');
  return value.length === 0 ? { kind: 'post', value: kind } : { kind, value: value.join(':') };
}
