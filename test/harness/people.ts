import type { TestApp, TestUser } from './app';
import type { HttpClient } from './http-client';

/** People of a test's application, by the names that the test calls them. */
export class TestPeople<Name extends string> {
  private readonly users = new Map<Name, TestUser>();
  private readonly clients = new Map<Name, HttpClient>();

  constructor(private readonly test: TestApp) {}

  add(name: Name, user: TestUser): void {
    this.users.set(name, user);
  }

  id(name: Name): number {
    return this.users.get(name)!.id;
  }

  /** Requests as this person. */
  as(name: Name): HttpClient {
    const known = this.clients.get(name) ?? this.test.as(this.users.get(name));
    this.clients.set(name, known);
    return known;
  }
}
