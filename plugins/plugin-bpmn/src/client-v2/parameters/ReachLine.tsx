import { WarningOutlined } from '@ant-design/icons';
import { useCallback } from 'react';
import type { ParameterReach } from '../../common/api';
import { isSameKind } from '../../common/parameters';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { failureText, Muted, ToneTag, useDebounced } from '../shared';

const PAUSE_MS = 300;

export interface ReachLineProps {
  parameterKey: string;
  placeId: string | null;
  /** What it would be; missing while nothing else than today's value is meant. */
  value?: unknown;
}

/** What published processes say about values that would contradict each other; nobody is kept from saving them. */
function Contradictions({ contradictions }: Pick<ParameterReach, 'contradictions'>) {
  const t = useT();
  if (contradictions.length === 0) return null;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {contradictions.map(({ processName, text }) => (
        <li key={`${processName} ${text}`}>
          <ToneTag tone="warning" icon={<WarningOutlined />}>
            {t('check.warning')}
          </ToneTag>{' '}
          <strong>{t('parameter.contradictionOf', { process: processName, text })}</strong>
        </li>
      ))}
    </ul>
  );
}

/** Whom a new value there touches, in numbers; whom not; and what it would contradict. */
export function ReachLine({ parameterKey, placeId, value }: ReachLineProps) {
  const t = useT();
  const api = useApi();
  const wanted = useDebounced(value, PAUSE_MS);
  const query = useQuery(
    useCallback(() => api.parameters.reach(parameterKey, { placeId, value: wanted }), [api, parameterKey, placeId, wanted]),
  );
  if (query.status === 'loading') return <Muted>{t('common.loading')}</Muted>;
  if (query.status === 'failed') return <span role="alert">{failureText(query.failure, t)}</span>;
  const { processes, places, runningCases, contradictions } = query.data;
  return (
    <div role="status">
      {t('parameter.reach', {
        processes: processes.length,
        names: processes.map(({ name }) => name).join(t('common.listSeparator')),
        places,
        cases: runningCases,
      })}
      <Contradictions contradictions={contradictions} />
    </div>
  );
}

/** What stands in a field, once it is a value that the parameter can have. */
export const wantedValue = (typed: unknown, current: unknown): unknown =>
  typed !== undefined && typed !== null && isSameKind(typed, current) ? typed : undefined;
