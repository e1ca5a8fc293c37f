import { Spin, theme } from 'antd';
import { useMemo, type RefObject } from 'react';
import { useT } from '../i18n';

/** Where is drawn: on light paper in every theme, so that black lines and the bpmn.io mark stay readable. Nothing lies over the mark. */
export function DrawingArea({
  container,
  name,
  isLoading,
}: {
  container: RefObject<HTMLDivElement>;
  name: string;
  isLoading: boolean;
}) {
  const t = useT();
  const { token } = theme.useToken();
  const paper = useMemo(() => {
    const light = theme.getDesignToken({ token: { colorPrimary: token.colorPrimary } });
    return {
      '--wuxin-current': light['blue-7'],
      '--wuxin-warning': light['gold-7'],
      '--wuxin-danger': light['red-7'],
      'background': light.colorBgContainer,
    };
  }, [token.colorPrimary]);
  return (
    <div
      style={{
        position: 'relative',
        flex: 1,
        minWidth: 0,
        border: `1px solid ${token.colorBorderSecondary}`,
        borderRadius: token.borderRadius,
        overflow: 'hidden',
        ...paper,
      }}
    >
      {isLoading ? (
        <Spin style={{ position: 'absolute', inset: 0, margin: 'auto', height: token.controlHeightLG, zIndex: 1 }} />
      ) : null}
      <div
        ref={container}
        role="application"
        aria-label={t('designer.drawing', { name })}
        aria-description={t('designer.keysHere')}
        className="wuxin-designer"
        style={{ height: '100%' }}
      />
    </div>
  );
}
