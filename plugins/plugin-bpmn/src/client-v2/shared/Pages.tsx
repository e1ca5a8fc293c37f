import { Pagination } from 'antd';
import { useT } from '../i18n';
import { pageOf, useAddressFilter } from './useAddressFilter';
import { useIsPhone } from './useIsPhone';

interface PagesProps {
  /** From 1. */
  current: number;
  pageSize: number;
  /** Of the whole list. */
  total: number;
  onChange: (page: number) => void;
}

/** Below a list of which one page is shown; nothing where there is one page only. */
export function Pages(props: PagesProps) {
  const t = useT();
  const isPhone = useIsPhone();
  return (
    <Pagination
      {...props}
      align="end"
      showSizeChanger={false}
      showTotal={(count) => t('common.total', { count })}
      simple={isPhone}
      hideOnSinglePage
    />
  );
}

/** The same; the number of the page stands in the address. */
export function AddressPages(props: Pick<PagesProps, 'pageSize' | 'total'>) {
  const { search, change } = useAddressFilter();
  return <Pages {...props} current={pageOf(search)} onChange={(page) => change({ page: String(page) })} />;
}
