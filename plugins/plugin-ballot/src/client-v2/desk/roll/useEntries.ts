import { useDebounced } from '@wuxin/plugin-bpmn/client-v2';
import { useCallback, useState } from 'react';
import { useApi } from '../../api';
import { useDesk } from '../desk-context';
import { useDeskQuery } from '../useDeskQuery';

export const PAGE_SIZE = 50;
const PAUSE_IN_MS = 250;

/** Entries of the roll by a name, a page at a time; asked anew whenever the meeting has changed. */
export function useEntries() {
  const api = useApi();
  const { id } = useDesk().desk;
  const [text, setText] = useState('');
  const [page, setPage] = useState(1);
  const search = useDebounced(text.trim(), PAUSE_IN_MS);
  const ask = useCallback(
    async () => ({ ...(await api.rolls.entries(id, { search: search || undefined, page, pageSize: PAGE_SIZE })), search }),
    [api, id, search, page],
  );
  const query = useDeskQuery(ask);
  const searchFor = (next: string) => {
    setText(next);
    setPage(1);
  };
  return { query, text, searchFor, page, setPage };
}
