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

  /** NocoBase splits an answer `{ rows, ...rest }` into data and meta: this puts it together again. */
  async function getRows<T extends { rows: unknown[] }>(url: string, params: Params = {}): Promise<T> {
    const { data } = await client.request<unknown>({ url, method: 'get', params: withoutEmpty(params), skipNotify: true });
    // The contract of the action is T; only its envelope was taken apart.
    return { ...data.meta, rows: data.data } as T;
  }

  async function post<T>(url: string, filterByTk: string | null, data: unknown = {}): Promise<T> {
    const params = filterByTk === null ? {} : { filterByTk };
    const answer = await client.request<T>({ url, method: 'post', params, data, skipNotify: true });
    return answer.data?.data;
  }

  return { get, getRows, post };
}
