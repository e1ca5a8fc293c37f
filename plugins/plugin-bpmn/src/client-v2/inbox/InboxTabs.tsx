import { Tabs } from 'antd';
import { useMemo } from 'react';
import type { InboxTab } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { ToggleButtons, useIsPhone } from '../shared';
import { TABS } from './useInboxQuery';

const TAB_TEXT: Record<InboxTab, TextKey> = {
  todo: 'inbox.todo',
  done: 'inbox.done',
  started: 'inbox.started',
  cc: 'inbox.cc',
};

export interface InboxTabsProps {
  active: InboxTab;
  /** Null while unknown. */
  counts: Record<InboxTab, number> | null;
  onChange: (tab: InboxTab) => void;
}

function PhoneTabs({ active, counts, onChange }: InboxTabsProps) {
  const t = useT();
  const options = useMemo(
    () =>
      TABS.map((tab) => ({
        value: tab,
        label: (
          <>
            {t(TAB_TEXT[tab])}
            <br />
            {counts ? counts[tab] : ' '}
          </>
        ),
      })),
    [t, counts],
  );
  return <ToggleButtons isWide label={t('inbox.tabs')} options={options} value={active} onChange={onChange} />;
}

/** The four lists with their counts. */
export function InboxTabs(props: InboxTabsProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const { active, counts, onChange } = props;
  const items = useMemo(
    () =>
      TABS.map((tab) => {
        const name = t(TAB_TEXT[tab]);
        return { key: tab, label: counts ? t('inbox.tabWithCount', { name, count: counts[tab] }) : name };
      }),
    [t, counts],
  );
  if (isPhone) return <PhoneTabs {...props} />;
  return <Tabs activeKey={active} onChange={(key) => onChange(TABS.find((tab) => tab === key) ?? 'todo')} items={items} />;
}
