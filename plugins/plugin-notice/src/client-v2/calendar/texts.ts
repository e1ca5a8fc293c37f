import { useLanguage, type Tone } from '@wuxin/plugin-bpmn/client-v2';
import type {
  DisclosureCadence,
  DisclosureCertainty,
  DisclosureClass,
  DisclosureRow,
  DisclosureState,
  DisclosureStatus,
} from '../../common/api';
import type { TextKey } from '../i18n';

export { useT } from '../i18n';

export const CLASSES = ['party', 'residents', 'finance'] as const satisfies readonly DisclosureClass[];

export const CLASS_TEXT = {
  party: 'disclosure.class.party',
  residents: 'disclosure.class.residents',
  finance: 'disclosure.class.finance',
} as const satisfies Record<DisclosureClass, TextKey>;

export const STATE_TEXT = {
  due: 'disclosure.state.due',
  overdue: 'disclosure.state.overdue',
  published: 'disclosure.state.published',
  late: 'disclosure.state.late',
  waived: 'disclosure.state.waived',
} as const satisfies Record<DisclosureState, TextKey>;

export const STATE_TONE = {
  due: 'info',
  overdue: 'danger',
  published: 'success',
  late: 'warning',
  waived: 'neutral',
} as const satisfies Record<DisclosureState, Tone>;

export const STATUS_TEXT = {
  due: 'disclosure.status.due',
  drafted: 'disclosure.status.drafted',
  reviewed: 'disclosure.status.reviewed',
  published: 'disclosure.status.published',
  archived: 'disclosure.status.archived',
  waived: 'disclosure.status.waived',
} as const satisfies Record<DisclosureStatus, TextKey>;

export const CADENCE_TEXT = {
  monthly: 'disclosure.cadence.monthly',
  quarterly: 'disclosure.cadence.quarterly',
  yearly: 'disclosure.cadence.yearly',
  onEvent: 'disclosure.cadence.onEvent',
} as const satisfies Record<DisclosureCadence, TextKey>;

export const PERIODIC = ['monthly', 'quarterly', 'yearly'] as const satisfies readonly DisclosureCadence[];

export const CERTAINTIES = ['found', 'known', 'unsure'] as const satisfies readonly DisclosureCertainty[];

/** By itself, not after a source. */
export const CERTAINTY_WORD = {
  found: 'disclosure.certaintyWord.found',
  known: 'disclosure.certaintyWord.known',
  unsure: 'disclosure.certaintyWord.unsure',
} as const satisfies Record<DisclosureCertainty, TextKey>;

export const CERTAINTY_TEXT = {
  found: 'disclosure.certainty.found',
  known: 'disclosure.certainty.known',
  unsure: 'disclosure.certainty.unsure',
} as const satisfies Record<DisclosureCertainty, TextKey>;

/** Picks the reader's language out of what comes in both. */
export function useTitle(): (named: { readonly title: string; readonly titleEn: string }) => string {
  const language = useLanguage();
  return ({ title, titleEn }) => (language === 'en-US' && titleEn !== '' ? titleEn : title);
}

/** What a row is about: an event by what happened, anything else by its period. */
export const occasionOf = ({ matter, period }: Pick<DisclosureRow, 'matter' | 'period'>): string => matter ?? period;
