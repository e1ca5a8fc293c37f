import { useMemo } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi } from '../api';
import { PlaceSelect } from '../shared';

interface PlaceFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (placeId: string) => void;
  /** Where the reader works. */
  readonly own: PlaceRef | null;
}

/** Any place: a try-out need not lie where the reader works. */
export function PlaceField({ own, ...field }: PlaceFieldProps) {
  const api = useApi();
  const known = useMemo(() => (own ? [own] : []), [own]);
  return <PlaceSelect {...field} find={api.parameters.places} own={known} />;
}
