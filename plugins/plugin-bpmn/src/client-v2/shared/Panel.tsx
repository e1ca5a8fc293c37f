import { Card } from 'antd';
import type { ReactNode } from 'react';

export interface PanelProps {
  title: string;
  extra?: ReactNode;
  children: ReactNode;
}

/** One titled part of a page; the title is a real heading for screen readers. */
export function Panel({ title, extra, children }: PanelProps) {
  return (
    <Card size="small" title={<h2 style={{ font: 'inherit', margin: 0 }}>{title}</h2>} extra={extra}>
      {children}
    </Card>
  );
}
