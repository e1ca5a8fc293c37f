import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PlaceRef } from '../../common/api';
import { useQuery } from '../api';
import { useT } from '../i18n';
import { useDebounced } from './useDebounced';

const SEARCH_PAUSE_IN_MS = 300;

export interface PlaceSelectProps {
  id?: string;
  value?: string;
  onChange?: (placeId: string) => void;
  /** Asks the server; memoise it. */
  find: (search: string) => Promise<PlaceRef[]>;
  /** There at once, before anything was searched. */
  own: readonly PlaceRef[];
}

/** A place, searched by its name. */
export function PlaceSelect({ id, value, onChange, find, own }: PlaceSelectProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PlaceRef | null>(null);
  const search = useDebounced(text, SEARCH_PAUSE_IN_MS);
  const query = useQuery(useCallback(() => find(search), [find, search]));
  const options = useMemo(() => {
    const found = query.status === 'ready' ? query.data : [];
    const known = [...(search === '' ? own : []), ...(chosen ? [chosen] : []), ...own.filter((place) => place.id === value)];
    const all = new Map([...known, ...found].map((place) => [place.id, { value: place.id, label: place.name }]));
    return [...all.values()];
  }, [query, search, own, chosen, value]);
  return (
    <Select<string, { value: string; label: string }>
      id={id}
      value={value}
      onChange={(placeId, option) => {
        if (!Array.isArray(option)) setChosen(option ? { id: option.value, name: option.label } : null);
        onChange?.(placeId);
      }}
      options={options}
      placeholder={t('start.choosePlace')}
      showSearch
      filterOption={false}
      onSearch={setText}
      notFoundContent={query.status === 'loading' ? t('common.loading') : t('parameter.noPlace')}
      style={{ width: '100%' }}
    />
  );
}
