import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { InboxQuery, InboxTab } from '../../common/api';
import { paths } from '../routes';
import { isLevel, pageOf, useAddressFilter } from '../shared';

export const TABS: readonly InboxTab[] = ['todo', 'done', 'started', 'cc'];
export const PAGE_SIZE = 20;
export type FilterKey = 'process' | 'level';

const isTab = (value: string | undefined): value is InboxTab => TABS.some((tab) => tab === value);

/** Reads the question from the address; whatever is unknown there counts as not asked. */
export function readInboxQuery(tab: string | undefined, search: URLSearchParams, text: string): InboxQuery {
  const level = search.get('level');
  return {
    tab: isTab(tab) ? tab : 'todo',
    search: text || undefined,
    processKey: search.get('process') ?? undefined,
    level: isLevel(level) ? level : undefined,
    page: pageOf(search),
    pageSize: PAGE_SIZE,
  };
}

/** What somebody searches for is often a name: it is kept with the entry of the browser's history, so that back finds it, and not in the address. */
const textIn = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'inboxSearch' in state ? String(state.inboxSearch) : '';

export function useInboxQuery() {
  const { tab } = useParams();
  const { search, change } = useAddressFilter<FilterKey>();
  const navigate = useNavigate();
  const { pathname, state } = useLocation() as { pathname: string; state: unknown }; // declared `any`
  const query = useMemo(() => readInboxQuery(tab, search, textIn(state)), [tab, search, state]);
  const openTab = useCallback((next: InboxTab) => navigate(paths.inbox(next)), [navigate]);
  const searchFor = useCallback(
    (inboxSearch: string) => {
      const filters = new URLSearchParams(search);
      filters.delete('page');
      navigate({ pathname, search: String(filters) }, { replace: true, state: { inboxSearch } });
    },
    [navigate, pathname, search],
  );
  return { query, change, openTab, searchFor };
}
