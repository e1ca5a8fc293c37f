import type { FeelValue } from '@wuxin/feel';
import { DmnError } from '../errors';
import type { TypeName } from '../model';
import { orNull, passes, type Place } from './context';

/** The value as one of the type; null with a problem when it is none. */
export function typed(place: Place, value: FeelValue, typeRef: TypeName): FeelValue {
  return orNull(place.run, () => mustConform(place, value, typeRef));
}

/** @throws DmnError `dmn.wrongType` when the value is none of the type */
export function mustConform(place: Place, value: FeelValue, typeRef: TypeName): FeelValue {
  const conforming = place.types.conform(value, typeRef, (tests, part) => passes(place, tests, part, {}));
  if (conforming === undefined) throw new DmnError('dmn.wrongType', { wanted: typeRef });
  return conforming;
}
