import type { Model } from '@nocobase/database';
import type { Place } from '../ports';

export const toPlace = (row: Model): Place => ({
  id: String(row.get('id')),
  name: String(row.get('name')),
  level: String(row.get('level')),
});

/** Ids from the widest place down to the place itself, as `path` keeps them. */
export const idsInPath = (path: string): string[] => path.split('/').filter(Boolean);
