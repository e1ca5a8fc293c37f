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

  async function post<T>(url: string, filterByTk: string | null, data: unknown = {}, more: Params = {}): Promise<T> {
    const params = filterByTk === null ? more : { filterByTk, ...more };
    const answer = await client.request<T>({ url, method: 'post', params, data, skipNotify: true });
    return answer.data?.data;
  }

  async function file(url: string, params: Params): Promise<AnsweredFile> {
    try {
      const { data, headers } = await client.request({ url, method: 'get', params, skipNotify: true, responseType: 'blob' });
      return { content: data, name: fileNameIn(headers['content-disposition']) };
    } catch (error) {
      throw await withReadableRefusal(error);
    }
  }

  return { get, post, file };
}

export interface AnsweredFile {
  content: Blob;
  name: string;
}

/** `attachment; filename*=UTF-8''%E8%A1%A8.docx` */
function fileNameIn(disposition: unknown): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(String(disposition))?.[1];
  return encoded === undefined ? 'download.docx' : decodeURIComponent(encoded);
}

/** Where a file was asked for, a refusal comes as a file too. */
async function withReadableRefusal(error: unknown): Promise<unknown> {
  const response = (error as { response?: { data?: unknown } }).response;
  if (!response || !(response.data instanceof Blob)) return error;
  try {
    response.data = JSON.parse(await response.data.text()) as unknown;
  } catch {
    response.data = undefined;
  }
  return error;
}
