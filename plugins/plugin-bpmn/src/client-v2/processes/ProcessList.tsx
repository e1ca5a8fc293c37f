import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import { useMemo } from 'react';
import type { ProcessRow } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, Muted, TextLink, ToneTag, type DataColumn } from '../shared';

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
      {row.publishRequest ? <ToneTag tone="info">{t('twoPeople.row', { name: row.publishRequest.by.name })}</ToneTag> : null}
      {row.shippedSince === null ? null : <ToneTag tone="info">{t('pack.shipped.row')}</ToneTag>}
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

const columnsFor = (t: Translate): DataColumn<ProcessRow>[] => [
  {
    title: t('process.name'),
    key: 'name',
    render: (row) => (
      <>
        <TextLink to={paths.process(row.key)}>{row.name}</TextLink>
        <br />
        <Muted small>{row.key}</Muted>
      </>
    ),
  },
  {
    title: t('process.state'),
    key: 'state',
    render: (row) => (
      <Flex gap={8} wrap>
        <ProcessState row={row} />
      </Flex>
    ),
  },
  {
    title: t('process.publishedAt'),
    key: 'publishedAt',
    render: (row) => (row.published ? <DateTime at={row.published.publishedAt} /> : <Muted>{t('common.none')}</Muted>),
  },
  { key: 'versions', title: t('process.versions'), align: 'center', render: (row) => row.versions },
  { key: 'running', title: t('process.running'), align: 'center', render: (row) => row.running },
  { key: 'ended', title: t('process.ended'), align: 'center', render: (row) => row.ended },
  {
    title: t('process.attention'),
    key: 'warnings',
    render: (row) => (
      <Flex gap={8} wrap>
        <ProcessWarnings row={row} />
      </Flex>
    ),
  },
];

function ProcessCard({ row }: { row: ProcessRow }) {
  const t = useT();
  return (
    <Flex vertical gap={4}>
      <TextLink to={paths.process(row.key)}>{row.name}</TextLink>
      <Flex gap={8} wrap>
        <ProcessState row={row} />
        <ProcessWarnings row={row} />
      </Flex>
      <Muted small>{t('process.counts', { running: row.running, ended: row.ended })}</Muted>
    </Flex>
  );
}

const renderCard = (row: ProcessRow) => <ProcessCard row={row} />;

/** All processes: a table, or cards on a phone. */
export function ProcessList({ rows }: { rows: ProcessRow[] }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <DataTable
      label={t('common.listOf', { name: t('process.name') })}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      renderCard={renderCard}
    />
  );
}
