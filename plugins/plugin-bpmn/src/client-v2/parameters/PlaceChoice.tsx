import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { useDebounced, useIsPhone } from '../shared';
import { placeInWords } from './parameterWords';

const SEARCH_PAUSE_IN_MS = 300;

export interface PlaceChoiceProps {
  /** The place that is looked at; null: all of the territory. */
  place: PlaceRef | null;
  onChange: (placeId: string | undefined) => void;
}

/** From where parameters are looked at. */
export function PlaceChoice({ place, onChange }: PlaceChoiceProps) {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  const [text, setText] = useState('');
  const search = useDebounced(text, SEARCH_PAUSE_IN_MS);
  const query = useQuery(useCallback(() => api.parameters.places(search), [api, search]));
  const options = useMemo(() => {
    const found = query.status === 'ready' ? query.data.map((one) => ({ value: one.id, label: placeInWords(one, t) })) : [];
    const isListed = !place || found.some(({ value }) => value === place.id);
    return isListed ? found : [{ value: place.id, label: place.name }, ...found];
  }, [query, place, t]);
  return (
    <Select
      value={place?.id}
      onChange={(placeId?: string) => onChange(placeId)}
      options={options}
      showSearch
      filterOption={false}
      onSearch={setText}
      allowClear
      aria-label={t('parameter.place')}
      placeholder={t('parameter.everywhere')}
      notFoundContent={query.status === 'loading' ? t('common.loading') : t('parameter.noPlace')}
      style={isPhone ? { width: '100%' } : { width: 280 }}
    />
  );
}
