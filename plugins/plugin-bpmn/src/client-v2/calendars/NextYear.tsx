import { Alert } from 'antd';
import { useT } from '../i18n';
import { useNow } from '../shared';

/** Notices come out in November: from then on deadlines reach into a year of which nothing may be known. */
const MONTHS_BEFORE = 2;

/** Says that the holidays of the coming year are still missing, whatever year is looked at. */
export function NextYear({ coveredUntil }: { coveredUntil: string }) {
  const t = useT();
  const now = new Date(useNow());
  const soon = new Date(now.getFullYear(), now.getMonth() + MONTHS_BEFORE, now.getDate());
  const year = Number(coveredUntil.slice(0, 4)) + 1;
  if (soon.getFullYear() < year) return null;
  return (
    <Alert
      type="warning"
      showIcon
      message={t('calendar.import.nextYear', { year })}
      description={t('calendar.import.nextYearWhy', { year })}
    />
  );
}
