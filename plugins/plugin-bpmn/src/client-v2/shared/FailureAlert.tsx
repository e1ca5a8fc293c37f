import { Alert, Button } from 'antd';
import type { Failure } from '../api';
import { useT } from '../i18n';
import { failureText } from './failureText';

export interface FailureAlertProps {
  failure: Failure | null;
  /** Offered when somebody was faster. */
  onReload?: () => void;
}

/** A refusal next to what was tried. */
export function FailureAlert({ failure, onReload }: FailureAlertProps) {
  const t = useT();
  if (!failure) return null;
  const mayHaveChanged = failure.kind === 'conflict' && onReload !== undefined;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      message={failureText(failure, t)}
      action={
        mayHaveChanged ? (
          <Button size="small" onClick={onReload}>
            {t('common.reload')}
          </Button>
        ) : null
      }
    />
  );
}
