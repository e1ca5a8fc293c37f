import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Card, Flex, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { ProcessRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DateTime, Muted, ToneTag, useIsPhone } from '../shared';

/** What an administrator has to look after in a process. */
export function ProcessWarnings({ row }: { row: ProcessRow }) {
  const t = useT();
  return (
    <>
      {row.openIncidents > 0 ? (
        <ToneTag tone="danger" icon={<WarningOutlined />}>
          {t('process.incidents', { count: row.openIncidents })}
        </ToneTag>
      ) : null}
      {row.unconfirmedParameters > 0 ? (
        <ToneTag tone="warning" icon={<ExclamationCircleOutlined />}>
          {t('process.unconfirmed', { count: row.unconfirmedParameters })}
        </ToneTag>
      ) : null}
    </>
  );
}

export function ProcessState({ row }: { row: ProcessRow }) {
  const t = useT();
  return (
    <>
      {row.published ? <ToneTag tone="success">{t('process.publishedNumber', { number: row.published.number })}</ToneTag> : null}
      {row.draft ? <ToneTag tone="info">{t('process.draftNumber', { number: row.draft.number })}</ToneTag> : null}
      {!row.published && !row.draft ? <ToneTag tone="neutral">{t('version.retired')}</ToneTag> : null}
    </>
  );
}

const columnsFor = (t: Translate): TableColumnsType<ProcessRow> => [
  {
    title: t('process.name'),
    key: 'name',
    render: (_, row) => (
      <>
        <Link to={paths.process(row.key)}>{row.name}</Link>
        <br />
        <Muted small>{row.key}</Muted>
      </>
    ),
  },
  {
    title: t('process.state'),
    key: 'state',
    render: (_, row) => (
      <Flex gap={8} wrap>
        <ProcessState row={row} />
      </Flex>
    ),
  },
  {
    title: t('process.publishedAt'),
    key: 'publishedAt',
    render: (_, row) => (row.published ? <DateTime at={row.published.publishedAt} /> : <Muted>{t('common.none')}</Muted>),
  },
  { title: t('process.versions'), dataIndex: 'versions', align: 'end' },
  { title: t('process.running'), dataIndex: 'running', align: 'end' },
  { title: t('process.ended'), dataIndex: 'ended', align: 'end' },
  {
    title: t('process.attention'),
    key: 'warnings',
    render: (_, row) => (
      <Flex gap={8} wrap>
        <ProcessWarnings row={row} />
      </Flex>
    ),
  },
];

function ProcessCard({ row }: { row: ProcessRow }) {
  const t = useT();
  return (
    <Card size="small">
      <Flex vertical gap={4}>
        <Link to={paths.process(row.key)}>{row.name}</Link>
        <Flex gap={8} wrap>
          <ProcessState row={row} />
          <ProcessWarnings row={row} />
        </Flex>
        <Muted small>{t('process.counts', { running: row.running, ended: row.ended })}</Muted>
      </Flex>
    </Card>
  );
}

/** All processes: a table, or cards on a phone. */
export function ProcessList({ rows }: { rows: ProcessRow[] }) {
  const t = useT();
  const isPhone = useIsPhone();
  const columns = useMemo(() => columnsFor(t), [t]);
  if (!isPhone)
    return <Table size="middle" rowKey="key" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 900 }} />;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {rows.map((row) => (
        <li key={row.key}>
          <ProcessCard row={row} />
        </li>
      ))}
    </ul>
  );
}
