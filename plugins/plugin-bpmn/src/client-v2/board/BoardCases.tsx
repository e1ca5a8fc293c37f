import { WarningOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import { useMemo } from 'react';
import type { Board, BoardRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { Pages, DataTable, DateTime, DeadlineTag, Muted, Panel, StatusTag, TextLink, ToneTag, type DataColumn } from '../shared';
import { PAGE_SIZE } from './useBoardQuery';

function CaseMarks({ row }: { row: BoardRow }) {
  const t = useT();
  return (
    <>
      {row.hasIncident ? (
        <ToneTag tone="danger" icon={<WarningOutlined />}>
          {t('incident.title')}
        </ToneTag>
      ) : null}
      {row.status === 'running' ? null : <StatusTag status={row.status} />}
    </>
  );
}

function Stage({ row }: { row: BoardRow }) {
  const t = useT();
  return (
    <>
      {row.stageName ?? <Muted>{t('common.none')}</Muted>}
      {row.stageSince === null ? null : (
        <>
          {' '}
          <Muted small>
            {t('board.since')} <DateTime at={row.stageSince} dayOnly />
          </Muted>
        </>
      )}
    </>
  );
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How often and how long clocks of a case stood still. */
function Stops({ row: { stops } }: { row: BoardRow }) {
  const t = useT();
  if (!stops) return null;
  const { count, milliseconds } = stops;
  return (
    <div>
      <Muted small>
        {milliseconds < DAY
          ? t('board.stopsHours', { count, hours: Math.ceil(milliseconds / HOUR) })
          : t('board.stops', { count, days: Math.round(milliseconds / DAY) })}
      </Muted>
    </div>
  );
}

const columnsFor = (t: Translate): DataColumn<BoardRow>[] => [
  {
    title: t('inbox.matter'),
    key: 'title',
    maxWidth: 320,
    render: (row) => (
      <Flex gap={8} wrap align="center">
        <TextLink to={paths.instance(row.instanceId)}>{row.title}</TextLink>
        <CaseMarks row={row} />
      </Flex>
    ),
  },
  { title: t('inbox.place'), key: 'place', render: (row) => row.place?.name ?? <Muted>{t('common.none')}</Muted> },
  { key: 'processName', title: t('inbox.process'), render: (row) => row.processName },
  { title: t('inbox.stage'), key: 'stage', render: (row) => <Stage row={row} /> },
  {
    title: t('board.holders'),
    key: 'holders',
    maxWidth: 260,
    render: (row) => row.holders.join(t('common.listSeparator')) || <Muted>{t('common.none')}</Muted>,
  },
  {
    title: t('inbox.deadline'),
    key: 'deadline',
    maxWidth: 240,
    render: (row) => (
      <>
        <DeadlineTag deadline={row.deadline} />
        <Stops row={row} />
      </>
    ),
  },
];

function CaseCard({ row }: { row: BoardRow }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <TextLink to={paths.instance(row.instanceId)}>{row.title}</TextLink>
      <Muted small>{[row.place?.name, row.processName].filter(Boolean).join(' · ')}</Muted>
      <span>
        <Stage row={row} />
      </span>
      <Flex gap={8} wrap>
        <DeadlineTag deadline={row.deadline} />
        <CaseMarks row={row} />
      </Flex>
      <Stops row={row} />
      {row.holders.length > 0 ? (
        <Muted small>{t('board.heldBy', { who: row.holders.join(t('common.listSeparator')) })}</Muted>
      ) : null}
    </Flex>
  );
}

const renderCard = (row: BoardRow) => <CaseCard row={row} />;

export interface BoardCasesProps {
  board: Board;
  current: number;
  onPage: (page: number) => void;
}

/** The cases behind the counts. */
export function BoardCases({ board, current, onPage }: BoardCasesProps) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <Panel title={t('board.cases', { count: board.total })}>
      <Flex vertical gap="middle">
        <DataTable
          label={t('board.cases', { count: board.total })}
          columns={columns}
          rows={board.rows}
          rowKey={({ instanceId }) => instanceId}
          renderCard={renderCard}
        />
        <Pages current={current} pageSize={PAGE_SIZE} total={board.total} onChange={onPage} />
      </Flex>
    </Panel>
  );
}
