import { DateTime, EmptyState, Loaded, Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Timeline } from 'antd';
import { useCallback } from 'react';
import type { JournalRow } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { useDesk } from './desk-context';
import { useDeskQuery } from './useDeskQuery';

function Entry({ row }: { row: JournalRow }) {
  return (
    <>
      <div style={{ overflowWrap: 'anywhere' }}>{row.text}</div>
      <Muted small>
        {row.by ? `${row.by.name} · ` : null}
        <DateTime at={row.at} /> · <code title={row.hash}>{row.hash.slice(0, 12)}</code>
      </Muted>
    </>
  );
}

/** What was done in this meeting and by whom, newest first; each line is chained to the one before. */
export function JournalPart() {
  const t = useT();
  const api = useApi();
  const { id } = useDesk().desk;
  const query = useDeskQuery(useCallback(() => api.meetings.journal(id), [api, id]));
  return (
    <Loaded query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('journal.none')} hint={t('journal.noneHint')} />
        ) : (
          <>
            <p>
              <Muted>{t('journal.lead')}</Muted>
            </p>
            <Timeline
              items={[...rows]
                .sort((a, b) => b.sequence - a.sequence)
                .map((row) => ({ key: row.sequence, children: <Entry row={row} /> }))}
            />
          </>
        )
      }
    </Loaded>
  );
}
