import type { Model } from '@nocobase/database';
import type { TestApp, TestUser } from './app';
import type { HttpAnswer, HttpClient } from './http-client';
import type { Locale } from './refusal';

interface Account {
  readonly nickname: string;
  readonly roles: readonly string[];
}

/** People of a test's application, by the names that the test calls them, with short words for what they send. `root` is NocoBase's own administrator. */
export class TestPeople<Name extends string> {
  private readonly users = new Map<Name | 'root', TestUser>();
  private readonly clients = new Map<Name | 'root', HttpClient>();

  constructor(readonly test: TestApp) {}

  /** A new account for each; their roles must be there. */
  async create(accounts: Readonly<Record<Name, Account>>): Promise<void> {
    this.add('root', await this.test.rootUser());
    for (const [username, account] of Object.entries<Account>(accounts)) {
      this.add(username as Name, await this.test.createUser({ username, ...account })); // a key of the accounts
    }
  }

  /** The accounts that another build has left in the database. */
  async find(names: readonly Name[]): Promise<void> {
    this.add('root', await this.test.rootUser());
    for (const username of names) {
      const row = (await this.db.getRepository('users').findOne({ filter: { username } })) as Model; // untyped in NocoBase
      this.add(username, { id: Number(row.get('id')) });
    }
  }

  add(name: Name | 'root', user: TestUser): void {
    this.users.set(name, user);
  }

  close(): Promise<void> {
    return this.test.stop();
  }

  get db() {
    return this.test.db;
  }

  id(name: Name | 'root'): number {
    return this.users.get(name)!.id;
  }

  /** Requests as this person. */
  as(name: Name | 'root'): HttpClient {
    const known = this.clients.get(name) ?? this.test.as(this.users.get(name));
    this.clients.set(name, known);
    return known;
  }

  read<Data>(
    by: Name | 'root',
    action: string,
    params: Record<string, unknown> = {},
    locale?: Locale,
  ): Promise<HttpAnswer<Data>> {
    return this.as(by).get<Data>(action, { params, locale });
  }

  /** One action on one row, by a person; the answer may be a refusal. */
  send<Data = unknown>(
    by: Name | 'root',
    action: string,
    id: string | undefined,
    data: object = {},
    locale?: Locale,
  ): Promise<HttpAnswer<Data>> {
    return this.as(by).post<Data>(action, { params: id === undefined ? {} : { filterByTk: id }, data, locale });
  }

  /** The same; a refusal fails the test. */
  async do<Data = unknown>(by: Name | 'root', action: string, id: string | undefined, data: object = {}): Promise<Data> {
    const answer = await this.send<Data>(by, action, id, data);
    expect({ action, errors: answer.errors }).toEqual({ action, errors: [] });
    return answer.data;
  }

  /** Gives somebody a role, which is made if there is none of this name. */
  async holdRole(who: Name | 'root', name: string): Promise<void> {
    const roles = this.db.getRepository('roles');
    if (!(await roles.findOne({ filter: { name } }))) await roles.create({ values: { name, title: name } });
    const user = (await this.db.getRepository('users').findOne({ filterByTk: this.id(who) })) as Model & {
      addRoles(names: readonly string[]): Promise<void>;
    }; // untyped in NocoBase
    await user.addRoles([name]);
  }
}
