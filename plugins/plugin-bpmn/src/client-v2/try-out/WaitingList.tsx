import { WarningOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import type { TryOutIncident, TryOutStep, TryOutView, TryOutWaiting } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { formatInstant, Muted, ToneTag } from '../shared';
import { AnswerDialog } from './AnswerDialog';

const WAITS: Record<TryOutWaiting['kind'], TextKey> = {
  work: 'tryOut.waits.work',
  timer: 'tryOut.waits.timer',
  message: 'tryOut.waits.message',
  signal: 'tryOut.waits.signal',
  condition: 'tryOut.waits.condition',
};

type Answered = (Pick<TryOutWaiting, 'caseId' | 'elementId' | 'nth' | 'name'> & { readonly step: 'answer' | 'receive' }) | null;

interface WaitingListProps {
  readonly view: TryOutView;
  readonly isWorking: boolean;
  readonly onStep: (step: TryOutStep) => void;
}

/** What is waited for beside people, and what cannot go on. */
export function WaitingList({ view: { waiting, incidents }, isWorking, onStep }: WaitingListProps) {
  const t = useT();
  const [answered, setAnswered] = useState<Answered>(null);
  if (waiting.length === 0 && incidents.length === 0) return null;
  return (
    <>
      <ul aria-label={t('tryOut.waiting')} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {incidents.map((incident) => (
          <Incident
            key={`${incident.caseId} ${incident.elementId} ${incident.nth}`}
            incident={incident}
            isWorking={isWorking}
            onAnswer={() => setAnswered({ ...incident, step: 'answer' })}
          />
        ))}
        {waiting.map((one) => (
          <Waiting
            key={`${one.caseId} ${one.kind} ${one.elementId} ${one.nth}`}
            waiting={one}
            isWorking={isWorking}
            onAnswer={() => setAnswered({ ...one, step: one.kind === 'work' ? 'answer' : 'receive' })}
            onWait={(until) => onStep({ kind: 'wait', until })}
          />
        ))}
      </ul>
      {answered ? (
        <AnswerDialog
          name={answered.name}
          onDone={(variables) => {
            const { caseId, elementId, nth, step: kind } = answered;
            setAnswered(null);
            onStep({ kind, caseId, elementId, nth, variables });
          }}
          onCancel={() => setAnswered(null)}
        />
      ) : null}
    </>
  );
}

function Incident({ incident, isWorking, onAnswer }: { incident: TryOutIncident; isWorking: boolean; onAnswer: () => void }) {
  const t = useT();
  return (
    <li>
      <Flex gap="small" wrap align="baseline">
        <ToneTag tone="danger" icon={<WarningOutlined />}>
          {incident.name}
        </ToneTag>
        <span style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>{incident.text}</span>
        <Button size="small" disabled={isWorking} aria-label={t('tryOut.goOnAt', { name: incident.name })} onClick={onAnswer}>
          {t('tryOut.goOn')}
        </Button>
      </Flex>
    </li>
  );
}

interface WaitingProps {
  readonly waiting: TryOutWaiting;
  readonly isWorking: boolean;
  readonly onAnswer: () => void;
  readonly onWait: (until: number) => void;
}

function Waiting({ waiting: { kind, name, dueAt, message }, isWorking, onAnswer, onWait }: WaitingProps) {
  const t = useT();
  return (
    <li>
      <Flex gap="small" wrap align="baseline">
        <span style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
          {t(WAITS[kind], { name, message: message ?? '' })}
          {dueAt === null ? null : <Muted small> {formatInstant(dueAt)}</Muted>}
        </span>
        {kind === 'timer' && dueAt !== null ? (
          <Button size="small" disabled={isWorking} aria-label={t('tryOut.untilAt', { name })} onClick={() => onWait(dueAt)}>
            {t('tryOut.untilThen')}
          </Button>
        ) : null}
        {kind === 'timer' || kind === 'condition' ? null : (
          <Button size="small" disabled={isWorking} aria-label={t('tryOut.goOnAt', { name })} onClick={onAnswer}>
            {t(kind === 'work' ? 'tryOut.done' : 'tryOut.received')}
          </Button>
        )}
      </Flex>
    </li>
  );
}
