import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { useDebounced } from '../shared';

const SEARCH_PAUSE_IN_MS = 300;

export interface PlaceFieldProps {
  id?: string;
  value?: string;
  onChange?: (placeId: string) => void;
  processKey: string;
  /** Where the reader works: there at once, before anything was searched. */
  own: PlaceRef[];
}

/** Where a case takes place: searched among the places at which the reader may start this process. */
export function PlaceField({ id, value, onChange, processKey, own }: PlaceFieldProps) {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PlaceRef | null>(null);
  const search = useDebounced(text, SEARCH_PAUSE_IN_MS);
  const query = useQuery(useCallback(() => api.processes.startPlaces(processKey, search), [api, processKey, search]));
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
