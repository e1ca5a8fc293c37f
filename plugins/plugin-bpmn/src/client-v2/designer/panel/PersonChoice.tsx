import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { DesignOptions } from '../../../common/api';
import { useApi, useQuery } from '../../api';
import { useT } from '../../i18n';
import { useDebounced } from '../../shared';

const PAUSE_IN_MS = 300;

/** People by name; `value` is their ids with commas between, as a rule keeps them. */
export function PersonChoice({
  label,
  value,
  people,
  onChange,
}: {
  label: string;
  value: string;
  people: DesignOptions['people'];
  onChange: (value: string) => void;
}) {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState(people);
  const search = useDebounced(text, PAUSE_IN_MS);
  // whoever is searched for by name, as for stand-ins
  const found = useQuery(useCallback(() => api.people.search({ purpose: 'standIn', search }), [api, search]));
  const ids = value.split(',').map(Number).filter(Boolean);
  const options = useMemo(() => {
    const offered = found.status === 'ready' ? found.data : [];
    const all = new Map([...picked, ...offered].map(({ id, name }) => [id, name]));
    return [...all].map(([id, name]) => ({ value: id, label: name }));
  }, [found, picked]);
  const pick = (chosen: number[]) => {
    const names = new Map(options.map((option) => [option.value, option.label]));
    setPicked(chosen.map((id) => ({ id, name: names.get(id) ?? String(id) })));
    onChange(chosen.join(','));
  };
  return (
    <Select<number[]>
      mode="multiple"
      aria-label={label}
      value={ids}
      options={options}
      onChange={pick}
      onSearch={setText}
      filterOption={false}
      placeholder={t('person.search')}
      notFoundContent={t('person.typeName')}
      style={{ width: '100%' }}
    />
  );
}
