import { useCallback } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

export interface PublishDialogProps {
  processKey: string;
  /** Of the draft. */
  number: number;
  /** Cases that go on with the versions before. */
  running: number;
  /** Parameters without which no case can start. */
  unconfirmed: number;
  onDone: () => void;
  onCancel: () => void;
}

/** Publishes a draft with a note, and says before for whom it holds. */
export function PublishDialog({ processKey, number, running, unconfirmed, onDone, onCancel }: PublishDialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(useCallback((note: string) => api.processes.publish(processKey, note), [api, processKey]));
  return (
    <ActDialog
      {...state}
      title={t('publish.title', { number })}
      consequence={
        <>
          {t('publish.consequence', { running })}
          {unconfirmed > 0 ? ` ${t('publish.unconfirmed', { count: unconfirmed })}` : null}
        </>
      }
      tone={unconfirmed > 0 ? 'warning' : 'info'}
      okText={t('publish.button')}
      reasonLabel={t('publish.note')}
      onOk={async ({ reason }) => {
        if (await run(reason)) onDone();
      }}
      onCancel={onCancel}
    />
  );
}
