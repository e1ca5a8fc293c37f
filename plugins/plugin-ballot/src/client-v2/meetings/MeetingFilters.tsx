import { SearchOutlined } from '@ant-design/icons';
import { ToggleButtons, useAddressFilter, useDebounced, useIsPhone } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import type { MeetingListQuery } from '../../common/api';
import { useT } from '../i18n';
import { MEETING_STATUS_TEXT, STATUSES } from '../shared';

export type FilterKey = 'scope' | 'status';

const PAUSE_IN_MS = 350;

export function MeetingFilters({ query, onSearch }: { query: MeetingListQuery; onSearch: (text: string) => void }) {
  const t = useT();
  const isPhone = useIsPhone();
  const { change } = useAddressFilter<FilterKey>();
  const [text, setText] = useState('');
  const settled = useDebounced(text.trim(), PAUSE_IN_MS);
  useEffect(() => onSearch(settled), [settled, onSearch]);
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
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        prefix={<SearchOutlined aria-hidden />}
        aria-label={t('meeting.search')}
        placeholder={t('meeting.search')}
        allowClear
        style={isPhone ? { flex: '1 1 100%' } : { width: 280 }}
      />
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
