import { useCallback, useMemo } from 'react';
import type { IncidentRow } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { IncidentActions, useIncidentDialogs, type IncidentDialogs } from '../incidents';
import { paths } from '../routes';
import { DateTime, EmptyState, Loaded, Muted, TextLink, DataTable, type DataColumn } from '../shared';

const columnsFor = (t: Translate, show: IncidentDialogs['show']): DataColumn<IncidentRow>[] => [
  {
    title: t('incident.case'),
    key: 'case',
    render: (row) => (
      <>
        <TextLink to={paths.instance(row.instanceId)}>{row.instanceTitle}</TextLink>
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
    render: (row) => (
      <>
        {row.text}
        <br />
        <Muted small>{t('incident.attempts', { code: row.code, count: row.attempts })}</Muted>
      </>
    ),
  },
  { title: t('incident.raisedAt'), key: 'raisedAt', render: (row) => <DateTime at={row.raisedAt} /> },
  {
    title: t('common.actions'),
    key: 'actions',
    render: (row) => <IncidentActions incidentId={row.id} show={show} />,
  },
];

/** Open incidents, of one process or of all. */
export function IncidentTable({ processKey, onChanged }: { processKey?: string; onChanged?: () => void }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.incidents.open({ processKey }), [api, processKey]));
  const { reload } = query;
  const changed = () => {
    reload();
    onChanged?.();
  };
  const { show, dialog } = useIncidentDialogs(changed);
  const columns = useMemo(() => columnsFor(t, show), [t, show]);
  return (
    <>
      <Loaded query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('incident.empty')} hint={t('incident.emptyHint')} />
          ) : (
            <DataTable
              label={t('common.listOf', { name: t('incident.title') })}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
      {dialog}
    </>
  );
}
