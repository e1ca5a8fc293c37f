import { ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import type { DisclosureRow } from '../../common/api';
import { STATE_TEXT, STATE_TONE, useT } from './texts';

/** How a disclosure stands; late and overdue with the days. */
export function StateTag({ state, lateDays }: Pick<DisclosureRow, 'state' | 'lateDays'>) {
  const t = useT();
  return <ToneTag tone={STATE_TONE[state]}>{t(STATE_TEXT[state], { days: lateDays })}</ToneTag>;
}
