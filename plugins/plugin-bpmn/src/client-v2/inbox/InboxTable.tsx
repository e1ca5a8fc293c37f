import { Flex, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { InboxRow, InboxTab } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { Muted } from '../shared';
import { keyOf, RowLink, RowMarks, RowPlace, RowState, RowTime } from './rows';

const STATE_TITLE: Record<InboxTab, TextKey> = {
  todo: 'inbox.deadline',
  done: 'inbox.outcome',
  started: 'inbox.status',
  cc: 'inbox.status',
};
const TIME_TITLE: Record<InboxTab, TextKey> = {
  todo: 'inbox.openedAt',
  done: 'inbox.closedAt',
  started: 'inbox.startedAt',
  cc: 'inbox.receivedAt',
};

const columnsFor = (tab: InboxTab, t: Translate): TableColumnsType<InboxRow> => [
  {
    title: t('inbox.matter'),
    key: 'title',
    render: (_, row) => (
      <Flex gap={8} wrap align="center">
        <RowLink row={row} />
        <RowMarks row={row} />
      </Flex>
    ),
  },
  {
    title: tab === 'todo' || tab === 'done' ? t('inbox.step') : t('inbox.stage'),
    key: 'step',
    render: (_, row) => row.elementName ?? row.stageName ?? <Muted>{t('common.none')}</Muted>,
  },
  { title: t('inbox.process'), dataIndex: 'processName' },
  { title: t('inbox.place'), key: 'place', render: (_, row) => <RowPlace row={row} /> },
  { title: t('inbox.starter'), key: 'starter', render: (_, row) => row.starter?.name ?? <Muted>{t('common.none')}</Muted> },
  { title: t(STATE_TITLE[tab]), key: 'state', render: (_, row) => <RowState row={row} tab={tab} /> },
  { title: t(TIME_TITLE[tab]), key: 'time', render: (_, row) => <RowTime row={row} tab={tab} /> },
];

/** The list on a wide screen. */
export function InboxTable({ rows, tab }: { rows: InboxRow[]; tab: InboxTab }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(tab, t), [tab, t]);
  return (
    <Table size="middle" rowKey={keyOf} columns={columns} dataSource={rows} pagination={false} scroll={{ x: 'max-content' }} />
  );
}
