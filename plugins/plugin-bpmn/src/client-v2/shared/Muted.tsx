import { theme } from 'antd';
import type { CSSProperties, ReactNode } from 'react';

/** Less important text that still has AA contrast (antd's "secondary" has not). */
export function Muted({ children, small = false }: { children: ReactNode; small?: boolean }) {
  const { token } = theme.useToken();
  const style: CSSProperties = { color: token.colorTextSecondary, ...(small ? { fontSize: token.fontSizeSM } : {}) };
  return <span style={style}>{children}</span>;
}
