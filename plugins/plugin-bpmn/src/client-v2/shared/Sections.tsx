import { Select, Tabs } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useIsPhone } from './useIsPhone';

export interface SectionItem {
  key: string;
  label: string;
  children: ReactNode;
}

export interface SectionsProps {
  /** What is chosen, for screen readers. */
  label: string;
  items: SectionItem[];
  active: string;
  onChange: (key: string) => void;
}

const SELECT_STYLE = { width: '100%', marginBottom: 16 };

/** Parts of a page of which one is shown: tabs, or a select where tabs would not fit. */
export function Sections({ label, items, active, onChange }: SectionsProps) {
  const isPhone = useIsPhone();
  const options = useMemo(() => items.map(({ key, label: name }) => ({ value: key, label: name })), [items]);
  const select = (
    <Select value={active} onChange={onChange} options={options} aria-label={label} size="large" style={SELECT_STYLE} />
  );
  // one tree for both: what is under way in a part stays when a phone is turned
  return <Tabs activeKey={active} onChange={onChange} items={items} renderTabBar={isPhone ? () => select : undefined} />;
}
