import type { WaitingReason } from '../../common/api';
import type { Translate } from '../i18n';
import { formatInstant } from '../shared';

export interface WaitingWords {
  /** What the case waits for. */
  what: string;
  /** What a reader may want to know besides; null when nothing. */
  more: string | null;
  tone: 'normal' | 'trouble';
}

const normal = (what: string, more: string | null = null): WaitingWords => ({ what, more, tone: 'normal' });
const trouble = (what: string, more: string | null = null): WaitingWords => ({ what, more, tone: 'trouble' });

type Call = Extract<WaitingReason, { kind: 'call' }>;

/** Everybody who could do it, in words. */
export function whoActs(people: { name: string }[], groups: string[], t: Translate): string {
  const names = [...people.map(({ name }) => name), ...groups];
  return names.length > 0 ? names.join(t('common.listSeparator')) : t('waiting.nobody');
}

function describeCall({ people, groups, elementName: element, hasIncident }: Call, t: Translate): WaitingWords {
  const isHeld = people.length + groups.length > 0;
  const what = isHeld ? t('waiting.callHeld', { element, who: whoActs(people, groups, t) }) : t('waiting.call', { element });
  return hasIncident ? trouble(what, t('waiting.callIncident')) : normal(what);
}

/** Why a case does not move, in words that need no knowledge of BPMN. */
export function describeWaiting(reason: WaitingReason, t: Translate): WaitingWords {
  switch (reason.kind) {
    case 'task':
      return normal(t('waiting.task', { who: whoActs(reason.people, reason.groups, t), element: reason.elementName }));
    case 'timer':
      return normal(t('waiting.timer', { element: reason.elementName, at: formatInstant(reason.dueAt) }));
    case 'message':
      return normal(t('waiting.message', { element: reason.elementName, name: reason.name }));
    case 'condition':
      return normal(t('waiting.condition', { element: reason.elementName }));
    case 'activity':
      return normal(t('waiting.activity', { element: reason.elementName }), reason.text);
    case 'job': {
      const next = reason.nextAttemptAt === null ? null : t('waiting.nextAttempt', { at: formatInstant(reason.nextAttemptAt) });
      if (reason.lastFailure === null) return normal(t('waiting.job', { element: reason.elementName }), next);
      const failed = t('waiting.jobFailed', { count: reason.attempts, error: reason.lastFailure });
      return trouble(t('waiting.job', { element: reason.elementName }), [failed, next].filter(Boolean).join(' '));
    }
    case 'call':
      return describeCall(reason, t);
    case 'join':
      return reason.elementName === null
        ? normal(t('waiting.joinUnnamed', { elements: reason.awaited.join(t('common.listSeparator')) }))
        : normal(t('waiting.join', { element: reason.elementName }));
    case 'incident':
      return trouble(t('waiting.incident', { element: reason.elementName }), reason.text);
    case 'suspended':
      return trouble(t('waiting.suspended'), reason.reason || null);
  }
}
