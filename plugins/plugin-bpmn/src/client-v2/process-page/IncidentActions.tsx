import { Button, Space } from 'antd';
import { useCallback, useState } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog, FailureAlert } from '../shared';

export interface IncidentActionsProps {
  incidentId: string;
  onChanged: () => void;
}

/** An incident is tried once more, or declared settled with a note. */
export function IncidentActions({ incidentId, onChanged }: IncidentActionsProps) {
  const t = useT();
  const api = useApi();
  const [isResolving, setIsResolving] = useState(false);
  const retry = useCommand(useCallback(() => api.incidents.retry(incidentId), [api, incidentId]));
  const { run: resolve, ...resolving } = useCommand(
    useCallback((note: string) => api.incidents.resolve(incidentId, note), [api, incidentId]),
  );
  return (
    <>
      <Space>
        <Button
          size="small"
          loading={retry.isRunning}
          onClick={async () => {
            if (await retry.run()) onChanged();
          }}
        >
          {t('incident.retry')}
        </Button>
        <Button size="small" onClick={() => setIsResolving(true)}>
          {t('incident.resolve')}
        </Button>
      </Space>
      <FailureAlert failure={retry.failure} />
      {isResolving ? (
        <ActDialog
          {...resolving}
          title={t('incident.resolve')}
          consequence={t('incident.resolveConsequence')}
          tone="warning"
          okText={t('incident.resolve')}
          reasonLabel={t('incident.note')}
          onOk={async ({ reason }) => {
            if (!(await resolve(reason))) return;
            setIsResolving(false);
            onChanged();
          }}
          onCancel={() => setIsResolving(false)}
        />
      ) : null}
    </>
  );
}
