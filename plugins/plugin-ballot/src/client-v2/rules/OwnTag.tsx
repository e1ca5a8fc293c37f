import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import type { RuleRow } from '../../common/api';
import { useT } from '../i18n';

/** Whether something came with the software, and whether it is still what came. */
export function OwnTag({ of: { isOwn, isChanged } }: { of: Pick<RuleRow, 'isOwn' | 'isChanged'> }) {
  const t = useT();
  const text = isOwn ? t('rules.isOwn') : isChanged ? t('rules.changed') : '';
  return text === '' ? null : <Muted small> {text}</Muted>;
}
