import type { ActValues } from '@wuxin/plugin-bpmn/client-v2';
import type { RuleRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { Act } from '../shared';
import { NumberFields } from './ConfirmRule';
import { groupOf, isOrdinary, onlyClause, type FractionValue } from './fractions';

interface Values extends ActValues {
  hasQuorum: boolean;
  quorum: FractionValue;
  approval: FractionValue;
}

/** Other numbers for a rule of one share each; what is put together of several is no ordinary case. */
export function EditRule({ row, onDone }: { row: RuleRow; onDone: () => void }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { rule } = row;
  const [quorum, approval] = [onlyClause(rule.quorum), onlyClause(rule.approval)];
  if (!isOrdinary(rule) || !approval) return null;
  return (
    <Act<Values>
      label={t('rules.edit')}
      title={t('rules.editOf', { name: said(row.title) })}
      tone="warning"
      consequence={t('rules.editConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={{ hasQuorum: quorum !== null, quorum: quorum ?? undefined, approval }}
      run={(values) =>
        api.rules.save({
          rule: {
            ...rule,
            quorum: values.hasQuorum ? groupOf('quorum', values.quorum) : undefined,
            approval: groupOf('approval', values.approval),
          },
          reason: values.reason,
        })
      }
      done={t('rules.saved')}
      onDone={onDone}
      button={{ size: 'small' }}
    >
      <NumberFields row={row} />
    </Act>
  );
}
