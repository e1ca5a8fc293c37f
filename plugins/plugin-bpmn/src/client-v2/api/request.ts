import type { ApiClient } from '@nocobase/flow-engine';

export type { ApiClient };

type Params = Record<string, unknown>;

const withoutEmpty = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** GET and POST on NocoBase's API client. Our pages show failures themselves, so its own pop-ups are off. */
export function reader(client: ApiClient) {
  async function get<T>(url: string, params: Params = {}): Promise<T> {
    const answer = await client.request<T>({ url, method: 'get', params: withoutEmpty(params), skipNotify: true });
    return answer.data.data;
  }

  async function post<T>(url: string, filterByTk: string | null, data: unknown = {}): Promise<T> {
    const params = filterByTk === null ? {} : { filterByTk };
    const answer = await client.request<T>({ url, method: 'post', params, data, skipNotify: true });
    return answer.data?.data;
  }

  return { get, post };
}
