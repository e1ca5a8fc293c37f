import { useMemo } from 'react';
import { useT } from '../../i18n';

/** In which a deadline is counted. */
export function useUnits() {
  const t = useT();
  return useMemo(
    () => [
      { value: 'workingDays', label: t('designer.unit.workingDays') },
      { value: 'calendarDays', label: t('designer.unit.calendarDays') },
      { value: 'hours', label: t('designer.unit.hours') },
    ],
    [t],
  );
}
