import { WarningOutlined } from '@ant-design/icons';
import { Card, Flex, Pagination, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Board, BoardRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DateTime, DeadlineTag, Muted, Panel, StatusTag, ToneTag, useIsPhone } from '../shared';
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

const columnsFor = (t: Translate): TableColumnsType<BoardRow> => [
  {
    title: t('inbox.matter'),
    key: 'title',
    render: (_, row) => (
      <Flex gap={8} wrap align="center">
        <Link to={paths.instance(row.instanceId)}>{row.title}</Link>
        <CaseMarks row={row} />
      </Flex>
    ),
  },
  { title: t('inbox.place'), key: 'place', render: (_, row) => row.place?.name ?? <Muted>{t('common.none')}</Muted> },
  { title: t('inbox.process'), dataIndex: 'processName' },
  { title: t('inbox.stage'), key: 'stage', render: (_, row) => <Stage row={row} /> },
  {
    title: t('board.holders'),
    key: 'holders',
    render: (_, row) => row.holders.join(t('common.listSeparator')) || <Muted>{t('common.none')}</Muted>,
  },
  { title: t('inbox.deadline'), key: 'deadline', render: (_, row) => <DeadlineTag deadline={row.deadline} /> },
];

function CaseCard({ row }: { row: BoardRow }) {
  const t = useT();
  return (
    <Card size="small">
      <Flex vertical gap={4}>
        <Link to={paths.instance(row.instanceId)}>{row.title}</Link>
        <Muted small>{[row.place?.name, row.processName].filter(Boolean).join(' · ')}</Muted>
        <span>
          <Stage row={row} />
        </span>
        <Flex gap={8} wrap>
          <DeadlineTag deadline={row.deadline} />
          <CaseMarks row={row} />
        </Flex>
        {row.holders.length > 0 ? (
          <Muted small>{t('board.heldBy', { who: row.holders.join(t('common.listSeparator')) })}</Muted>
        ) : null}
      </Flex>
    </Card>
  );
}

export interface BoardCasesProps {
  board: Board;
  current: number;
  onPage: (page: number) => void;
}

/** The cases behind the counts. */
export function BoardCases({ board, current, onPage }: BoardCasesProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <Panel title={t('board.cases', { count: board.total })}>
      <Flex vertical gap="middle">
        {isPhone ? (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
            {board.rows.map((row) => (
              <li key={row.instanceId}>
                <CaseCard row={row} />
              </li>
            ))}
          </ul>
        ) : (
          <Table
            size="small"
            rowKey="instanceId"
            columns={columns}
            dataSource={board.rows}
            pagination={false}
            scroll={{ x: 900 }}
          />
        )}
        <Pagination
          align="end"
          current={current}
          pageSize={PAGE_SIZE}
          total={board.total}
          onChange={onPage}
          showSizeChanger={false}
          simple={isPhone}
          hideOnSinglePage
        />
      </Flex>
    </Panel>
  );
}
