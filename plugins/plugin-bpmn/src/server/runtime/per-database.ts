import type { Database } from '@nocobase/database';

/**
 * One value per application, found by its database: registries are reached from whatever has a `Tx`, and two
 * applications in one process (tests, sub-applications) never share one.
 */
export function perDatabase<Value>(create: () => Value): (db: Database) => Value {
  const values = new WeakMap<Database, Value>();
  return (db) => {
    const known = values.get(db);
    if (known) return known;
    const value = create();
    values.set(db, value);
    return value;
  };
}
