import { Alert, Button, Flex, Progress } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { MigrationPlanView, MigrationRequest } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { ActDialog, FailureAlert, Panel } from '../shared';
import { CaseOutcomes, ReasonCounts, type ShownCase } from './CaseOutcomes';
import { usePreview } from './usePreview';

interface StartProps {
  processKey: string;
  request: MigrationRequest;
  can: number;
  cannot: number;
}

/** Asks why, says what follows, and goes to where the progress is seen. */
function StartMigration({ processKey, request, can, cannot }: StartProps) {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const { run, ...state } = useCommand(
    useCallback((reason: string) => api.processes.migrate(processKey, { ...request, reason }), [api, processKey, request]),
  );
  return (
    <>
      <Button type="primary" disabled={can === 0} onClick={() => setIsOpen(true)}>
        {t('migration.start', { count: can })}
      </Button>
      {isOpen ? (
        <ActDialog
          {...state}
          title={t('migration.startTitle', { from: request.from, to: request.to })}
          consequence={t(cannot > 0 ? 'migration.consequenceWithout' : 'migration.consequence', { can, cannot })}
          tone="warning"
          okText={t('migration.begin')}
          onOk={async ({ reason }) => {
            const done = await run(reason);
            if (done) navigate(paths.migration(processKey, done.value.migrationId));
          }}
          onCancel={() => setIsOpen(false)}
        />
      ) : null}
    </>
  );
}

interface PreviewPanelProps {
  processKey: string;
  plan: MigrationPlanView;
  request: MigrationRequest;
}

/** Everything but the migration itself: which cases can, which cannot and why, what happens to each. */
export function PreviewPanel({ processKey, plan, request }: PreviewPanelProps) {
  const t = useT();
  const { preview, run } = usePreview(processKey, request);
  const cases = useMemo(
    () =>
      'cases' in preview
        ? preview.cases.map((one): ShownCase => ({ ...one, state: one.reasons.length > 0 ? 'cannot' : 'can' }))
        : [],
    [preview],
  );
  const cannot = cases.filter(({ state }) => state === 'cannot').length;
  const can = cases.length - cannot;
  const isRunning = preview.status === 'running';
  return (
    <Panel title={t('migration.preview')}>
      <Flex vertical gap="middle">
        <Flex gap="small" wrap>
          <Button onClick={() => void run()} loading={isRunning} disabled={plan.problem !== null || plan.cases === 0}>
            {t('migration.look')}
          </Button>
          {preview.status === 'done' ? (
            <StartMigration processKey={processKey} request={request} can={can} cannot={cannot} />
          ) : null}
        </Flex>
        {preview.status === 'none' ? <div>{t('migration.lookHint')}</div> : null}
        {isRunning ? (
          <Progress
            aria-label={t('migration.looking')}
            percent={preview.total === 0 ? 0 : Math.round((100 * cases.length) / preview.total)}
          />
        ) : null}
        {preview.status === 'failed' ? <FailureAlert failure={preview.failure} /> : null}
        {preview.status === 'done' ? (
          <div role="status">
            <Alert
              type={cannot > 0 ? 'warning' : 'success'}
              showIcon
              message={t('migration.counts', { can, cannot })}
              description={cannot > 0 ? <ReasonCounts cases={cases} /> : null}
            />
          </div>
        ) : null}
        {cases.length > 0 ? <CaseOutcomes cases={cases} /> : null}
      </Flex>
    </Panel>
  );
}
