import { Muted, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Input, theme } from 'antd';
import { useId } from 'react';
import type { FindingView } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { isDecided, type Decision } from './decisions';
import { kindText } from './words';

interface Props {
  finding: FindingView;
  /** From 1. */
  number: number;
  decision: Decision | undefined;
  isCurrent: boolean;
  fileNames: ReadonlyMap<string, string>;
  onDecide: (decision: Decision) => void;
  onCurrent: () => void;
}

type Piece = FindingView['pieces'][number];

function whereText({ place }: Piece, fileNames: Props['fileNames'], t: Translate): string {
  switch (place.kind) {
    case 'title':
      return t('redaction.inTitle');
    case 'block':
      if (place.row === undefined) return t('redaction.inBlock', { number: place.block + 1 });
      return t('redaction.inCell', { number: place.block + 1, row: place.row + 1, column: (place.cell ?? 0) + 1 });
    case 'fileName':
      return t('redaction.inFileName');
    case 'file':
      return t('redaction.inFile', { name: fileNames.get(place.fileId) ?? '' });
  }
}

function Context({ piece, fileNames }: { piece: Piece; fileNames: Props['fileNames'] }) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Muted small>{whereText(piece, fileNames, t)}</Muted>
      <div>
        {piece.before}
        <mark style={{ background: token.colorWarningBg, color: token.colorText }}>{piece.text}</mark>
        {piece.after}
      </div>
      <div>
        <Muted small>{t('redaction.becomes')}</Muted> <strong>{piece.mask}</strong>
      </div>
    </div>
  );
}

/** One finding: what it is and why, where, what it would become, and what is decided. */
export function FindingItem({ finding, number, decision, isCurrent, fileNames, onDecide, onCurrent }: Props) {
  const t = useT();
  const { token } = theme.useToken();
  const reasonId = useId();
  const kind = kindText(finding.kind, t);
  const isKept = decision?.decision === 'keep';
  return (
    <li
      tabIndex={isCurrent ? 0 : -1}
      data-item={finding.id}
      aria-current={isCurrent}
      aria-label={t('redaction.itemLabel', { number, kind, found: finding.found })}
      onFocus={onCurrent}
      style={{
        listStyle: 'none',
        padding: token.paddingSM,
        border: `${token.lineWidth}px solid ${isCurrent ? token.colorPrimary : token.colorBorderSecondary}`,
        borderRadius: token.borderRadius,
        background: isDecided(decision) ? token.colorFillQuaternary : token.colorBgContainer,
      }}
    >
      <Flex vertical gap="small">
        <Flex gap="small" wrap align="center">
          <strong>
            {number}. {kind}
          </strong>
          <ToneTag tone={finding.certainty === 'sure' ? 'danger' : 'warning'}>
            {t(finding.certainty === 'sure' ? 'redaction.sure' : 'redaction.likely')}
          </ToneTag>
          <Muted small>{finding.words}</Muted>
        </Flex>
        {finding.pieces.map((piece, index) => (
          <Context key={index} piece={piece} fileNames={fileNames} />
        ))}
        <Flex gap="small" wrap role="group" aria-label={t('redaction.decide', { number })}>
          <Button
            size="small"
            type={decision?.decision === 'mask' ? 'primary' : 'default'}
            aria-pressed={decision?.decision === 'mask'}
            onClick={() => onDecide({ decision: 'mask' })}
          >
            {t('redaction.mask')}
          </Button>
          <Button
            size="small"
            type={isKept ? 'primary' : 'default'}
            aria-pressed={isKept}
            onClick={() => onDecide({ decision: 'keep', reason: isKept ? decision.reason : '' })}
          >
            {t('redaction.keep')}
          </Button>
        </Flex>
        {isKept ? (
          <div>
            <label htmlFor={reasonId}>{t('redaction.reason')}</label>
            <Input
              id={reasonId}
              data-reason={finding.id}
              value={decision.reason}
              maxLength={300}
              status={decision.reason.trim() === '' ? 'warning' : undefined}
              placeholder={t('redaction.reasonPlaceholder')}
              onChange={(event) => onDecide({ decision: 'keep', reason: event.target.value })}
            />
          </div>
        ) : null}
      </Flex>
    </li>
  );
}
