import type { Page } from 'playwright-core';
import { ADMINISTRATOR, callsOf, CLERK, demonstrationAccount, demonstrationName } from '../harness';

export const COMMUNITY = '湖滨社区';

/** From the widest to the smallest. */
const PLACES = [
  { name: '平湖镇', level: 'township', code: '610903900000' },
  { name: COMMUNITY, level: 'community', code: '610903900001' },
] as const;

const POSTS: readonly (readonly [username: string, post: string, place: (typeof PLACES)[number]['name']])[] = [
  ['secretary', 'communitySecretary', COMMUNITY],
  ['director', 'committeeDirector', COMMUNITY],
  ['drafter', 'draftingMember', COMMUNITY],
  ['township', 'townshipReviewer', '平湖镇'],
];

/** Two places and the people who hold the posts that the procedure brought with it, as NocoBase's own tables take them. */
export async function settleTown(page: Page): Promise<void> {
  const { create } = await callsOf(page, ADMINISTRATOR);
  const places = new Map<string, number>();
  let parentId: number | null = null;
  for (const place of PLACES) {
    parentId = await create('places', { ...place, parentId });
    places.set(place.name, parentId);
  }
  for (const [username, post, place] of POSTS) {
    const { password } = demonstrationAccount(username);
    const person = { username, password, nickname: demonstrationName(username), roles: [{ name: 'wuxinStaff' }] };
    const user = { id: await create('users', person) };
    await create('postHolders', { post: { key: post }, place: { id: places.get(place) }, user });
  }
}

/** What is a guess in content is confirmed by the clerk, one by one, before a case can start. */
export async function confirmParameters(page: Page): Promise<number> {
  const { get, post } = await callsOf(page, CLERK);
  const { parameters } = await get<{ parameters: { key: string; isConfirmed: boolean }[] }>('bpmnParameters:overview');
  const unsure = parameters.filter(({ isConfirmed }) => !isConfirmed);
  for (const { key } of unsure)
    await post(`bpmnParameters:confirm?filterByTk=${encodeURIComponent(key)}`, { reason: '县民政局核定' });
  return unsure.length;
}
