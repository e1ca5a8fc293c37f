import { Flex } from 'antd';
import type { StandInList } from '../../common/api';
import { useT } from '../i18n';
import { AddressPages } from '../shared';
import { StandInTable } from './StandInTable';

export interface PagedStandInsProps {
  list: StandInList;
  pageSize: number;
  onChanged: () => void;
}

/** A page of stand-ins of both sides; the page number stands in the address. */
export function PagedStandIns({ list, pageSize, onChanged }: PagedStandInsProps) {
  const t = useT();
  return (
    <Flex vertical gap="middle">
      <StandInTable rows={list.rows} people="both" label={t('standIn.title')} onChanged={onChanged} />
      <AddressPages pageSize={pageSize} total={list.total} />
    </Flex>
  );
}
