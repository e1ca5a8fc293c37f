import { theme } from 'antd';
import type { CSSProperties, ReactNode } from 'react';

export interface PlainListProps<Item> {
  /** What it lists, for screen readers. */
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
}

/** The few rows of a part of the page, one below the other on every screen. */
export function PlainList<Item>({ label, items, keyOf, children }: PlainListProps<Item>) {
  const { token } = theme.useToken();
  const line = `${token.lineWidth}px solid ${token.colorBorderSecondary}`;
  const style = (index: number): CSSProperties => ({
    paddingBlock: token.paddingXS,
    borderTop: index === 0 ? undefined : line,
    overflowWrap: 'anywhere',
  });
  return (
    <ul aria-label={label} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {items.map((item, index) => (
        <li key={keyOf(item)} style={style(index)}>
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
