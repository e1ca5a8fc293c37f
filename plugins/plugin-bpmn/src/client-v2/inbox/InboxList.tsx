import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { InboxRow, InboxTab } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { DataTable, Muted, type DataColumn } from '../shared';
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

const isOfCases = (tab: InboxTab): boolean => tab === 'started' || tab === 'cc';

const starterColumn = (t: Translate): DataColumn<InboxRow> => ({
  key: 'starter',
  title: t('inbox.starter'),
  render: (row) => row.starter?.name ?? <Muted>{t('common.none')}</Muted>,
});

const holdersColumn = (t: Translate): DataColumn<InboxRow> => ({
  key: 'holders',
  title: t('board.holders'),
  maxWidth: 260,
  render: (row) => row.holders.join(t('common.listSeparator')) || <Muted>{t('common.none')}</Muted>,
});

const columnsFor = (tab: InboxTab, t: Translate): DataColumn<InboxRow>[] => [
  {
    key: 'title',
    title: t('inbox.matter'),
    maxWidth: 360,
    render: (row) => (
      <Flex gap={8} wrap align="center">
        <RowLink row={row} />
        <RowMarks row={row} />
      </Flex>
    ),
  },
  {
    key: 'step',
    title: isOfCases(tab) ? t('inbox.stage') : t('inbox.step'),
    render: (row) => row.elementName ?? row.stageName ?? <Muted>{t('common.none')}</Muted>,
  },
  { key: 'process', title: t('inbox.process'), render: (row) => row.processName },
  { key: 'place', title: t('inbox.place'), render: (row) => <RowPlace row={row} /> },
  // who started it is the reader
  ...(tab === 'started' ? [] : [starterColumn(t)]),
  ...(isOfCases(tab) ? [holdersColumn(t)] : []),
  {
    key: 'state',
    title: t(STATE_TITLE[tab]),
    render: (row) => (
      <Flex vertical gap={4} align="start">
        <RowState row={row} tab={tab} />
      </Flex>
    ),
  },
  { key: 'time', title: t(TIME_TITLE[tab]), render: (row) => <RowTime row={row} tab={tab} /> },
];

function InboxCard({ row, tab }: { row: InboxRow; tab: InboxTab }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <RowLink row={row} />
      <Muted small>{[row.elementName ?? row.stageName, row.processName, row.place?.name].filter(Boolean).join(' · ')}</Muted>
      <Flex gap={8} wrap align="center">
        <RowState row={row} tab={tab} />
        <RowMarks row={row} />
      </Flex>
      {row.holders.length > 0 ? (
        <Muted small>{t('board.heldBy', { who: row.holders.join(t('common.listSeparator')) })}</Muted>
      ) : null}
      <Muted small>
        {row.starter ? `${row.starter.name} · ` : null}
        <RowTime row={row} tab={tab} />
      </Muted>
    </Flex>
  );
}

/** The rows of one tab. */
export function InboxList({ rows, tab }: { rows: InboxRow[]; tab: InboxTab }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(tab, t), [tab, t]);
  const renderCard = useCallback((row: InboxRow) => <InboxCard row={row} tab={tab} />, [tab]);
  return (
    <DataTable
      label={t('common.listOf', { name: t('inbox.title') })}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      renderCard={renderCard}
    />
  );
}
