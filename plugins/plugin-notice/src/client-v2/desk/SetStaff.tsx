import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { useApi } from '../api';
import { useT } from '../i18n';
import { StaffFields, staffOf, staffValues, type StaffValues } from '../shared';
import { useDesk } from './desk-context';

interface Values extends ActValues {
  staff?: StaffValues;
}

/** Somebody fell ill: whoever does what is changed while it hangs, too. */
export function SetStaff() {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  return (
    <Act<Values>
      label={t('noticeDesk.setStaff')}
      consequence={t('noticeDesk.setStaffConsequence')}
      reasonLabel={t('noticeDesk.reason')}
      initialValues={{ staff: staffValues(notice.staff) }}
      run={({ staff, reason }) => api.notices.setStaff(notice.id, staffOf(staff), reason)}
      done={t('noticeDesk.staffSet')}
      onDone={reload}
    >
      <StaffFields known={notice.staff} />
    </Act>
  );
}
