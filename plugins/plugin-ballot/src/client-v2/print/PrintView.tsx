import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../i18n';
import { FullScreen } from '../shared';
import './print.css';

export interface PrintViewProps {
  title: string;
  /** What has to be known before it is closed. */
  note?: string;
  closeText?: string;
  onClose: () => void;
  /** Sheets. */
  children: ReactNode;
}

/** Sheets as they will be printed, over all of the page; the browser prints nothing else. */
export function PrintView({ title, note, closeText, onClose, children }: PrintViewProps) {
  const t = useT();
  return (
    <FullScreen label={title} className="wuxin-print" onClose={onClose}>
      <div className="wuxin-print-bar">
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('print.print')}
        </Button>
        <Button onClick={onClose}>{closeText ?? t('common.close')}</Button>
        <strong>{title}</strong>
        {note ? <span>{note}</span> : null}
      </div>
      <div className="wuxin-print-pages">{children}</div>
    </FullScreen>
  );
}

/** One page of A4; what is longer goes on on the next. */
export function Sheet({ children }: { children: ReactNode }) {
  return <section className="wuxin-sheet">{children}</section>;
}

/** One page of A4 that is cut into so many pieces. */
export function CutSheet({ rows, columns = 1, children }: { rows: number; columns?: number; children: ReactNode }) {
  const style = { gridTemplate: `repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))` };
  return (
    <section className="wuxin-sheet wuxin-cut" style={style}>
      {children}
    </section>
  );
}

/** Lines to sign on. */
export function SignLines({ labels }: { labels: readonly string[] }) {
  const t = useT();
  return (
    <div className="wuxin-sign">
      {labels.map((label, index) => (
        <span key={index}>
          {t('print.signLine', { label })}
          <span className="wuxin-line" />
        </span>
      ))}
    </div>
  );
}
