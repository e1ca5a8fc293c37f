import { Button, Space } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';
import { RetryDialog, type IncidentDialogProps } from './RetryDialog';

function ResolveDialog({ incidentId, onDone, onCancel }: IncidentDialogProps) {
  const t = useT();
  const api = useApi();
  const { run, ...state } = useCommand(useCallback((note: string) => api.incidents.resolve(incidentId, note), [api, incidentId]));
  return (
    <ActDialog
      {...state}
      title={t('incident.resolve')}
      consequence={t('incident.resolveConsequence')}
      tone="warning"
      okText={t('incident.resolve')}
      reasonLabel={t('incident.note')}
      onOk={async ({ reason }) => {
        if (await run(reason)) onDone();
      }}
      onCancel={onCancel}
    />
  );
}

interface OpenIncident {
  readonly incidentId: string;
  readonly act: 'retry' | 'resolve';
}

export interface IncidentDialogs {
  show: (open: OpenIncident) => void;
  dialog: ReactNode;
}

/** The dialogs of a list's incidents, beside the list: a row becomes a card when a phone is turned, and would take its dialog along. */
export function useIncidentDialogs(onChanged: () => void): IncidentDialogs {
  const [open, setOpen] = useState<OpenIncident | null>(null);
  if (!open) return { show: setOpen, dialog: null };
  const onCancel = () => setOpen(null);
  const onDone = () => {
    onCancel();
    onChanged();
  };
  const Dialog = open.act === 'retry' ? RetryDialog : ResolveDialog;
  return { show: setOpen, dialog: <Dialog incidentId={open.incidentId} onDone={onDone} onCancel={onCancel} /> };
}

/** An incident is tried once more, or declared settled with a note. */
export function IncidentActions({ incidentId, show }: { incidentId: string } & Pick<IncidentDialogs, 'show'>) {
  const t = useT();
  return (
    <Space wrap>
      <Button size="small" onClick={() => show({ incidentId, act: 'retry' })}>
        {t('incident.retry')}
      </Button>
      <Button size="small" onClick={() => show({ incidentId, act: 'resolve' })}>
        {t('incident.resolve')}
      </Button>
    </Space>
  );
}
