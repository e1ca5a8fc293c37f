import { ALL, archivePath, listPath, placeIdOf, readListKey, type ListKey, type Scope } from '../addresses';
import type { ListStore } from '../lists';
import type { WallPlace } from '../notice';
import type { Crumb, ListHead, Site } from '../pages';

/** What stands above a list. */
export async function listHead({ words }: Site, source: ListStore, list: ListKey): Promise<ListHead> {
  const sort = readListKey(list);
  const scope = sort.sort === 'search' ? ALL : sort.scope;
  const place = await placeOf(source, scope);
  const name = place?.name ?? words.say('front.newest');
  const own = { place, scope, isOfPlace: place !== null };
  switch (sort.sort) {
    case 'all':
    case 'search':
      return { ...own, title: name, crumbs: [] };
    case 'kind':
      return { ...own, title: `${name} · ${words.say(`kind.${sort.kind}`)}`, crumbs: [scopeCrumb(scope, name)] };
    case 'month': {
      const title = words.say('list.month', { month: words.month(sort.month) });
      const crumbs = [scopeCrumb(scope, name), { text: words.say('archive.title'), to: archivePath(scope) }];
      return { ...own, place: null, title: place ? `${name} · ${title}` : title, crumbs };
    }
  }
}

export async function archiveHead({ words }: Site, source: ListStore, scope: Scope): Promise<Crumb[]> {
  const place = await placeOf(source, scope);
  return [scopeCrumb(scope, place?.name ?? words.say('front.newest'))];
}

const scopeCrumb = (scope: Scope, text: string): Crumb => ({ text, to: listPath(scope, 'front') });

async function placeOf(source: ListStore, scope: Scope): Promise<WallPlace | null> {
  const id = placeIdOf(scope);
  return id === null ? null : source.place(id);
}
