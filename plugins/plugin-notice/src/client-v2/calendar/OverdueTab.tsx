import {
  AddressPages,
  DataTable,
  EmptyState,
  Loaded,
  pageOf,
  useAddressFilter,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { DisclosureRow, OverdueList } from '../../common/api';
import { useApi } from './api';
import { DisclosureDrawer } from './DisclosureDrawer';
import { StateTag } from './StateTag';
import { CLASS_TEXT, CLASSES, occasionOf, useT, useTitle } from './texts';

const PAGE_SIZE = 20;

/** 逾期未公开: what is past its day, and how much of it where. */
export function OverdueTab() {
  const api = useApi();
  const { search } = useAddressFilter();
  const page = pageOf(search);
  const [openId, setOpenId] = useState<string | null>(null);
  const query = useQuery(useCallback(() => api.overdue({ page, pageSize: PAGE_SIZE }), [api, page]));
  return (
    <>
      <Loaded query={query}>{(list) => <Overdue list={list} onOpen={setOpenId} />}</Loaded>
      {openId === null ? null : <DisclosureDrawer id={openId} onClose={() => setOpenId(null)} onDone={query.reload} />}
    </>
  );
}

type Group = OverdueList['groups'][number];

function useColumns(onOpen: (id: string) => void): DataColumn<DisclosureRow>[] {
  const t = useT();
  const titleOf = useTitle();
  return useMemo(
    () => [
      {
        key: 'what',
        title: t('disclosure.what'),
        maxWidth: 320,
        render: (row) => (
          <Button type="link" style={{ padding: 0, whiteSpace: 'normal', height: 'auto' }} onClick={() => onOpen(row.id)}>
            {titleOf(row)} · {occasionOf(row)}
          </Button>
        ),
      },
      { key: 'place', title: t('disclosure.place'), render: ({ place }) => place.name },
      { key: 'class', title: t('disclosure.classColumn'), render: (row) => t(CLASS_TEXT[row.class]) },
      { key: 'due', title: t('disclosure.dueColumn'), render: ({ dueOn }) => dueOn },
      { key: 'state', title: t('disclosure.stateColumn'), render: (row) => <StateTag {...row} /> },
    ],
    [t, titleOf, onOpen],
  );
}

function Overdue({ list, onOpen }: { list: OverdueList; onOpen: (id: string) => void }) {
  const t = useT();
  const columns = useColumns(onOpen);
  const groupColumns: DataColumn<Group>[] = [
    { key: 'place', title: t('disclosure.place'), render: ({ place }) => place.name },
    ...CLASSES.map((of) => ({ key: of, title: t(CLASS_TEXT[of]), render: ({ counts }: Group) => counts[of] })),
  ];
  if (list.total === 0) return <EmptyState title={t('disclosure.noOverdue')} hint={t('disclosure.noOverdueHint')} />;
  return (
    <Flex vertical gap="middle">
      <DataTable label={t('disclosure.byPlace')} columns={groupColumns} rows={list.groups} rowKey={({ place }) => place.id} />
      <DataTable label={t('disclosure.overdue')} columns={columns} rows={list.rows} rowKey={({ id }) => id} />
      <AddressPages pageSize={PAGE_SIZE} total={list.total} />
    </Flex>
  );
}
