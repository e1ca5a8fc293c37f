import { Loaded, Muted, PageFrame, Sections, useAddressFilter, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { App } from 'antd';
import { useCallback } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi } from './api';
import { CalendarTab, type FilterKey } from './CalendarTab';
import { CatalogueTab } from './CatalogueTab';
import { OverdueTab } from './OverdueTab';
import { useT } from './texts';

const PARTS = ['calendar', 'overdue', 'catalogue'] as const;

function Parts({ places }: { places: readonly PlaceRef[] }) {
  const t = useT();
  const { search, change } = useAddressFilter<FilterKey>();
  const items = [
    { key: 'calendar', label: t('disclosure.calendar'), children: <CalendarTab places={places} /> },
    { key: 'overdue', label: t('disclosure.overdue'), children: <OverdueTab /> },
    { key: 'catalogue', label: t('disclosure.catalogue'), children: <CatalogueTab places={places} /> },
  ];
  const active = PARTS.find((part) => part === search.get('part')) ?? 'calendar';
  return <Sections label={t('disclosure.part')} items={items} active={active} onChange={(part) => change({ part })} />;
}

/** 党务、居务、财务公开: the calendar of a place, what is overdue, and the catalogue. */
export function DisclosuresPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.places(''), [api]));
  return (
    <App>
      <PageFrame title={t('disclosure.pageTitle')} subtitle={<Muted>{t('disclosure.lead')}</Muted>}>
        <Loaded query={query}>{(places) => <Parts places={places} />}</Loaded>
      </PageFrame>
    </App>
  );
}
