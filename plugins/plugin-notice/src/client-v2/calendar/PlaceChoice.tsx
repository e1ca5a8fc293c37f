import { useDebounced, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Select } from 'antd';
import { useCallback, useState } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi } from './api';

const PAUSE_IN_MS = 300;

export interface PlaceChoiceProps {
  id: string;
  value: string;
  /** What is offered before anything is typed, and names of what is chosen. */
  known: readonly PlaceRef[];
  onChange: (placeId: string) => void;
}

/** One of the places that the reader may see; the server finds them by name. */
export function PlaceChoice({ id, value, known, onChange }: PlaceChoiceProps) {
  const api = useApi();
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<PlaceRef | undefined>();
  const search = useDebounced(text.trim(), PAUSE_IN_MS);
  const find = useCallback(() => (search === '' ? Promise.resolve([]) : api.places(search)), [api, search]);
  const query = useQuery(find);
  const found = search !== '' && query.status === 'ready' ? query.data : known;
  const chosen = [...known, ...(picked ? [picked] : [])]
    .filter((place) => place.id === value && !found.some(({ id: one }) => one === value))
    .slice(0, 1);
  return (
    <Select<string>
      id={id}
      value={value}
      options={[...found, ...chosen].map((place) => ({ value: place.id, label: place.name }))}
      showSearch
      filterOption={false}
      onSearch={setText}
      onChange={(next) => {
        setPicked(found.find((place) => place.id === next));
        onChange(next);
      }}
      style={{ width: '100%' }}
    />
  );
}
