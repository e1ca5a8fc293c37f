import type { Place } from '../ports';
import { text, type Row } from '../rows';

export const toPlace = (row: Row): Place => ({ id: text(row, 'id'), name: text(row, 'name'), level: text(row, 'level') });

/** Ids from the widest place down to the place itself, as `path` keeps them. */
export const idsInPath = (path: string): string[] => path.split('/').filter(Boolean);
