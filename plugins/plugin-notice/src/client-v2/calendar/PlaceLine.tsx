import { useAddressFilter } from '@wuxin/plugin-bpmn/client-v2';
import { useId } from 'react';
import type { PlaceRef } from '../../common/api';
import { PlaceChoice } from './PlaceChoice';
import { useT } from './texts';

/** Which place is looked at; it stands in the address. */
export function PlaceLine({ places, placeId }: { places: readonly PlaceRef[]; placeId: string }) {
  const t = useT();
  const id = useId();
  const { change } = useAddressFilter<'place'>();
  return (
    <>
      <label htmlFor={id}>{t('disclosure.place')}</label>
      <div style={{ minWidth: 200, flex: '0 1 280px' }}>
        <PlaceChoice id={id} value={placeId} known={places} onChange={(next) => change({ place: next })} />
      </div>
    </>
  );
}
