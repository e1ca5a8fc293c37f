import { useLanguage } from '@wuxin/plugin-bpmn/client-v2';
import type { NoticeRow } from '../../common/api';
import { useT } from '../i18n';
import { dayInWords, daysBetween } from './days';
import { OUTCOME_TEXT } from './words';

export type Period = Pick<NoticeRow, 'status' | 'startsOn' | 'endsOn' | 'outcome'>;

/** How much is left of a period, in words; empty where there is none to tell of. */
export function usePeriodWords(): (period: Period, today: string) => string {
  const t = useT();
  const language = useLanguage();
  return ({ status, endsOn, outcome }, today) => {
    if (outcome) return t(OUTCOME_TEXT[outcome]);
    if (status === 'posting') return t('notice.periodNotBegun');
    if (endsOn === null) return '';
    const day = dayInWords(endsOn, language, today);
    if (status !== 'running') return t('notice.periodWas', { day });
    const left = daysBetween(today, endsOn);
    if (left > 0) return t('notice.periodLeft', { days: left, day });
    return t(left === 0 ? 'notice.periodLastDay' : 'notice.periodOver', { day });
  };
}
