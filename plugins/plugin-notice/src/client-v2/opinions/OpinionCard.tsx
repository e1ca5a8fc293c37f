import { DateTime, Muted, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Card, Flex, theme } from 'antd';
import { useState } from 'react';
import type { OpinionRow } from '../../common/api';
import { DecideForm } from './DecideForm';
import { Giver } from './Giver';
import { CHANNEL_TEXT, OPINION_TEXT, OPINION_TONE, useT } from './texts';

interface OpinionCardProps {
  opinion: OpinionRow;
  mayDecide: boolean;
  mayReveal: boolean;
  /** Its form is open without being asked for. */
  isNext: boolean;
  /** What it shows is to be asked for again. */
  onDone: () => void;
  /** The journal has one line more. */
  onLooked: () => void;
}

/** One opinion: its words, what became of it, and the form for that. */
export function OpinionCard({ opinion, mayDecide, mayReveal, isNext, onDone, onLooked }: OpinionCardProps) {
  const t = useT();
  const { token } = theme.useToken();
  const [isOpen, setIsOpen] = useState(false);
  const { id, number, channel, receivedOn, lateReason, text, status, reason, decidedBy, decidedAt } = opinion;
  const isDeciding = mayDecide && (isOpen || isNext);
  return (
    <Card size="small" style={isNext && mayDecide ? { borderColor: token.colorPrimary } : undefined}>
      <Flex vertical gap="small">
        <Flex gap="small" wrap align="center">
          <strong>{t('opinion.page.numbered', { number })}</strong>
          <ToneTag tone={OPINION_TONE[status]}>{t(OPINION_TEXT[status])}</ToneTag>
          <Muted small>{t('objection.page.receivedBy', { receivedOn, channel: t(CHANNEL_TEXT[channel]) })}</Muted>
          {mayReveal ? <Giver opinionId={id} onDone={onLooked} /> : null}
        </Flex>
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: token.fontSizeLG }}>{text}</div>
        {lateReason === null ? null : <Muted small>{t('objection.page.lateBecause', { reason: lateReason })}</Muted>}
        {reason === null || isDeciding ? null : (
          <div style={{ overflowWrap: 'anywhere' }}>
            {t('opinion.page.because', { reason })}{' '}
            <Muted small>
              {decidedBy === null ? null : `${decidedBy.name} · `}
              {decidedAt === null ? null : <DateTime at={decidedAt} />}
            </Muted>
          </div>
        )}
        {isDeciding ? (
          <DecideForm
            opinion={opinion}
            onDone={() => {
              setIsOpen(false);
              onDone();
            }}
            onCancel={isOpen ? () => setIsOpen(false) : undefined}
          />
        ) : null}
        {mayDecide && !isDeciding ? (
          <div>
            <Button onClick={() => setIsOpen(true)}>
              {t(status === 'received' ? 'opinion.page.decide' : 'opinion.page.decideAgain')}
            </Button>
          </div>
        ) : null}
      </Flex>
    </Card>
  );
}
