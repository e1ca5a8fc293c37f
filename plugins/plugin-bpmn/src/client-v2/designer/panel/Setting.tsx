import { theme } from 'antd';
import { useId, type ReactNode } from 'react';
import { Muted } from '../../shared';

/** One labelled field of the panel; `children` gets the id that the label points to. */
export function Setting({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const { token } = theme.useToken();
  const id = useId();
  return (
    <div style={{ marginBottom: token.marginSM }}>
      <label htmlFor={id} style={{ display: 'block', marginBottom: token.marginXXS, color: token.colorTextSecondary }}>
        {label}
      </label>
      {children(id)}
      {hint ? <Muted small>{hint}</Muted> : null}
    </div>
  );
}

/** A part of the panel with a heading of its own. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const { token } = theme.useToken();
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ paddingBlock: token.paddingXS, borderTop: `1px solid ${token.colorBorderSecondary}` }}>
      <h3 id={id} style={{ font: 'inherit', fontWeight: token.fontWeightStrong, margin: `0 0 ${token.marginXS}px` }}>
        {title}
      </h3>
      {children}
    </section>
  );
}
