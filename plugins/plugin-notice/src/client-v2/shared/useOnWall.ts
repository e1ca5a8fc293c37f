import { useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { useCallback } from 'react';
import type { OnWallQuery } from '../../common/api';
import { useApi } from '../api';

/** What hangs on the wall, for a block. @returns with today, and whether the reader has a part in something of it, once the answer is there */
export function useOnWall({ placeId, only, pageSize }: OnWallQuery) {
  const api = useApi();
  const query = useQuery(useCallback(() => api.notices.onWall({ placeId, only, pageSize }), [api, placeId, only, pageSize]));
  const { rows, today } = query.status === 'ready' ? query.data : { rows: [], today: '' };
  return { query, today, hasPart: rows.some(({ id }) => id !== null) };
}
