import { HourglassOutlined, WarningOutlined } from '@ant-design/icons';
import { Flex, theme } from 'antd';
import { useState, type ReactNode } from 'react';
import type { TrackedInstance, WaitingReason } from '../../common/api';
import { useT } from '../i18n';
import { IncidentActions, useIncidentDialogs, type IncidentDialogs } from '../incidents';
import { paths } from '../routes';
import { DateTime, DeadlineLine, Muted, Panel, TextLink } from '../shared';
import { RemindButton, RemindDialog, type WaitingTask } from './RemindButton';
import { describeWaiting } from './waiting';

export interface WaitingDialogs {
  show: IncidentDialogs['show'];
  remind: (reason: WaitingTask) => void;
  /** Rendered by the page: what it is built of changes when a phone is turned, and an open dialog stays. */
  dialogs: ReactNode;
}

/** What can be asked and said about what a case waits for. */
export function useWaitingDialogs(onChanged: () => void): WaitingDialogs {
  const { show, dialog } = useIncidentDialogs(onChanged);
  const [reminding, remind] = useState<WaitingTask | null>(null);
  const reminder = reminding ? <RemindDialog reason={reminding} onChanged={onChanged} onClose={() => remind(null)} /> : null;
  const dialogs = (
    <>
      {dialog}
      {reminder}
    </>
  );
  return { show, remind, dialogs };
}

interface ReasonProps extends Pick<WaitingDialogs, 'show' | 'remind'> {
  reason: WaitingReason;
  may: TrackedInstance['may'];
}

function ReasonExtras({ reason, may, show, remind }: ReasonProps) {
  const t = useT();
  switch (reason.kind) {
    case 'task':
      return (
        <>
          {reason.deadline ? <DeadlineLine deadline={reason.deadline} /> : null}
          {may.remind ? (
            <div>
              <RemindButton reason={reason} onPress={() => remind(reason)} />
            </div>
          ) : null}
        </>
      );
    case 'call':
      return (
        <>
          {reason.deadline ? <DeadlineLine deadline={reason.deadline} /> : null}
          <TextLink to={paths.instance(reason.instanceId)}>{reason.title}</TextLink>
        </>
      );
    case 'activity':
      return reason.address ? <TextLink to={reason.address}>{t('waiting.goThere')}</TextLink> : null;
    case 'incident':
      return may.resolveIncidents ? <IncidentActions incidentId={reason.incidentId} show={show} /> : null;
    default:
      return null;
  }
}

function Reason(props: ReasonProps) {
  const t = useT();
  const { token } = theme.useToken();
  const { reason } = props;
  const words = describeWaiting(reason, t);
  const isTrouble = words.tone === 'trouble';
  return (
    <li style={{ display: 'flex', gap: token.marginXS }}>
      <span aria-hidden style={{ color: isTrouble ? token.colorError : token.colorPrimary }}>
        {isTrouble ? <WarningOutlined /> : <HourglassOutlined />}
      </span>
      <Flex vertical gap={token.marginXXS}>
        <strong>{words.what}</strong>
        {words.more ? <span style={{ overflowWrap: 'anywhere' }}>{words.more}</span> : null}
        <Muted small>
          {t('waiting.since')} <DateTime at={reason.since} />
        </Muted>
        <ReasonExtras {...props} />
      </Flex>
    </li>
  );
}

const keyOf = (reason: WaitingReason, index: number) =>
  'elementId' in reason ? `${reason.elementId}-${reason.kind}-${index}` : reason.kind;

/** "Why is this waiting?": for whom or what, since when, and what can be done about it. */
export function WaitingPanel({ tracked, ask }: { tracked: TrackedInstance; ask: WaitingDialogs }) {
  const t = useT();
  if (tracked.waiting.length === 0) return null;
  return (
    <Panel title={t('waiting.title')}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
        {tracked.waiting.map((reason, index) => (
          <Reason key={keyOf(reason, index)} reason={reason} may={tracked.may} show={ask.show} remind={ask.remind} />
        ))}
      </ul>
    </Panel>
  );
}
