import { Flex, Pagination } from 'antd';
import type { StandInList } from '../../common/api';
import { useT } from '../i18n';
import { pageOf, useAddressFilter, useIsPhone } from '../shared';
import { StandInTable } from './StandInTable';

export interface PagedStandInsProps {
  list: StandInList;
  pageSize: number;
  onChanged: () => void;
}

/** A page of stand-ins of both sides; the page number stands in the address. */
export function PagedStandIns({ list, pageSize, onChanged }: PagedStandInsProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const { search, change } = useAddressFilter();
  return (
    <Flex vertical gap="middle">
      <StandInTable rows={list.rows} people="both" label={t('standIn.title')} onChanged={onChanged} />
      <Pagination
        align="end"
        current={pageOf(search)}
        pageSize={pageSize}
        total={list.total}
        onChange={(page) => change({ page: String(page) })}
        showSizeChanger={false}
        showTotal={(total) => t('common.total', { count: total })}
        simple={isPhone}
        hideOnSinglePage
      />
    </Flex>
  );
}
