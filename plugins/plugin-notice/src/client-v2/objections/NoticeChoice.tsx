import { useDebounced, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Select } from 'antd';
import { useCallback, useState } from 'react';
import type { TakingNotice } from '../../common/api';
import { useApi } from './api';
import { useT } from './texts';

const PAUSE_IN_MS = 300;

interface NoticeChoiceProps {
  id?: string;
  value?: TakingNotice;
  onChange?: (notice: TakingNotice | undefined) => void;
}

/** One of the notices that take objections now; the server finds them by title or number. */
export function NoticeChoice({ id, value, onChange }: NoticeChoiceProps) {
  const t = useT();
  const api = useApi();
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), PAUSE_IN_MS);
  const query = useQuery(useCallback(() => api.notices(search), [api, search]));
  const found = query.status === 'ready' ? query.data : [];
  const all = value && !found.some((one) => one.id === value.id) ? [value, ...found] : found;
  const nothing = query.status === 'failed' ? query.failure.message : t('objection.page.noNotice');
  return (
    <Select<string>
      id={id}
      value={value?.id}
      options={all.map((one) => ({ value: one.id, label: `${one.title}（${one.number}）` }))}
      showSearch
      filterOption={false}
      onSearch={setText}
      loading={query.status === 'loading'}
      notFoundContent={query.status === 'loading' ? '…' : nothing}
      placeholder={t('objection.page.searchNotice')}
      onChange={(next) => onChange?.(all.find((one) => one.id === next))}
      style={{ width: '100%' }}
    />
  );
}
