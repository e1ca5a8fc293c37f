import type { APIRequestContext, Page } from 'playwright-core';
import { AGAIN, demonstrationAccount, tokenOf, type Cast } from '../harness';

interface Row {
  readonly taskId: string | null;
  readonly instanceId: string;
  readonly title: string;
  readonly elementName: string | null;
}

interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
}

/** How often a list is looked at again for what a called case brings after the commit. */
const TRIES = 60;
const PAUSE_MS = 250;

/** What people of the demonstration do over HTTP, where a browser would only cost time: each with their own session. */
export class Office {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly cast: Cast) {}

  /** Completes the task of this step whose case is called so; what only appears later is waited for. */
  async act(
    who: string,
    [title, step]: readonly [title: string, step: string],
    outcome: string,
    data: object = {},
    opinion?: string,
  ) {
    const task = await this.task(who, title, step);
    const answer = await this.send<unknown>(who, `bpmnTasks:complete?filterByTk=${task.taskId}`, { outcome, data, opinion });
    expect({ who, step, errors: answer.errors ?? [] }).toEqual({ who, step, errors: [] });
  }

  /** What a case is once it runs no more; what it called may still be ending. */
  async statusAtEnd(who: string, instanceId: string): Promise<string> {
    let status = 'running';
    for (let tried = 0; tried < TRIES && status === 'running'; tried += 1) {
      if (tried > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const { data } = await this.read<{ instance: { status: string } }>(who, `bpmnInstances:track?filterByTk=${instanceId}`);
      ({ status } = data.instance);
    }
    return status;
  }

  /** An open task of somebody. */
  async task(who: string, title: string, step: string): Promise<Row> {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const { data } = await this.read<{ rows: Row[] }>(
        who,
        `bpmnTasks:inbox?tab=todo&pageSize=100&search=${encodeURIComponent(title)}`,
      );
      const found = data.rows.find((row) => row.title === title && row.elementName === step);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    throw new Error(`${who} has no task “${step}” of “${title}”`);
  }

  /** The case of this title that somebody has started, or has done a task of. */
  async caseId(who: string, title: string, tab: 'started' | 'done'): Promise<string> {
    const path = `bpmnTasks:inbox?tab=${tab}&pageSize=100&search=${encodeURIComponent(title)}`;
    const { data } = await this.read<{ rows: Row[] }>(who, path);
    const found = data.rows.find((row) => row.title === title);
    if (!found) throw new Error(`${who} has no case “${title}” among ${tab}`);
    return found.instanceId;
  }

  /** Rows as they are stored, oldest first: an administrator may read them all. */
  async rows<Stored>(collection: string, filter: object, appends: readonly string[] = []): Promise<readonly Stored[]> {
    const params = { filter: JSON.stringify(filter), sort: 'id', pageSize: '200', appends: appends.join(',') };
    const { data } = await this.read<Stored[]>('manager', `${collection}:list?${new URLSearchParams(params).toString()}`);
    return data;
  }

  async read<Data>(who: string, path: string): Promise<Answer<Data>> {
    const { request, headers } = await this.session(who);
    return (await (await request.get(`/api/${path}`, { headers, ...AGAIN })).json()) as Answer<Data>;
  }

  async send<Data>(who: string, path: string, data: object): Promise<Answer<Data>> {
    const { request, headers } = await this.session(who);
    return (await (await request.post(`/api/${path}`, { headers, data, ...AGAIN })).json()) as Answer<Data>;
  }

  private async session(who: string): Promise<{ request: APIRequestContext; headers: Record<string, string> }> {
    const page: Page = await this.cast.page('manager');
    const token = this.tokens.get(who) ?? (await tokenOf(page, demonstrationAccount(who)));
    this.tokens.set(who, token);
    return { request: page.context().request, headers: { 'Authorization': `Bearer ${token}`, 'X-Locale': 'zh-CN' } };
  }
}
