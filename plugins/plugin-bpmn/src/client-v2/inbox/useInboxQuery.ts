import { useCallback, useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { InboxQuery, InboxTab } from '../../common/api';
import { paths } from '../routes';
import { isLevel, pageOf, useAddressFilter } from '../shared';

export const TABS: readonly InboxTab[] = ['todo', 'done', 'started', 'cc'];
export const PAGE_SIZE = 20;
export type FilterKey = 'q' | 'process' | 'level';

const isTab = (value: string | undefined): value is InboxTab => TABS.some((tab) => tab === value);

/** Reads the question from the address; whatever is unknown there counts as not asked. */
export function readInboxQuery(tab: string | undefined, search: URLSearchParams): InboxQuery {
  const level = search.get('level');
  return {
    tab: isTab(tab) ? tab : 'todo',
    search: search.get('q') ?? undefined,
    processKey: search.get('process') ?? undefined,
    level: isLevel(level) ? level : undefined,
    page: pageOf(search),
    pageSize: PAGE_SIZE,
  };
}

export function useInboxQuery() {
  const { tab } = useParams();
  const { search, change } = useAddressFilter<FilterKey>();
  const navigate = useNavigate();
  const query = useMemo(() => readInboxQuery(tab, search), [tab, search]);
  const openTab = useCallback((next: InboxTab) => navigate(paths.inbox(next)), [navigate]);
  return { query, change, openTab };
}
