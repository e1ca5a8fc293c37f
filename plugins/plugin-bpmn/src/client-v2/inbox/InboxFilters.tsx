import { SearchOutlined } from '@ant-design/icons';
import { Flex, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { InboxQuery } from '../../common/api';
import { useT } from '../i18n';
import { LEVEL_TEXT, LEVELS, useDebounced, useIsPhone, type AddressFilter } from '../shared';
import type { FilterKey } from './useInboxQuery';

export interface InboxFiltersProps {
  query: InboxQuery;
  processes: { key: string; name: string }[];
  onChange: (filter: AddressFilter<FilterKey>) => void;
  onSearch: (text: string) => void;
}

const PAUSE_IN_MS = 350;

/** Typing asks only after a pause. */
function useSearchText(asked: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(asked);
  const settled = useDebounced(text, PAUSE_IN_MS);
  useEffect(() => setText(asked), [asked]);
  useEffect(() => {
    if (settled.trim() !== asked) onSettled(settled.trim());
    // Only a pause in typing asks; a new address alone must not write itself back.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [settled]);
  return [text, setText] as const;
}

export function InboxFilters({ query, processes, onChange, onSearch }: InboxFiltersProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const [text, setText] = useSearchText(query.search ?? '', onSearch);
  const width = isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 200 };
  return (
    <Flex role="search" aria-label={t('inbox.filters')} gap="small" wrap>
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        prefix={<SearchOutlined aria-hidden />}
        aria-label={t('inbox.search')}
        placeholder={t('inbox.search')}
        allowClear
        style={isPhone ? { flex: '1 1 100%' } : { width: 280 }}
      />
      <Select
        value={query.processKey}
        onChange={(process?: string) => onChange({ process })}
        options={processes.map(({ key, name }) => ({ value: key, label: name }))}
        aria-label={t('inbox.process')}
        placeholder={t('inbox.anyProcess')}
        allowClear
        style={width}
      />
      <Select
        value={query.level}
        onChange={(level?: string) => onChange({ level })}
        options={LEVELS.map((level) => ({ value: level, label: t(LEVEL_TEXT[level]) }))}
        aria-label={t('inbox.level')}
        placeholder={t('inbox.anyLevel')}
        allowClear
        style={width}
      />
    </Flex>
  );
}
