import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { useDebounced } from '../shared';

const SEARCH_PAUSE_IN_MS = 300;

interface PlaceFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (placeId: string) => void;
  /** Where the reader works: known before anything was searched. */
  readonly own: PlaceRef | null;
}

/** Any place: a try-out need not lie where the reader works. */
export function PlaceField({ id, value, onChange, own }: PlaceFieldProps) {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(own);
  const search = useDebounced(text, SEARCH_PAUSE_IN_MS);
  const query = useQuery(useCallback(() => api.parameters.places(search), [api, search]));
  const options = useMemo(() => {
    const found: PlaceRef[] = query.status === 'ready' ? query.data : [];
    const all = new Map(
      [...(chosen ? [chosen] : []), ...found].map((place) => [place.id, { value: place.id, label: place.name }]),
    );
    return [...all.values()];
  }, [query, chosen]);
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
