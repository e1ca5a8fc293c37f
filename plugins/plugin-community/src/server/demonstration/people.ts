import type { Database } from '@nocobase/database';
import type { Actor } from '../ports';
import { createRow, findRow, text } from '../rows';
import type { Demonstration } from './load';
import type { Person, Region } from './schema';

/** What the cases refer to, by the names that the files use. */
export interface Cast {
  actor(username: string): Actor;
  placeId(code: string): string;
  administrator(): Actor;
}

/** Creates the region, the people and the posts that they hold. */
export async function createCast(db: Database, { password, people, region }: Demonstration): Promise<Cast> {
  const places = await createRegion(db, region);
  const actors = new Map<string, Actor>();
  for (const person of people) actors.set(person.username, await createPerson(db, { person, password, places }));
  const known = <Value>(map: ReadonlyMap<string, Value>, name: string): Value => {
    const value = map.get(name);
    if (value === undefined) throw new RangeError(`the demonstration has no ${name}`);
    return value;
  };
  return {
    actor: (username) => known(actors, username),
    placeId: (code) => known(places, code),
    administrator: () => known(actors, people.find(({ systemRole }) => systemRole === 'admin')?.username ?? 'administrator'),
  };
}

async function createRegion(db: Database, { places, organisations }: Region): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { parent, ...place } of places) {
    const parentId = parent === undefined ? null : ids.get(parent);
    ids.set(place.code, text(await createRow({ db }, 'places', { ...place, parentId }), 'id'));
  }
  for (const { place, ...organisation } of organisations)
    await createRow({ db }, 'organisations', { ...organisation, placeId: ids.get(place) });
  return ids;
}

interface NewPerson {
  readonly person: Person;
  readonly password: string;
  readonly places: ReadonlyMap<string, string>;
}

async function createPerson(db: Database, { person, password, places }: NewPerson): Promise<Actor> {
  const { username, nickname, systemRole, posts } = person;
  const existing = await findRow({ db }, 'users', { username });
  const user = existing ?? (await createRow({ db }, 'users', { username, nickname, password, roles: [systemRole] }));
  const userId = Number(user.get('id'));
  for (const { post, place } of posts)
    await createRow({ db }, 'postHolders', { postKey: post, placeId: places.get(place), userId });
  return { userId, name: nickname, isAdministrator: systemRole === 'admin', roles: [systemRole], channel: 'web' };
}
