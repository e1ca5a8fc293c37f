import { useCallback } from 'react';
import type { CalendarEffect, CalendarPreviewBody } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { useDebounced } from '../shared';

const PAUSE_IN_MS = 400;

/** What a change would do to deadlines, in numbers, before it is made. */
export function Effect({ change }: { change: CalendarPreviewBody | null }) {
  const t = useT();
  const api = useApi();
  const settled = useDebounced(change === null ? null : JSON.stringify(change), PAUSE_IN_MS);
  const query = useQuery(
    useCallback(
      // written just above
      async () => (settled === null ? null : api.calendars.preview(JSON.parse(settled) as CalendarPreviewBody)),
      [api, settled],
    ),
  );
  if (change === null) return <>{t('calendar.effectChoose')}</>;
  if (query.status !== 'ready' || query.data === null) return <>{t('calendar.effectUnknown')}</>;
  return <EffectWords effect={query.data} />;
}

/** The same where it is known already. */
export function EffectWords({ effect: { openCases, cases, moved, confirmed, kept } }: { effect: CalendarEffect }) {
  const t = useT();
  return (
    <>
      {t('calendar.effect', { moved, confirmed, cases, openCases })}
      {kept > 0 ? ` ${t('calendar.effectKept', { kept })}` : null} {t('calendar.effectAfter')}
    </>
  );
}
