import { Button, Descriptions, Flex, Progress } from 'antd';
import { useCallback, useEffect, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { MigrationRun, MigrationRunDetail } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import {
  AddressPages,
  DateTime,
  FailureAlert,
  Loaded,
  PageFrame,
  pageOf,
  Panel,
  ToneTag,
  useAddressFilter,
  useIsPhone,
} from '../shared';
import { CaseOutcomes, type ShownCase } from './CaseOutcomes';
import { RUN_TONE } from './RunList';

const PAGE = 20;
/** Often enough to see it move, seldom enough not to keep the server busy. */
const LOOK_AGAIN_MS = 1500;

function RunActions({ run, onChanged }: { run: MigrationRun; onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const isRunning = run.status === 'running';
  const act = useCommand(
    useCallback(
      () => (isRunning ? api.processes.stopMigration(run.id) : api.processes.continueMigration(run.id)),
      [api, isRunning, run.id],
    ),
  );
  if (run.status === 'completed') return null;
  return (
    <Flex vertical gap="small">
      <div>
        <Button loading={act.isRunning} onClick={async () => (await act.run()) && onChanged()}>
          {t(isRunning ? 'migration.stop' : 'migration.continue')}
        </Button>
      </div>
      <FailureAlert failure={act.failure} onReload={onChanged} />
    </Flex>
  );
}

function Facts({ detail: { run, moved } }: { detail: MigrationRunDetail }) {
  const t = useT();
  const isPhone = useIsPhone();
  const items = [
    { key: 'by', label: t('migration.by'), children: run.startedByName },
    { key: 'at', label: t('migration.startedAt'), children: <DateTime at={run.startedAt} /> },
    { key: 'reason', label: t('act.reason'), children: run.reason },
    { key: 'deadlines', label: t('migration.deadlines'), children: t(`migration.deadlines.${run.deadlines}`) },
    ...(moved.length > 0
      ? [
          {
            key: 'moved',
            label: t('migration.moved'),
            children: moved.map(({ from, to }) => t('migration.movedLine', { from, to })).join(t('common.listSeparator')),
          },
        ]
      : []),
  ];
  return <Descriptions size="small" column={1} bordered={!isPhone} items={items} />;
}

function Run({ detail, onChanged }: { detail: MigrationRunDetail; onChanged: () => void }) {
  const t = useT();
  const { run } = detail;
  const done = run.migrated + run.refused;
  const cases = useMemo(() => detail.cases.map(({ status, ...one }): ShownCase => ({ ...one, state: status })), [detail.cases]);
  return (
    <Flex vertical gap="middle">
      <Panel title={t('migration.progress')}>
        <Flex vertical gap="small">
          <Progress
            aria-label={t('migration.progress')}
            percent={run.total === 0 ? 100 : Math.round((100 * done) / run.total)}
            status={run.status === 'running' ? 'active' : 'normal'}
          />
          <div role="status">
            <ToneTag tone={RUN_TONE[run.status]}>{t(`migration.run.${run.status}`)}</ToneTag>{' '}
            {t('migration.runCounts', { migrated: run.migrated, refused: run.refused, waiting: run.total - done })}
          </div>
          <RunActions run={run} onChanged={onChanged} />
        </Flex>
      </Panel>
      <Panel title={t('migration.record')}>
        <Facts detail={detail} />
      </Panel>
      <Panel title={t('migration.caseList')}>
        <CaseOutcomes cases={cases} />
        <AddressPages pageSize={PAGE} total={run.total} />
      </Panel>
    </Flex>
  );
}

/** One migration: how far it is, what became of each case, and who began it why. */
export function MigrationRunPage() {
  const t = useT();
  const api = useApi();
  const { key = '', id = '' } = useParams();
  const { search } = useAddressFilter<never>();
  const page = pageOf(search);
  const query = useQuery(useCallback(() => api.processes.migration(id, page, PAGE), [api, id, page]));
  const { reload } = query;
  const isRunning = query.status === 'ready' && query.data.run.status === 'running';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, reload]);
  const detail = query.status === 'ready' ? query.data : null;
  const title = detail
    ? t('migration.runTitle', { name: detail.processName, from: detail.run.from, to: detail.run.to })
    : t('migration.runs');
  return (
    <PageFrame title={title} back={{ to: `${paths.process(key)}?tab=versions`, label: detail?.processName ?? key }}>
      <Loaded query={query}>{(data) => <Run detail={data} onChanged={reload} />}</Loaded>
    </PageFrame>
  );
}
