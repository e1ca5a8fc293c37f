import { assigneeKinds, type ActivityContext } from '@wuxin/plugin-bpmn';
import type { StaffBody } from '../../common/api';
import type { AskedNotice } from './asked';

/** Whoever holds the posts (or has the roles) at the place of the case now. */
export async function staffOf(context: ActivityContext, posts: AskedNotice['posts']): Promise<StaffBody[]> {
  const staff: StaffBody[] = [];
  for (const { post, names } of posts) {
    staff.push(...(await holdersOf(context, names)).map((userId) => ({ userId, post })));
  }
  return staff;
}

/** `communitySecretary` is a post; of another kind `role:clerk`. */
function groupOf(name: string): { kind: string; value: string } {
  const [kind = '', ...value] = name.split(':');
  return value.length === 0 ? { kind: 'post', value: kind } : { kind, value: value.join(':') };
}

async function holdersOf({ tx, element, instance, record }: ActivityContext, names: readonly string[]): Promise<number[]> {
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
