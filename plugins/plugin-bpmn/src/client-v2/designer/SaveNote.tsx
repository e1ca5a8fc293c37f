import { CheckOutlined, CloudSyncOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useT } from '../i18n';
import { failureText, formatClock, Muted } from '../shared';
import type { Saving } from './useSaving';

/** Whether what was drawn is safe, and of which version it is the draft; announced politely. */
export function SaveNote({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const t = useT();
  return (
    <Flex gap="small" align="center">
      <span role="status">
        <Muted small>
          <Words saving={saving} />
        </Muted>
      </span>
      {saving.state.kind === 'failed' ? (
        <Button size="small" onClick={onRetry}>
          {t('designer.saveAgain')}
        </Button>
      ) : null}
    </Flex>
  );
}

function Words({ saving: { state, number } }: { saving: Saving }) {
  const t = useT();
  switch (state.kind) {
    case 'saved':
      if (number === null || state.at === null) return <>{t('designer.noDraftYet')}</>;
      return (
        <>
          <CheckOutlined aria-hidden /> {t('designer.saved', { number, at: formatClock(state.at) })}
        </>
      );
    case 'unsaved':
      return <>{t('designer.unsaved')}</>;
    case 'saving':
      return (
        <>
          <CloudSyncOutlined aria-hidden /> {t('designer.saving')}
        </>
      );
    case 'failed':
      return (
        <>
          <WarningOutlined aria-hidden /> {t('designer.saveFailed', { reason: failureText(state.failure, t) })}
        </>
      );
    case 'conflict':
      return (
        <>
          <WarningOutlined aria-hidden /> {t('designer.notSaved')}
        </>
      );
  }
}
