import { useCallback, useMemo } from 'react';
import type { MigrationRun } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, EmptyState, Loaded, Panel, TextLink, ToneTag, type DataColumn, type Tone } from '../shared';

export const RUN_TONE: Record<MigrationRun['status'], Tone> = { running: 'info', stopped: 'warning', completed: 'success' };

const columnsFor = (t: Translate, processKey: string): DataColumn<MigrationRun>[] => [
  {
    key: 'versions',
    title: t('migration.runs'),
    render: ({ id, from, to }) => (
      <TextLink to={paths.migration(processKey, id)}>{t('migration.versions', { from, to })}</TextLink>
    ),
  },
  {
    key: 'status',
    title: t('migration.state'),
    render: ({ status }) => <ToneTag tone={RUN_TONE[status]}>{t(`migration.run.${status}`)}</ToneTag>,
  },
  {
    key: 'migrated',
    title: t('migration.case.migrated'),
    align: 'center',
    render: ({ migrated, total }) => `${migrated} / ${total}`,
  },
  { key: 'refused', title: t('migration.case.refused'), align: 'center', render: ({ refused }) => refused },
  { key: 'by', title: t('migration.by'), render: ({ startedByName }) => startedByName },
  { key: 'at', title: t('migration.startedAt'), render: ({ startedAt }) => <DateTime at={startedAt} /> },
];

/** Migrations of a process, newest first. */
export function MigrationRuns({ processKey }: { processKey: string }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.processes.migrations(processKey), [api, processKey]));
  const columns = useMemo(() => columnsFor(t, processKey), [t, processKey]);
  return (
    <Panel title={t('migration.runs')}>
      <Loaded query={query}>
        {(runs) =>
          runs.length === 0 ? (
            <EmptyState title={t('migration.noRuns')} hint={t('migration.noRunsHint')} />
          ) : (
            <DataTable label={t('migration.runs')} columns={columns} rows={runs} rowKey={({ id }) => id} />
          )
        }
      </Loaded>
    </Panel>
  );
}
