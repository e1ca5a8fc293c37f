import { EmptyState, Loaded, useAddressFilter, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi } from './api';
import { DisclosureDrawer } from './DisclosureDrawer';
import { PlaceLine } from './PlaceLine';
import { RecordEvent } from './RecordEvent';
import { useT } from './texts';
import { YearView } from './YearView';

export type FilterKey = 'place' | 'year' | 'part';

/** The year in the address, else this one. */
function useYear(): number {
  const { search } = useAddressFilter<FilterKey>();
  const asked = Number(search.get('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : new Date().getFullYear();
}

function YearOf({ placeId, year }: { placeId: string; year: number }) {
  const api = useApi();
  const [openId, setOpenId] = useState<string | null>(null);
  const query = useQuery(useCallback(() => api.year(placeId, year), [api, placeId, year]));
  return (
    <>
      <Loaded query={query}>
        {(found) => (
          <Flex vertical gap="middle" align="stretch">
            {found.mayRecord ? (
              <div>
                <RecordEvent placeId={placeId} today={found.today} onDone={query.reload} />
              </div>
            ) : null}
            <YearView year={found} onOpen={setOpenId} />
          </Flex>
        )}
      </Loaded>
      {openId === null ? null : <DisclosureDrawer id={openId} onClose={() => setOpenId(null)} onDone={query.reload} />}
    </>
  );
}

function Chooser({ places, placeId, year }: { places: readonly PlaceRef[]; placeId: string; year: number }) {
  const t = useT();
  const { change } = useAddressFilter<FilterKey>();
  return (
    <Flex gap="small" wrap align="center">
      <PlaceLine places={places} placeId={placeId} />
      <Flex gap="small" align="center">
        <Button aria-label={t('disclosure.yearBefore')} onClick={() => change({ year: String(year - 1) })}>
          ‹
        </Button>
        <strong>{t('disclosure.year', { year })}</strong>
        <Button aria-label={t('disclosure.yearAfter')} onClick={() => change({ year: String(year + 1) })}>
          ›
        </Button>
      </Flex>
    </Flex>
  );
}

/** 公开日历 of one place. */
export function CalendarTab({ places }: { places: readonly PlaceRef[] }) {
  const t = useT();
  const { search } = useAddressFilter<FilterKey>();
  const year = useYear();
  const placeId = search.get('place') ?? places[0]?.id;
  if (placeId === undefined) return <EmptyState title={t('disclosure.noPlace')} hint={t('disclosure.noPlaceHint')} />;
  return (
    <Flex vertical gap="middle">
      <Chooser places={places} placeId={placeId} year={year} />
      <YearOf placeId={placeId} year={year} />
    </Flex>
  );
}
