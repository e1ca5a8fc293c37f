import { useCallback } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi } from '../api';
import { PlaceSelect } from '../shared';

export interface PlaceFieldProps {
  id?: string;
  value?: string;
  onChange?: (placeId: string) => void;
  processKey: string;
  /** Where the reader works. */
  own: PlaceRef[];
}

/** Where a case takes place: searched among the places at which the reader may start this process. */
export function PlaceField({ processKey, ...field }: PlaceFieldProps) {
  const api = useApi();
  const find = useCallback((search: string) => api.processes.startPlaces(processKey, search), [api, processKey]);
  return <PlaceSelect {...field} find={find} />;
}
