import { useMemo } from 'react';
import type { BoardQuery } from '../../common/api';
import { isLevel, pageOf, useAddressFilter } from '../shared';

export const PAGE_SIZE = 20;
export type FilterKey = 'place' | 'process' | 'stage' | 'level';

/** Reads the board's question from the address. */
export function readBoardQuery(search: URLSearchParams): BoardQuery {
  const level = search.get('level');
  return {
    placeId: search.get('place') ?? undefined,
    processKey: search.get('process') ?? undefined,
    stage: search.get('stage') ?? undefined,
    level: isLevel(level) ? level : undefined,
    page: pageOf(search),
    pageSize: PAGE_SIZE,
  };
}

export function useBoardQuery() {
  const { search, change } = useAddressFilter<FilterKey>();
  const query = useMemo(() => readBoardQuery(search), [search]);
  return { query, change };
}
