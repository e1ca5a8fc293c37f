import type { MeetingTypeRow } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { typeValuesOf, typeWith } from './type-values';
import { TypeFields } from './TypeFields';
import { WriteAct } from './WriteAct';

interface Props {
  row: MeetingTypeRow;
  onDone: () => void;
}

/** Another kind of meeting out of one that there is: what the form does not ask for stays. */
export function EditType({ row: { type, title, digest }, onDone }: Props) {
  const api = useApi();
  return (
    <WriteAct
      act="edit"
      of={title}
      consequence="rules.editTypeConsequence"
      initialValues={typeValuesOf(type)}
      save={(values, reason) => api.rules.saveType({ type: typeWith(type, values), basedOn: digest, reason })}
      onDone={onDone}
    >
      <TypeFields type={type} />
    </WriteAct>
  );
}

/** A kind of meeting of one's own that begins as another one; that one stays. */
export function CopyType({ row: { type, title }, onDone }: Props) {
  const t = useT();
  const api = useApi();
  return (
    <WriteAct
      act="copy"
      of={title}
      consequence="rules.copyTypeConsequence"
      initialValues={{ ...typeValuesOf(type), title: t('rules.own', { name: title['zh-CN'] }), titleEn: '' }}
      save={(values, reason) => api.rules.createType({ type: typeWith(type, values), reason })}
      onDone={onDone}
    >
      <TypeFields type={type} />
    </WriteAct>
  );
}
