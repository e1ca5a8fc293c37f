import { useCallback } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

interface RollBackDialogProps {
  readonly processKey: string;
  /** Of the version that shall be in force again. */
  readonly number: number;
  /** Cases that go on with the versions that they have. */
  readonly running: number;
  readonly hasDraft: boolean;
  readonly onDone: (number: number) => void;
  readonly onCancel: () => void;
}

/** Publishes an earlier version again, with the reason, and says before for whom it holds. */
export function RollBackDialog({ processKey, number, running, hasDraft, onDone, onCancel }: RollBackDialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(
    useCallback((reason: string) => api.processes.rollBack(processKey, number, reason), [api, processKey, number]),
  );
  return (
    <ActDialog
      {...state}
      title={t('version.rollBackTo', { number })}
      consequence={
        <>
          {t('version.rollBackConsequence', { number, running })}
          {hasDraft ? ` ${t('version.rollBackDraft')}` : null}
        </>
      }
      tone="warning"
      okText={t('version.rollBack')}
      onOk={async ({ reason }) => {
        const answer = await run(reason);
        if (answer) onDone(answer.value.number);
      }}
      onCancel={onCancel}
    />
  );
}
