import { holdersOf, type ActivityContext } from '@wuxin/plugin-bpmn';
import type { StaffBody } from '../../common/api';

/** Whoever holds the posts (or has the roles) at the place of the case now. */
export async function staffOf(
  context: ActivityContext,
  posts: readonly { readonly post: StaffBody['post']; readonly names: readonly string[] }[],
): Promise<StaffBody[]> {
  const staff: StaffBody[] = [];
  for (const { post, names } of posts) {
    staff.push(...(await holdersOf(context, names)).map((userId) => ({ userId, post })));
  }
  return staff;
}
