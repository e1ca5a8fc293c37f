import { Alert } from 'antd';
import type { Failure } from '../api';
import { useT } from '../i18n';

/** A refusal next to what was tried. */
export function FailureAlert({ failure }: { failure: Failure | null }) {
  const t = useT();
  if (!failure) return null;
  return <Alert type="error" showIcon role="alert" message={failure.message ?? t('failure.broken')} />;
}
