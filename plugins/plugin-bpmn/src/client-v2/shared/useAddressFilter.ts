import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

/** Undefined or empty values leave the address. */
export type AddressFilter<Key extends string> = Partial<Record<Key | 'page', string>>;

/**
 * A list's question lives in the address: it survives reload, back and a copied link. Any other change than turning the page
 * starts at the first page again.
 */
export function useAddressFilter<Key extends string>() {
  const [search, setSearch] = useSearchParams();
  const { state } = useLocation() as { state: unknown }; // declared `any`
  const change = useCallback(
    (filter: AddressFilter<Key>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (!('page' in filter)) next.delete('page');
          for (const [key, value] of Object.entries(filter)) {
            if (typeof value === 'string' && value !== '') next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: !('page' in filter), state },
      ),
    [setSearch, state],
  );
  return { search, change };
}

/** The page number in an address; the first when there is none. */
export function pageOf(search: URLSearchParams): number {
  const page = Number(search.get('page'));
  return Number.isInteger(page) && page > 0 ? page : 1;
}
