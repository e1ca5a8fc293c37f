import { CheckOutlined, CloudSyncOutlined, WarningOutlined } from '@ant-design/icons';
import { useT } from '../i18n';
import { formatClock, formatInstant, Muted } from '../shared';
import type { DraftState } from './useDraft';

/** Whether what was typed is safe; announced politely. */
export function DraftNote({ state }: { state: DraftState }) {
  return (
    <span role="status">
      <Muted small>
        <Words state={state} />
      </Muted>
    </span>
  );
}

function Words({ state }: { state: DraftState }) {
  const t = useT();
  switch (state.status) {
    case 'unchanged':
      return state.savedAt === null ? null : <>{t('task.draftFrom', { at: formatInstant(state.savedAt) })}</>;
    case 'changed':
      return <>{t('task.draftChanged')}</>;
    case 'saving':
      return (
        <>
          <CloudSyncOutlined aria-hidden /> {t('task.draftSaving')}
        </>
      );
    case 'saved':
      return (
        <>
          <CheckOutlined aria-hidden /> {t('task.draftSaved', { at: formatClock(state.savedAt) })}
        </>
      );
    case 'failed':
      return (
        <>
          <WarningOutlined aria-hidden /> {t('task.draftFailed')}
        </>
      );
  }
}
