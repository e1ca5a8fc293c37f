import { AGAIN } from './again';
import type { Page } from 'playwright-core';
import { ADMINISTRATOR, tokenOf } from './sign-in';

interface PostOfPerson {
  readonly post: string;
  /** Code of the place. */
  readonly place: string;
  readonly username: string;
}

/** Gives a post to one person more, as an administrator does in the table of posts; the page is anybody's. */
export async function givePost(page: Page, { post, place, username }: PostOfPerson): Promise<() => Promise<void>> {
  const { request } = page.context();
  const headers = { Authorization: `Bearer ${await tokenOf(page, ADMINISTRATOR)}` };
  const idOf = async (collection: string, filter: object): Promise<number> => {
    const params = { filter: JSON.stringify(filter) };
    const answer = await request.get(`/api/${collection}:list`, { headers, params, ...AGAIN });
    const { data } = (await answer.json()) as { data: { id: number }[] };
    if (!data[0]) throw new Error(`${collection}: nothing for ${params.filter}`);
    return data[0].id;
  };
  const data = {
    post: { key: post },
    place: { id: await idOf('places', { code: place }) },
    user: { id: await idOf('users', { username }) },
  };
  const made = await request.post('/api/postHolders:create', { headers, data, ...AGAIN });
  if (!made.ok()) throw new Error(`postHolders:create: ${made.status()} ${await made.text()}`);
  const { id } = ((await made.json()) as { data: { id: number } }).data;
  return async () => {
    await request.post(`/api/postHolders:destroy?filterByTk=${id}`, { headers, ...AGAIN });
  };
}
