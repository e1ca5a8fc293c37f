import type { ParameterView } from '../../common/api';
import type { TextKey, Translate } from '../i18n';

/** A value as people read it. */
export function valueInWords(value: unknown, unit: string | null, t: Translate): string {
  if (value === null || value === undefined) return t('common.none');
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  return unit ? `${text} ${unit}` : text;
}

const KIND_TEXT: Record<'statutory' | 'policy', TextKey> = { statutory: 'parameter.statutory', policy: 'parameter.policy' };

/** The limit with its kind, or null when there is none. */
export function limitInWords({ floor, ceiling, unit, limitKind }: ParameterView, t: Translate): string | null {
  const parts = [
    floor === null ? null : t('parameter.atLeast', { value: valueInWords(floor, unit, t) }),
    ceiling === null ? null : t('parameter.atMost', { value: valueInWords(ceiling, unit, t) }),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const limit = parts.join(t('common.listSeparator'));
  return limitKind ? t('parameter.limitOfKind', { kind: t(KIND_TEXT[limitKind]), limit }) : limit;
}
