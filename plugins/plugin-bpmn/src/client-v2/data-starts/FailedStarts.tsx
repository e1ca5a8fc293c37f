import { App, Button, theme } from 'antd';
import { useCallback } from 'react';
import type { DataStartRow } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { FailureAlert } from '../shared';

/** Records that could not start a case, each with its reason, and all of them tried again at once. */
export function FailedStarts({ rule, onRetried }: { rule: DataStartRow; onRetried: () => void }) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { token } = theme.useToken();
  const { run, isRunning, failure } = useCommand(useCallback(() => api.dataStarts.retry(rule.id), [api, rule.id]));
  return (
    <div>
      <strong style={{ color: token.colorErrorText }}>{t('dataStart.failed', { count: rule.failed.length })}</strong>
      <ul style={{ margin: `${token.marginXXS}px 0`, paddingInlineStart: token.marginMD }}>
        {rule.failed.map(({ jobId, recordId, text }) => (
          <li key={jobId}>{t('dataStart.failedOf', { id: recordId ?? '', text })}</li>
        ))}
      </ul>
      <Button
        size="small"
        loading={isRunning}
        onClick={async () => {
          const answer = await run();
          if (!answer) return;
          message.success(t('dataStart.retried', { count: answer.value.retried }));
          onRetried();
        }}
      >
        {t('dataStart.retry')}
      </Button>
      <FailureAlert failure={failure} />
    </div>
  );
}
