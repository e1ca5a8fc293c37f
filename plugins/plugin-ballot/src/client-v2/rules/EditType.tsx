import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import type { MeetingTypeRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { TypeFields, typeValuesOf, typeWith, type TypeValues } from './TypeFields';

interface Props {
  row: MeetingTypeRow;
  onDone: () => void;
}

/** Another kind of meeting out of one that there is: what the form does not ask for stays. */
export function EditType({ row, onDone }: Props) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { type, digest } = row;
  const title = t('rules.editOf', { name: said(row.title) });
  return (
    <Act<TypeValues & ActValues>
      label={t('rules.edit')}
      title={title}
      tone="warning"
      consequence={t('rules.editTypeConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={typeValuesOf(type)}
      run={({ reason, ...values }) => api.rules.saveType({ type: typeWith(type, values), basedOn: digest, reason })}
      done={t('rules.saved')}
      onDone={onDone}
      button={{ 'size': 'small', 'aria-label': title }}
    >
      <TypeFields type={type} />
    </Act>
  );
}

/** A kind of meeting of one's own that begins as another one; that one stays. */
export function CopyType({ row, onDone }: Props) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { type } = row;
  const title = t('rules.copyOf', { name: said(row.title) });
  return (
    <Act<TypeValues & ActValues>
      label={t('rules.copy')}
      title={title}
      consequence={t('rules.copyTypeConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={{ ...typeValuesOf(type), title: t('rules.own', { name: type.title['zh-CN'] }), titleEn: '' }}
      run={({ reason, ...values }) => api.rules.createType({ type: typeWith(type, values), reason })}
      done={t('rules.created')}
      onDone={onDone}
      button={{ 'size': 'small', 'aria-label': title }}
    >
      <TypeFields type={type} />
    </Act>
  );
}
