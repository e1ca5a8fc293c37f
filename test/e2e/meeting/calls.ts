import type { Page } from 'playwright-core';
import { AGAIN, demonstrationAccount, tokenOf } from '../harness';

/** What somebody does over and over at a meeting, as their page would send it. */
export async function callsAs(page: Page, username: string) {
  const headers = { Authorization: `Bearer ${await tokenOf(page, demonstrationAccount(username))}` };
  return async <T>(action: string, id: string, data: unknown): Promise<T> => {
    const answer = await page.request.post(`/api/${action}?filterByTk=${id}`, { headers, data, ...AGAIN });
    if (!answer.ok()) throw new Error(`${action}: ${answer.status()} ${await answer.text()}`);
    return ((await answer.json()) as { data: T }).data;
  };
}

export type Call = Awaited<ReturnType<typeof callsAs>>;
