import { Timeline } from 'antd';
import { useMemo } from 'react';
import type { TryOutEntry, TryOutView } from '../../common/api';
import { useT } from '../i18n';
import { formatInstant, Muted } from '../shared';

const COLOUR: Record<TryOutEntry['kind'], string> = { way: 'blue', reason: 'gray', told: 'gray', time: 'orange', trouble: 'red' };

/** What happened and why, the newest first. */
export function Story({ view: { entries, cases } }: { view: TryOutView }) {
  const t = useT();
  const items = useMemo(() => {
    const names = new Map(cases.map(({ id, processName }) => [id, processName]));
    return [...entries].reverse().map((entry, index) => ({
      key: entries.length - index,
      color: COLOUR[entry.kind],
      children: (
        <div style={{ overflowWrap: 'anywhere' }}>
          {entry.text}{' '}
          <Muted small>
            {formatInstant(entry.at)}
            {entry.caseId === cases[0]?.id ? null : ` · ${names.get(entry.caseId) ?? ''}`}
          </Muted>
        </div>
      ),
    }));
  }, [entries, cases]);
  return (
    <div tabIndex={0} role="group" aria-label={t('tryOut.story')} style={{ maxHeight: 480, overflowY: 'auto', paddingTop: 8 }}>
      <Timeline items={items} />
    </div>
  );
}
