import { Table, type TableColumnsType } from 'antd';
import { useCallback, useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { IncidentRow } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { IncidentActions } from '../process-page';
import { paths } from '../routes';
import { DateTime, EmptyState, Loaded, Muted } from '../shared';

const columnsFor = (t: Translate, onChanged: () => void): TableColumnsType<IncidentRow> => [
  {
    title: t('incident.case'),
    key: 'case',
    render: (_, row) => (
      <>
        <Link to={paths.instance(row.instanceId)}>{row.instanceTitle}</Link>
        <br />
        <Muted small>
          {row.processName} · {row.elementName}
        </Muted>
      </>
    ),
  },
  {
    title: t('incident.reason'),
    key: 'text',
    render: (_, row) => (
      <>
        {row.text}
        <br />
        <Muted small>{t('incident.attempts', { code: row.code, count: row.attempts })}</Muted>
      </>
    ),
  },
  { title: t('incident.raisedAt'), key: 'raisedAt', render: (_, row) => <DateTime at={row.raisedAt} /> },
  {
    title: t('common.actions'),
    key: 'actions',
    render: (_, row) => <IncidentActions incidentId={row.id} onChanged={onChanged} />,
  },
];

/** Open incidents, of one process or of all. */
export function IncidentTable({ processKey }: { processKey?: string }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.incidents.open({ processKey }), [api, processKey]));
  const { reload } = query;
  const columns = useMemo(() => columnsFor(t, reload), [t, reload]);
  return (
    <Loaded query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('incident.empty')} hint={t('incident.emptyHint')} />
        ) : (
          <Table size="small" rowKey="id" columns={columns} dataSource={rows} pagination={false} scroll={{ x: 720 }} />
        )
      }
    </Loaded>
  );
}
