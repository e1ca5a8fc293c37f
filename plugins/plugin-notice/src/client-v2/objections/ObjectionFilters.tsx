import { SearchInput, useAddressFilter, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Checkbox, Flex, Select } from 'antd';
import type { ObjectionListQuery } from '../../common/api';
import { LEVEL_TEXT, LEVELS, STATUS_TEXT, STATUSES, useT } from './texts';

export type FilterKey = 'status' | 'level' | 'notice' | 'overdue';

interface ObjectionFiltersProps {
  query: ObjectionListQuery;
  /** Of the notice that is looked at, where the answer names it. */
  noticeTitle: string | undefined;
  onSearch: (text: string) => void;
}

export function ObjectionFilters({ query, noticeTitle, onSearch }: ObjectionFiltersProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const { change } = useAddressFilter<FilterKey>();
  const half = isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 160 };
  return (
    <Flex role="search" aria-label={t('objection.page.filters')} gap="small" wrap align="center">
      <SearchInput label={t('objection.page.search')} width={220} onSettled={onSearch} />
      <Select
        value={query.status?.[0]}
        onChange={(status?: string) => change({ status })}
        options={STATUSES.map((status) => ({ value: status, label: t(STATUS_TEXT[status]) }))}
        aria-label={t('objection.page.statusColumn')}
        placeholder={t('objection.page.anyStatus')}
        allowClear
        style={half}
      />
      <Select
        value={query.level}
        onChange={(level?: string) => change({ level })}
        options={LEVELS.map((level) => ({ value: level, label: t(LEVEL_TEXT[level]) }))}
        aria-label={t('objection.page.levelColumn')}
        placeholder={t('objection.page.anyLevel')}
        allowClear
        style={half}
      />
      <Checkbox checked={query.isOverdue ?? false} onChange={({ target }) => change({ overdue: target.checked ? 'yes' : '' })}>
        {t('objection.page.onlyOverdue')}
      </Checkbox>
      {query.noticeId === undefined ? null : (
        <Button style={{ height: 'auto', whiteSpace: 'normal' }} onClick={() => change({ notice: undefined })}>
          {t('objection.page.anyNotice', { title: noticeTitle ?? '…' })}
        </Button>
      )}
    </Flex>
  );
}
