import { TextLink } from '@wuxin/plugin-bpmn/client-v2';
import { Alert } from 'antd';
import type { NoticeDesk } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { useDesk } from './desk-context';

/** Why the approver gave it back; null once it was submitted again. */
function returnedText({ status, journal }: NoticeDesk): string | null {
  if (status !== 'draft') return null;
  const last = journal
    .toSorted((a, b) => b.sequence - a.sequence)
    .find(({ kind }) => kind === 'returned' || kind === 'submitted');
  return last?.kind === 'returned' ? last.text : null;
}

/** What has to be known before anything is done. */
export function Alerts() {
  const t = useT();
  const { notice } = useDesk();
  const returned = returnedText(notice);
  const isVoid = notice.status === 'draft' && notice.check !== null && !notice.check.isCurrent;
  return (
    <>
      {returned ? <Alert type="warning" showIcon message={returned} /> : null}
      {isVoid ? <Alert type="warning" showIcon message={t('noticeDesk.checkVoidHint')} /> : null}
      {notice.previous ? (
        <Alert
          type="info"
          showIcon
          message={
            <>
              {t('noticeDesk.corrects')} <TextLink to={paths.desk(notice.previous.id)}>{notice.previous.number}</TextLink>
            </>
          }
        />
      ) : null}
    </>
  );
}
