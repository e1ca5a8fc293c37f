import { placesOf } from '../../places';
import { rowsOf } from '../../records';
import type { Tx } from '../../runtime/tx';

/** Accounts by the ids of people; who has none to sign in with is left out. */
export async function accountsOf(tx: Tx, ids: readonly number[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(tx, 'users', { filter: { id: [...ids] }, fields: ['id', 'username'] });
  return new Map(
    rows.flatMap((row) => {
      const username: unknown = row.get('username');
      return typeof username === 'string' && username !== '' ? [[String(row.get('id')), username] as const] : [];
    }),
  );
}

export async function peopleByAccount(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (accounts.length === 0) return new Map();
  const rows = await rowsOf(tx, 'users', { filter: { username: [...accounts] }, fields: ['id', 'username'] });
  return new Map(rows.map((row) => [String(row.get('username')), Number(row.get('id'))]));
}

/** `陕西省/安康市/汉滨区`, by the ids of places; one that is gone is left out. */
export async function namesOfPlaces(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const id of ids) {
    const chain = await placesOf(tx.db).chainOf(tx, id);
    if (chain.length > 0) found.set(id, nameOf(chain));
  }
  return found;
}

const SEVERAL = 50;

export async function placesByName(tx: Tx, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of names) {
    const text = name.slice(name.lastIndexOf('/') + 1);
    for (const { id } of await placesOf(tx.db).search(tx, { text, limit: SEVERAL })) {
      if (nameOf(await placesOf(tx.db).chainOf(tx, id)) === name) found.set(name, id);
    }
  }
  return found;
}

const nameOf = (chain: readonly { readonly name: string }[]): string => chain.map(({ name }) => name).join('/');
