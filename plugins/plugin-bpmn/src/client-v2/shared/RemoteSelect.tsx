import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from '../api';
import { useT } from '../i18n';
import { useDebounced } from './useDebounced';

export interface Option {
  value: string;
  label: string;
}

interface Props {
  id?: string;
  /** Asks the server; memoise it. */
  find: (search: string) => Promise<Option[]>;
  label?: string;
  /** Names of what is chosen already. */
  known?: readonly Option[];
  placeholder: string;
}

const PAUSE_IN_MS = 300;

function useOptions({ find, known = [] }: Pick<Props, 'find' | 'known'>) {
  const t = useT();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const search = useDebounced(text.trim(), PAUSE_IN_MS);
  const query = useQuery(useCallback(() => find(search), [find, search]));
  const options = useMemo(() => {
    const found = query.status === 'ready' ? query.data : [];
    const all = [...found, ...known, ...chosen].map((option) => [option.value, option] as const);
    return [...new Map(all).values()];
  }, [query, known, chosen]);
  const remember = (values: readonly string[]) => setChosen(options.filter(({ value }) => values.includes(value)));
  const props = {
    options,
    showSearch: true,
    filterOption: false as const,
    onSearch: setText,
    loading: query.status === 'loading',
    notFoundContent:
      query.status === 'failed' ? (query.failure.message ?? t('remoteSelect.noAnswer')) : t('remoteSelect.noneFound'),
    style: { width: '100%' },
  };
  return { props, remember };
}

/** One of what the server finds by a name. */
export function RemoteSelect({
  id,
  value,
  onChange,
  placeholder,
  label,
  ...asked
}: Props & { value?: string; onChange?: (value?: string) => void }) {
  const { props, remember } = useOptions(asked);
  return (
    <Select<string>
      {...props}
      id={id}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      allowClear
      onChange={(next?: string) => {
        remember(next ? [next] : []);
        onChange?.(next);
      }}
    />
  );
}

/** Several of them. */
export function RemoteSelectMany({
  id,
  value,
  onChange,
  placeholder,
  label,
  max,
  ...asked
}: Props & { value?: string[]; onChange?: (values: string[]) => void; max?: number }) {
  const { props, remember } = useOptions(asked);
  return (
    <Select<string[]>
      {...props}
      id={id}
      aria-label={label}
      mode="multiple"
      maxCount={max}
      value={value}
      placeholder={placeholder}
      onChange={(next) => {
        remember(next);
        onChange?.(next);
      }}
    />
  );
}
