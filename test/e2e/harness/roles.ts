import type { Page } from 'playwright-core';

/** Makes a role and gives it to somebody, as an administrator does in NocoBase's own settings; the page is theirs. */
export async function giveRole(page: Page, { role, username }: { role: string; username: string }): Promise<void> {
  const failed = await page.evaluate(
    async ({ name, account }) => {
      const headers = {
        'authorization': `Bearer ${localStorage.getItem('NOCOBASE_TOKEN')}`,
        'content-type': 'application/json',
      };
      const call = async (method: 'GET' | 'POST', action: string, body?: object) => {
        const answer = await fetch(`/api/${action}`, { method, headers, body: body && JSON.stringify(body) });
        if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`);
        return (await answer.json()) as { data: { id: number }[] };
      };
      try {
        const filter = encodeURIComponent(JSON.stringify({ username: account }));
        const { data } = await call('GET', `users:list?filter=${filter}`);
        await call('POST', 'roles:create', { name, title: name });
        await call('POST', `roles/${name}/users:add`, [data[0]?.id]);
        return '';
      } catch (error) {
        return String(error);
      }
    },
    { name: role, account: username },
  );
  if (failed) throw new Error(failed);
}
