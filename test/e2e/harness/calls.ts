import { AGAIN } from './again';
import type { Page } from 'playwright-core';
import { tokenOf, type Account } from './sign-in';

export interface Calls {
  get<Data>(url: string): Promise<Data>;
  post<Data>(url: string, data: object): Promise<Data>;
  /** A row of an ordinary collection. @returns its id */
  create(collection: string, values: object): Promise<number>;
}

/** What somebody asks of the server beside what a story plays in a browser. @throws Error with the answer where it is refused */
export async function callsOf(page: Page, account: Account): Promise<Calls> {
  const { request } = page.context();
  const headers = { Authorization: `Bearer ${await tokenOf(page, account)}` };
  const answered = async <Data>(url: string, asking: ReturnType<typeof request.get>): Promise<Data> => {
    const answer = await asking;
    if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { data: Data }).data;
  };
  const get = <Data>(url: string) => answered<Data>(url, request.get(`/api/${url}`, { headers, ...AGAIN }));
  const post = <Data>(url: string, data: object) => answered<Data>(url, request.post(`/api/${url}`, { headers, data, ...AGAIN }));
  const create = async (collection: string, values: object) => (await post<{ id: number }>(`${collection}:create`, values)).id;
  return { get, post, create };
}
