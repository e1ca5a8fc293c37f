import { useCallback } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { Muted } from '../shared';

/** Whom a new value there touches, in numbers; and whom not. */
export function ReachLine({ parameterKey, placeId }: { parameterKey: string; placeId: string | null }) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.parameters.reach(parameterKey, placeId), [api, parameterKey, placeId]));
  if (query.status === 'loading') return <Muted>{t('common.loading')}</Muted>;
  if (query.status === 'failed') return <span role="alert">{query.failure.message ?? t('failure.broken')}</span>;
  const { processes, places, runningCases } = query.data;
  return (
    <span role="status">
      {t('parameter.reach', {
        processes: processes.length,
        names: processes.map(({ name }) => name).join(t('common.listSeparator')),
        places,
        cases: runningCases,
      })}
    </span>
  );
}
