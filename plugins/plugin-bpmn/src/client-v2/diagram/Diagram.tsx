import { AimOutlined, ExpandOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Space, Spin, theme } from 'antd';
import { useMemo, type CSSProperties } from 'react';
import { useT } from '../i18n';
import type { DiagramHandle } from './contract';
import { useDiagram, type DiagramInput } from './useDiagram';

export interface DiagramProps extends DiagramInput {
  /** What the drawing shows, for screen readers; the same facts must stand in a list nearby. */
  label: string;
  height?: CSSProperties['height'];
  /** What to call the way back to what is `revealed`, for somebody who has moved the drawing away from it. */
  revealLabel?: string;
}

interface Paper {
  /** For the style sheet of the diagram. */
  colours: Record<string, string>;
  background: string;
}

/** Diagrams are drawn on light paper in every theme: black lines and the bpmn.io mark stay readable. */
function usePaper(): Paper {
  const { token } = theme.useToken();
  return useMemo(() => {
    const paper = theme.getDesignToken({ token: { colorPrimary: token.colorPrimary } });
    const colours = {
      '--wuxin-paper': paper.colorBgContainer,
      '--wuxin-ahead': paper.colorTextQuaternary,
      '--wuxin-ahead-fill': paper.colorFillSecondary,
      '--wuxin-passed': paper['green-8'],
      '--wuxin-passed-fill': paper.colorSuccessBg,
      '--wuxin-current': paper['blue-7'],
      '--wuxin-current-fill': paper.colorInfoBg,
      '--wuxin-warning': paper['gold-7'],
      '--wuxin-warning-fill': paper.colorWarningBg,
      '--wuxin-danger': paper['red-7'],
      '--wuxin-danger-fill': paper.colorErrorBg,
    };
    return { colours, background: paper.colorBgContainer };
  }, [token.colorPrimary]);
}

type ViewButtonsProps = Pick<DiagramProps, 'revealed' | 'revealLabel'> & { handle: DiagramHandle | null };

function ViewButtons({ handle, revealed, revealLabel }: ViewButtonsProps) {
  const t = useT();
  return (
    <Space.Compact>
      {revealed && revealLabel ? (
        <Button icon={<AimOutlined aria-hidden />} onClick={() => handle?.reveal(revealed)}>
          {revealLabel}
        </Button>
      ) : null}
      <Button
        icon={<ZoomInOutlined aria-hidden />}
        aria-label={t('diagram.zoomIn')}
        title={t('diagram.zoomIn')}
        onClick={() => handle?.zoom('in')}
      />
      <Button
        icon={<ZoomOutOutlined aria-hidden />}
        aria-label={t('diagram.zoomOut')}
        title={t('diagram.zoomOut')}
        onClick={() => handle?.zoom('out')}
      />
      <Button
        icon={<ExpandOutlined aria-hidden />}
        aria-label={t('diagram.fit')}
        title={t('diagram.fit')}
        onClick={() => handle?.zoom('fit')}
      />
    </Space.Compact>
  );
}

/** A read-only BPMN diagram. Its buttons stand above it, so that nothing covers the bpmn.io mark in the lower corner. */
export function Diagram({ label, height = 420, revealLabel, ...input }: DiagramProps) {
  const t = useT();
  const { token } = theme.useToken();
  const paper = usePaper();
  const { container, overview, state, handle } = useDiagram(input);
  const border = `${token.lineWidth}px solid ${token.colorBorderSecondary}`;
  if (state === 'notLoaded') return <Alert type="warning" showIcon message={t('diagram.notLoaded')} />;
  return (
    <div style={paper.colours}>
      {state === 'unreadable' ? <Alert type="warning" showIcon message={t('diagram.unreadable')} /> : null}
      <div hidden={state === 'unreadable'}>
        <Flex wrap justify="space-between" align="end" gap="small" style={{ marginBottom: token.marginXS }}>
          <div
            ref={overview}
            aria-hidden
            hidden
            className="wuxin-overview"
            title={t('diagram.overview')}
            style={{ border, borderRadius: token.borderRadius, background: paper.background }}
          />
          <span style={{ flex: '1 1 0', color: token.colorTextSecondary, fontSize: token.fontSizeSM }}>
            {t('diagram.moving')}
          </span>
          <ViewButtons handle={handle} revealed={input.revealed} revealLabel={revealLabel} />
        </Flex>
        <Spin spinning={state === 'loading'}>
          <div
            ref={container}
            role="group"
            aria-label={label}
            className="wuxin-diagram"
            style={{ height, border, borderRadius: token.borderRadius, background: paper.background, overflow: 'hidden' }}
          />
        </Spin>
      </div>
    </div>
  );
}
