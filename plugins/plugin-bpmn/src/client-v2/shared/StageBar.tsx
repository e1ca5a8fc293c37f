import { CheckOutlined, EnvironmentFilled } from '@ant-design/icons';
import { Flex, theme } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import type { StageView } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { Muted } from './Muted';
import { formatDate } from './time';
import { useIsPhone } from './useIsPhone';
import { VisuallyHidden } from './VisuallyHidden';

const STATE_TEXT: Record<StageView['state'], TextKey> = {
  passed: 'stage.passed',
  current: 'stage.current',
  upcoming: 'stage.upcoming',
};

function useStageStyle(state: StageView['state']): CSSProperties {
  const { token } = theme.useToken();
  const base: CSSProperties = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: token.marginXXS,
    paddingInline: token.paddingXS,
    lineHeight: `${token.controlHeightSM}px`,
    borderRadius: token.borderRadius,
    border: `${token.lineWidth}px solid ${token.colorBorderSecondary}`,
    whiteSpace: 'nowrap',
  };
  if (state === 'current')
    return { ...base, borderColor: token.colorPrimary, background: token.colorPrimaryBg, fontWeight: token.fontWeightStrong };
  if (state === 'passed') return { ...base, background: token.colorSuccessBg, borderColor: token.colorSuccessBorder };
  return { ...base, color: token.colorTextSecondary };
}

const MARK: Record<StageView['state'], ReactNode> = {
  passed: <CheckOutlined aria-hidden />,
  current: <EnvironmentFilled aria-hidden />,
  upcoming: null,
};

function Stage({ stage, position }: { stage: StageView; position: number }) {
  const t = useT();
  const style = useStageStyle(stage.state);
  return (
    <li
      aria-current={stage.state === 'current' ? 'step' : undefined}
      style={style}
      title={stage.enteredAt ? t('stage.since', { at: formatDate(stage.enteredAt) }) : undefined}
    >
      {MARK[stage.state]}
      <span>
        {position}. {stage.name}
        <VisuallyHidden>{t(STATE_TEXT[stage.state])}</VisuallyHidden>
      </span>
    </li>
  );
}

function StageSummary({ stages }: { stages: StageView[] }) {
  const t = useT();
  const index = stages.findIndex(({ state }) => state === 'current');
  const current = stages[index];
  const next = stages.slice(index + 1).find(({ state }) => state === 'upcoming');
  if (!current) return null;
  return (
    <div>
      <strong>{t('stage.position', { position: index + 1, total: stages.length, name: current.name })}</strong>
      {next ? (
        <div>
          <Muted small>{t('stage.next', { name: next.name })}</Muted>
        </div>
      ) : null}
    </div>
  );
}

/** Where a case stands; on a phone first in one sentence, then as a list that may be scrolled. */
export function StageBar({ stages }: { stages: StageView[] }) {
  const t = useT();
  const isPhone = useIsPhone();
  if (stages.length === 0) return null;
  return (
    <Flex vertical gap="small">
      {isPhone ? <StageSummary stages={stages} /> : null}
      <ol
        aria-label={t('stage.bar')}
        style={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 'inherit',
          rowGap: 4,
          columnGap: 8,
          listStyle: 'none',
          margin: 0,
          padding: 0,
        }}
      >
        {stages.map((stage, index) => (
          <Stage key={stage.key} stage={stage} position={index + 1} />
        ))}
      </ol>
    </Flex>
  );
}
