import { theme } from 'antd';
import type { CSSProperties, ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface ToneTagProps {
  tone: Tone;
  icon?: ReactNode;
  children: ReactNode;
}

function useTone(tone: Tone): { icon: string; background: string; border: string } {
  const { token } = theme.useToken();
  switch (tone) {
    case 'neutral':
      return { icon: token.colorTextSecondary, background: token.colorFillQuaternary, border: token.colorBorderSecondary };
    case 'info':
      return { icon: token.colorInfo, background: token.colorInfoBg, border: token.colorInfoBorder };
    case 'success':
      return { icon: token.colorSuccess, background: token.colorSuccessBg, border: token.colorSuccessBorder };
    case 'warning':
      return { icon: token.colorWarning, background: token.colorWarningBg, border: token.colorWarningBorder };
    case 'danger':
      return { icon: token.colorError, background: token.colorErrorBg, border: token.colorErrorBorder };
  }
}

/** A tag whose words stay in the text colour: antd's own coloured tags fall below AA contrast. */
export function ToneTag({ tone, icon, children }: ToneTagProps) {
  const { token } = theme.useToken();
  const { icon: iconColor, background, border } = useTone(tone);
  const style: CSSProperties = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: token.marginXXS,
    maxWidth: '100%',
    paddingInline: token.paddingXS,
    border: `${token.lineWidth}px solid ${border}`,
    borderRadius: token.borderRadiusSM,
    background,
    color: token.colorText,
    fontSize: token.fontSizeSM,
    lineHeight: `${token.controlHeightSM - 2 * token.lineWidth}px`,
    whiteSpace: 'nowrap',
  };
  return (
    <span style={style}>
      {icon ? (
        <span aria-hidden style={{ color: iconColor }}>
          {icon}
        </span>
      ) : null}
      {children}
    </span>
  );
}
