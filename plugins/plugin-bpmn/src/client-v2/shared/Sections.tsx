import { Flex, Select, Tabs } from 'antd';
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

/** Parts of a page of which one is shown: tabs, or a select where tabs would not fit. */
export function Sections({ label, items, active, onChange }: SectionsProps) {
  const isPhone = useIsPhone();
  const options = useMemo(() => items.map(({ key, label: name }) => ({ value: key, label: name })), [items]);
  if (!isPhone) return <Tabs activeKey={active} onChange={onChange} items={items} />;
  return (
    <Flex vertical gap="middle">
      <Select value={active} onChange={onChange} options={options} aria-label={label} size="large" />
      {items.find(({ key }) => key === active)?.children}
    </Flex>
  );
}
