import { Flex, Select } from 'antd';
import type { InboxQuery } from '../../common/api';
import { useT } from '../i18n';
import { LEVEL_TEXT, LEVELS, SearchInput, useIsPhone, type AddressFilter } from '../shared';
import type { FilterKey } from './useInboxQuery';

export interface InboxFiltersProps {
  query: InboxQuery;
  processes: { key: string; name: string }[];
  onChange: (filter: AddressFilter<FilterKey>) => void;
  onSearch: (text: string) => void;
}

export function InboxFilters({ query, processes, onChange, onSearch }: InboxFiltersProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const width = isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 200 };
  return (
    <Flex role="search" aria-label={t('inbox.filters')} gap="small" wrap>
      <SearchInput label={t('inbox.search')} asked={query.search ?? ''} onSettled={onSearch} />
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
