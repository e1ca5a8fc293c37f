import supertest from 'supertest';

export interface HttpAnswer<Data = unknown> {
  readonly status: number;
  readonly data: Data;
  readonly meta?: Record<string, unknown>;
  /** NocoBase's error list, empty when the request was answered. */
  readonly errors: readonly { readonly message: string; readonly code?: string; readonly data?: unknown }[];
}

export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface AnsweredFile {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
}

export interface HttpRequest {
  readonly params?: Record<string, unknown>;
  readonly data?: unknown;
  readonly locale?: 'zh-CN' | 'en-US';
}

/** Speaks NocoBase's action protocol: `<resource>:<action>`. */
export class HttpClient {
  private readonly agent;

  constructor(
    callback: Parameters<typeof supertest>[0],
    private readonly token?: string,
  ) {
    this.agent = supertest(callback);
  }

  get<Data = unknown>(action: string, request: HttpRequest = {}): Promise<HttpAnswer<Data>> {
    return this.send('get', action, request);
  }

  post<Data = unknown>(action: string, request: HttpRequest = {}): Promise<HttpAnswer<Data>> {
    return this.send('post', action, request);
  }

  /** Sends a file as browsers do, in the multipart field `file`; without one, a form that has none. */
  async upload<Data = unknown>(
    action: string,
    { file, fields = {}, ...request }: HttpRequest & { readonly file?: UploadedFile; readonly fields?: Record<string, string> },
  ): Promise<HttpAnswer<Data>> {
    const call = this.request('post', action, request);
    for (const [name, value] of Object.entries(fields)) call.field(name, value);
    return answerOf(await (file ? call.attach('file', file.content, file.name) : call.field('note', 'no file')));
  }

  /** A file by its address, as a browser that is signed in asks for it. */
  async file(url: string, locale: HttpRequest['locale'] = 'zh-CN'): Promise<AnsweredFile> {
    const headers = { 'X-Authenticator': 'basic', 'X-Locale': locale };
    const call = this.agent.get(url).set(headers).redirects(0).responseType('blob');
    const { status, body, headers: answered } = await (this.token ? call.set('Authorization', `Bearer ${this.token}`) : call);
    // the storage's own address is behind the one that people get
    if (status === 302) return this.file(String(answered.location));
    return { status, headers: answered, content: status === 200 && Buffer.isBuffer(body) ? body : Buffer.from('') };
  }

  private async send<Data>(method: 'get' | 'post', action: string, request: HttpRequest): Promise<HttpAnswer<Data>> {
    const call = this.request(method, action, request);
    return answerOf(method === 'post' ? await call.send(request.data ?? {}) : await call);
  }

  private request(method: 'get' | 'post', action: string, { params = {}, locale = 'zh-CN' }: HttpRequest): supertest.Test {
    const call = this.agent[method](`/api/${action}`)
      .query(asQuery(params))
      .set('X-Authenticator', 'basic')
      .set('X-Locale', locale);
    return this.token ? call.set('Authorization', `Bearer ${this.token}`) : call;
  }
}

/** What an action answers is the claim of the test that asks; a file or an empty answer has no envelope. */
function answerOf<Data>({ status, body }: supertest.Response): HttpAnswer<Data> {
  const { data, meta, errors = [] } = (body ?? {}) as Partial<HttpAnswer<Data>>;
  return { status, data: data as Data, meta, errors };
}

/** Objects travel as JSON in the query string, as NocoBase's own client sends them. */
function asQuery(params: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]));
}
