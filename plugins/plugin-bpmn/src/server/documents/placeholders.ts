/**
 * What a template may name, as plain data: it is stored with the template when its version is saved, so that a case prints by
 * the names that held then, whatever a field is called later.
 */
export type Placeholder = ValuePlaceholder | RowsPlaceholder;

export interface ValuePlaceholder {
  readonly kind: 'value';
  /** What may stand between the braces, already {@link plainName}. */
  readonly names: readonly string[];
  readonly label: BothLanguages;
  /** Where the value lies in a {@link RawRow}. */
  readonly key: string;
  readonly format: Format;
}

/** One or more rows: a sub-table, the cases that an element called, the tasks of an element. */
export interface RowsPlaceholder {
  readonly kind: 'rows';
  readonly names: readonly string[];
  readonly label: BothLanguages;
  readonly key: string;
  readonly source: RowsSource;
  readonly columns: readonly Placeholder[];
}

export type RowsSource =
  | { readonly kind: 'subTable'; readonly field: string }
  | { readonly kind: 'called'; readonly elementId: string; readonly collection: string | null }
  | { readonly kind: 'task'; readonly elementId: string };

export type Format =
  | { readonly as: 'text' | 'number' | 'date' | 'moment' | 'boolean' }
  /** One key or several, read by their labels; as ticks: all labels, those that were chosen ticked, as forms on paper have it. */
  | { readonly as: 'choice' | 'ticks'; readonly labels: Readonly<Record<string, string>> }
  /** One associated row or several, read by one of its columns. */
  | { readonly as: 'title'; readonly column: string };

export interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

/** Values as the database gives them, as JSON; rows lie under the key of their placeholder. */
export interface RawRow {
  readonly [key: string]: unknown;
}

/** Clerks type full-width and half-width signs and spaces as they come. */
export const plainName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '');

export const namesOf = (...names: readonly string[]): string[] => [...new Set(names.map(plainName).filter(Boolean))];

/** Between the name of rows and the name of one of their columns: the value of the last row. */
export const OF = '.';

export interface Found {
  readonly placeholder: Placeholder;
  /** Set when the placeholder is a column that is named through its rows (`三议.应到`). */
  readonly of: RowsPlaceholder | null;
}

/** What a name means among these placeholders. */
export function findPlaceholder(among: readonly Placeholder[], name: string): Found | undefined {
  const plain = plainName(name);
  const own = among.find(({ names }) => names.includes(plain));
  if (own) return { placeholder: own, of: null };
  for (const rows of among) {
    const prefix = rows.kind === 'rows' ? rows.names.find((known) => plain.startsWith(`${known}${OF}`)) : undefined;
    if (prefix === undefined || rows.kind !== 'rows') continue;
    const column = rows.columns.find(({ names }) => names.includes(plain.slice(prefix.length + OF.length)));
    if (column) return { placeholder: column, of: rows };
  }
  return undefined;
}

/** One group after the other: a name that an earlier group has is not given again; one that two of a group claim is nobody's. */
export function withUniqueNames(...groups: readonly (readonly Placeholder[])[]): Placeholder[] {
  const taken = new Set<string>();
  return groups.flatMap((group) => {
    const claims = new Map<string, number>();
    for (const name of group.flatMap(({ names }) => names)) claims.set(name, (claims.get(name) ?? 0) + 1);
    const unique = group.map((placeholder) => ({
      ...placeholder,
      names: placeholder.names.filter((name) => claims.get(name) === 1 && !taken.has(name)),
    }));
    for (const name of claims.keys()) taken.add(name);
    return unique.filter(({ names }) => names.length > 0);
  });
}
