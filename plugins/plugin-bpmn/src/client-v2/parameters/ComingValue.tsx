import type { ParameterRow } from '../../common/api';
import { useT } from '../i18n';
import { DateTime, Muted } from '../shared';
import { valueInWords } from './parameterWords';

/** What will hold later, below what holds now; nothing where no change is to come. */
export function ComingValue({ parameter }: { parameter: ParameterRow }) {
  const t = useT();
  const { coming } = parameter;
  if (coming === null) return null;
  const value = valueInWords(coming.value, parameter, t);
  return (
    <>
      <br />
      <Muted small>
        {coming.place && coming.place.id !== parameter.place?.id
          ? t('parameter.comingOf', { value, place: coming.place.name })
          : t('parameter.coming', { value })}{' '}
        <DateTime at={coming.effectiveFrom} dayOnly />
      </Muted>
    </>
  );
}
