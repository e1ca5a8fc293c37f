import { SearchInput, ToggleButtons, useAddressFilter, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Select } from 'antd';
import type { MeetingListQuery } from '../../common/api';
import { useT } from '../i18n';
import { MEETING_STATUS_TEXT, STATUSES } from '../shared';

export type FilterKey = 'scope' | 'status';

export function MeetingFilters({ query, onSearch }: { query: MeetingListQuery; onSearch: (text: string) => void }) {
  const t = useT();
  const isPhone = useIsPhone();
  const { change } = useAddressFilter<FilterKey>();
  return (
    <Flex role="search" aria-label={t('meeting.filters')} gap="small" wrap align="center">
      <ToggleButtons
        label={t('meeting.scope')}
        options={[
          { value: 'mine', label: t('meeting.mine') },
          { value: 'all', label: t('meeting.all') },
        ]}
        value={query.scope ?? 'mine'}
        onChange={(scope) => change({ scope: scope === 'all' ? scope : undefined })}
      />
      <SearchInput label={t('meeting.search')} width={280} onSettled={onSearch} />
      <Select
        value={query.status?.[0]}
        onChange={(status?: string) => change({ status })}
        options={STATUSES.map((status) => ({ value: status, label: t(MEETING_STATUS_TEXT[status]) }))}
        aria-label={t('meeting.statusColumn')}
        placeholder={t('meeting.anyStatus')}
        allowClear
        style={isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 180 }}
      />
    </Flex>
  );
}
