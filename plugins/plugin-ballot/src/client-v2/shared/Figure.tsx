import { theme } from 'antd';
import type { ReactNode } from 'react';

export interface FigureProps {
  label: string;
  value: ReactNode;
  /** Under the number. */
  note?: ReactNode;
  isWarning?: boolean;
}

/** A number that is read from across a room. */
export function Figure({ label, value, note, isWarning = false }: FigureProps) {
  const { token } = theme.useToken();
  return (
    <div style={{ minWidth: 0 }}>
      <dt style={{ color: token.colorTextSecondary }}>{label}</dt>
      <dd style={{ margin: 0 }}>
        <span
          style={{
            fontSize: 'clamp(32px, 4vw, 56px)',
            lineHeight: 1.2,
            fontWeight: token.fontWeightStrong,
            fontVariantNumeric: 'tabular-nums',
            color: isWarning ? token.colorErrorActive : token.colorText,
          }}
        >
          {value}
        </span>
        {note ? <div style={{ color: token.colorTextSecondary, fontSize: token.fontSizeSM }}>{note}</div> : null}
      </dd>
    </div>
  );
}
