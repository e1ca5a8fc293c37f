import { ExpandOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Alert, Button, Space, Spin, theme } from 'antd';
import { useMemo, type CSSProperties } from 'react';
import { useT } from '../i18n';
import type { DiagramHandle } from './contract';
import { useDiagram, type DiagramInput } from './useDiagram';

export interface DiagramProps extends DiagramInput {
  /** What the drawing shows, for screen readers; the same facts must stand in a list nearby. */
  label: string;
  height?: CSSProperties['height'];
}

/** Diagrams are drawn on light paper in every theme: black lines and the bpmn.io mark stay readable. */
function usePaper(): CSSProperties {
  const { token } = theme.useToken();
  return useMemo(() => {
    const paper = theme.getDesignToken({ token: { colorPrimary: token.colorPrimary } });
    const colours: Record<string, string> = {
      '--wuxin-paper': paper.colorBgContainer,
      '--wuxin-passed': paper['green-8'],
      '--wuxin-passed-fill': paper.colorSuccessBg,
      '--wuxin-current': paper['blue-7'],
      '--wuxin-current-fill': paper.colorInfoBg,
      '--wuxin-warning': paper['gold-7'],
      '--wuxin-warning-fill': paper.colorWarningBg,
      '--wuxin-danger': paper['red-7'],
      '--wuxin-danger-fill': paper.colorErrorBg,
    };
    return { ...colours, background: paper.colorBgContainer };
  }, [token.colorPrimary]);
}

function ZoomButtons({ handle }: { handle: DiagramHandle | null }) {
  const t = useT();
  return (
    <Space.Compact>
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
export function Diagram({ label, height = 420, ...input }: DiagramProps) {
  const t = useT();
  const { token } = theme.useToken();
  const paper = usePaper();
  const { container, state, handle } = useDiagram(input);
  if (state === 'notLoaded') return <Alert type="warning" showIcon message={t('diagram.notLoaded')} />;
  return (
    <div>
      {state === 'unreadable' ? <Alert type="warning" showIcon message={t('diagram.unreadable')} /> : null}
      <div hidden={state === 'unreadable'}>
        <div
          style={{
            display: 'flex',
            justifyContent: 'space-between',
            alignItems: 'center',
            gap: token.marginXS,
            marginBottom: token.marginXS,
          }}
        >
          <span style={{ color: token.colorTextSecondary, fontSize: token.fontSizeSM }}>{t('diagram.moving')}</span>
          <ZoomButtons handle={handle} />
        </div>
        <Spin spinning={state === 'loading'}>
          <div
            ref={container}
            role="group"
            aria-label={label}
            className="wuxin-diagram"
            style={{
              ...paper,
              height,
              border: `${token.lineWidth}px solid ${token.colorBorderSecondary}`,
              borderRadius: token.borderRadius,
              overflow: 'hidden',
            }}
          />
        </Spin>
      </div>
    </div>
  );
}
