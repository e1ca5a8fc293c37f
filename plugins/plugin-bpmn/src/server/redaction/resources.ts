import type { Database } from '@nocobase/database';
import { perDatabase } from '../runtime/per-database';

/** Which HTTP resources carry case data; their requests are logged by name and status only. */
class PrivateResources {
  private readonly prefixes = new Set(['bpmn']);

  /** @example privateResourcesOf(app.db).add('ballot') // all resources whose name begins with it */
  add(prefix: string): void {
    this.prefixes.add(prefix);
  }

  has(resourceName: unknown): boolean {
    return typeof resourceName === 'string' && [...this.prefixes].some((prefix) => resourceName.startsWith(prefix));
  }
}

export const privateResourcesOf: (db: Database) => PrivateResources = perDatabase(() => new PrivateResources());

export type IsPrivate = (resourceName: unknown) => boolean;
