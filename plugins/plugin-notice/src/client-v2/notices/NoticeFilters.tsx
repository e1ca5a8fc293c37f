import { SearchInput, ToggleButtons, useAddressFilter, useIsPhone, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Select } from 'antd';
import { useCallback, type CSSProperties } from 'react';
import type { NoticeListQuery } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { PlaceSelect, STATUS_TEXT, STATUSES } from '../shared';

export type FilterKey = 'scope' | 'status' | 'kind' | 'place';

interface Props {
  query: NoticeListQuery;
  mayAdminister: boolean;
  onSearch: (text: string) => void;
}

/** What is listed: whose, in which state, of which kind and place, and by a text. */
export function NoticeFilters({ query, mayAdminister, onSearch }: Props) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const isPhone = useIsPhone();
  const { change } = useAddressFilter<FilterKey>();
  const kinds = useQuery(useCallback(() => api.kinds.list(), [api]));
  const half: CSSProperties = isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 160 };
  return (
    <Flex role="search" aria-label={t('notice.filters')} gap="small" wrap align="center">
      {mayAdminister ? (
        <ToggleButtons
          label={t('notice.scope')}
          options={[
            { value: 'mine', label: t('notice.mine') },
            { value: 'all', label: t('notice.all') },
          ]}
          value={query.scope === 'all' ? 'all' : 'mine'}
          onChange={(scope) => change({ scope: scope === 'all' ? scope : undefined })}
        />
      ) : null}
      <SearchInput label={t('notice.search')} width={240} onSettled={onSearch} />
      <Select
        value={query.status?.[0]}
        onChange={(status?: string) => change({ status })}
        options={STATUSES.map((status) => ({ value: status, label: t(STATUS_TEXT[status]) }))}
        aria-label={t('notice.statusColumn')}
        placeholder={t('notice.anyStatus')}
        allowClear
        style={half}
      />
      <Select
        value={query.kindKey}
        onChange={(kind?: string) => change({ kind })}
        options={kinds.status === 'ready' ? kinds.data.map(({ key, title }) => ({ value: key, label: said(title) })) : []}
        aria-label={t('notice.kind')}
        placeholder={t('notice.anyKind')}
        allowClear
        style={half}
      />
      <div style={isPhone ? { flex: '1 1 100%' } : { width: 200 }}>
        <PlaceSelect
          label={t('notice.place')}
          placeholder={t('notice.anyPlace')}
          value={query.placeId}
          onChange={(place) => change({ place })}
        />
      </div>
    </Flex>
  );
}
