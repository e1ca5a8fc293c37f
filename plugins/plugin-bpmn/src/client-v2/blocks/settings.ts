import type { ComponentType } from 'react';
import type { PlaceRef } from '../../common/api';

/** What an administrator sets of one block; stored with it on its page. */
export interface BlockSettings {
  /** Null: wherever the reader may look. */
  readonly place: PlaceRef | null;
  /** Which of the lists that it can show. */
  readonly show: string;
  /** How many rows at most; the rest is behind a link. */
  readonly rows: number;
}

export interface PlaceSettingProps {
  readonly value?: PlaceRef | null;
  readonly onChange?: (place: PlaceRef | null) => void;
}

/** Which settings a block has beside the number of rows. */
export interface BlockChoices {
  /** Chooses a place; left out: the block has no place. */
  readonly place?: ComponentType<PlaceSettingProps>;
  /** Lists that it can show, the usual one first; left out: there is one. Labels are keys of the plugin's texts. */
  readonly shows?: readonly { readonly value: string; readonly label: string }[];
}

export const ROWS = { least: 1, usual: 5, most: 20 } as const;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function readPlace(value: unknown): PlaceRef | null {
  return isObject(value) && typeof value.id === 'string' && value.id !== ''
    ? { id: value.id, name: typeof value.name === 'string' ? value.name : value.id }
    : null;
}

/** Reads what is stored with a block; whatever is unknown there counts as not set. */
export function readSettings(stored: Readonly<Record<string, unknown>>, { place, shows = [] }: BlockChoices): BlockSettings {
  const rows = Number(stored.rows);
  const isRows = Number.isInteger(rows) && rows >= ROWS.least && rows <= ROWS.most;
  return {
    place: place ? readPlace(stored.place) : null,
    show: (shows.find(({ value }) => value === stored.show) ?? shows[0])?.value ?? '',
    rows: isRows ? rows : ROWS.usual,
  };
}
