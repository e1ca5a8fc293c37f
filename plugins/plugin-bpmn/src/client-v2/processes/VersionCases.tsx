import { Drawer, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { VersionCase } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import {
  Pages,
  DataTable,
  DateTime,
  DeadlineTag,
  EmptyState,
  Loaded,
  Muted,
  StatusTag,
  TextLink,
  useIsPhone,
  type DataColumn,
} from '../shared';

const WIDTH = 860;
const PAGE_SIZE = 20;

const columnsFor = (t: Translate): DataColumn<VersionCase>[] => [
  {
    title: t('inbox.matter'),
    key: 'title',
    render: (row) => <TextLink to={paths.instance(row.instanceId)}>{row.title}</TextLink>,
  },
  { title: t('inbox.place'), key: 'place', render: ({ place }) => place?.name ?? <Muted>{t('common.none')}</Muted> },
  {
    title: t('inbox.stage'),
    key: 'stage',
    render: ({ stageName, status }) =>
      status === 'running' ? (stageName ?? <Muted>{t('common.none')}</Muted>) : <StatusTag status={status} />,
  },
  { title: t('inbox.startedAt'), key: 'startedAt', render: ({ startedAt }) => <DateTime at={startedAt} dayOnly /> },
  { title: t('inbox.deadline'), key: 'deadline', render: ({ deadline }) => <DeadlineTag deadline={deadline} /> },
];

/** Open cases that run on a version. */
export function VersionCases({ processKey, number, onClose }: { processKey: string; number: number; onClose: () => void }) {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  const [page, setPage] = useState(1);
  const query = useQuery(
    useCallback(() => api.processes.versionCases(processKey, number, page), [api, processKey, number, page]),
  );
  const columns = useMemo(() => columnsFor(t), [t]);
  const title = t('version.casesOf', { number });
  return (
    <Drawer open title={title} width={isPhone ? '100%' : WIDTH} onClose={onClose}>
      <Loaded query={query}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t('version.noCases')} hint={t('version.noCasesHint')} />
          ) : (
            <Flex vertical gap="middle">
              <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.instanceId} />
              <Pages current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
            </Flex>
          )
        }
      </Loaded>
    </Drawer>
  );
}
