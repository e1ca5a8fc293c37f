import { App, Button } from 'antd';
import { useCallback, useState } from 'react';
import type { StandInRow } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

/** Ends a stand-in early, or cancels one that has not begun. */
export function RevokeStandIn({ row, onChanged }: { row: StandInRow; onChanged: () => void }) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const [isAsking, setIsAsking] = useState(false);
  const { run, ...state } = useCommand(useCallback((reason: string) => api.standIns.revoke(row.id, reason), [api, row.id]));
  const names = { absent: row.absent.name, standIn: row.standIn.name };
  const isComing = row.state === 'coming';
  const act = isComing ? t('standIn.cancel') : t('standIn.end');
  return (
    <>
      <Button size="small" danger onClick={() => setIsAsking(true)} aria-label={t('standIn.endOf', { act, ...names })}>
        {act}
      </Button>
      {isAsking ? (
        <ActDialog
          {...state}
          title={act}
          tone="warning"
          consequence={
            isComing
              ? t('standIn.cancelConsequence', names)
              : t('standIn.endConsequence', { ...names, count: row.openTasks ?? 0 })
          }
          okText={act}
          isDanger
          onOk={async ({ reason }) => {
            if (!(await run(reason))) return;
            setIsAsking(false);
            message.success(t('standIn.ended'));
            onChanged();
          }}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
