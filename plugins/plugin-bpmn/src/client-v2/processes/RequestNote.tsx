import { Alert } from 'antd';
import type { ProcessRow } from '../../common/api';
import { useT } from '../i18n';
import { formatInstant } from '../shared';

/** On the page of a process: that somebody asks for its draft to be published, and what they say. */
export function RequestNote({ process: { publishRequest } }: { process: ProcessRow }) {
  const t = useT();
  if (!publishRequest) return null;
  const { by, at, note } = publishRequest;
  return (
    <Alert
      type="info"
      showIcon
      message={t('twoPeople.askedAlready', { name: by.name, at: formatInstant(at) })}
      description={note || undefined}
    />
  );
}
