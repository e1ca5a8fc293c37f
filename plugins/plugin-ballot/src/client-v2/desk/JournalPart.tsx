import { EmptyState, Loaded, Muted } from '@wuxin/plugin-bpmn/client-v2';
import { useCallback } from 'react';
import { useApi } from '../api';
import { useT } from '../i18n';
import { JournalLines } from '../shared';
import { useDesk } from './desk-context';
import { useDeskQuery } from './useDeskQuery';

/** What was done in this meeting and by whom. */
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
            <JournalLines rows={rows} />
          </>
        )
      }
    </Loaded>
  );
}
