import { Flex, InputNumber, theme } from 'antd';
import type { DesignField } from '../../../common/api';
import { useT } from '../../i18n';
import { OPERATORS, type Comparison, type Operator } from '../settings';
import { ChoiceInput, type ChoiceOption } from './ChoiceSetting';
import { TextInput } from './TextSetting';

/** What a condition can look at: the outcome of the step before, or a field of the record. */
export interface Subject {
  name: string;
  label: string;
  kind: DesignField['kind'];
  options: readonly ChoiceOption[];
}

interface RowProps {
  part: Comparison;
  subjects: readonly Subject[];
  onChange: (part: Comparison) => void;
}

/** A value of another kind means nothing when something else is compared. */
function freshValue(subject: Subject | undefined): Comparison['value'] {
  if (subject?.options.length) return subject.options[0]?.value ?? '';
  if (subject?.kind === 'number') return 0;
  return subject?.kind === 'boolean' ? true : '';
}

function ValueInput({ part, subjects, onChange }: RowProps) {
  const t = useT();
  const label = t('designer.value');
  const subject = subjects.find(({ name }) => name === part.name);
  const set = (value: Comparison['value']) => onChange({ ...part, value });
  const { value } = part;
  if (value === null || typeof value === 'boolean') {
    const options = (['true', 'false', 'null'] as const).map((one) => ({ value: one, label: t(`designer.value.${one}`) }));
    return (
      <ChoiceInput
        label={label}
        value={String(value)}
        options={options}
        onChange={(next) => set(next === 'null' ? null : next === 'true')}
      />
    );
  }
  if (typeof value === 'number')
    return <InputNumber aria-label={label} value={value} onChange={(next) => set(next ?? 0)} style={{ width: '100%' }} />;
  if (subject?.options.length)
    return <ChoiceInput label={label} value={value} options={subject.options} onChange={(next) => set(next ?? '')} />;
  return <TextInput label={label} value={value} onCommit={set} />;
}

/** Field, comparison, value. */
export function ConditionRow({ part, subjects, onChange }: RowProps) {
  const t = useT();
  const { token } = theme.useToken();
  const choose = (name: string | undefined) => {
    if (name === undefined) return;
    onChange({ name, operator: '=', value: freshValue(subjects.find((one) => one.name === name)) });
  };
  return (
    <Flex vertical gap={token.marginXXS} style={{ flex: 1, minWidth: 0 }}>
      <ChoiceInput
        label={t('designer.subject')}
        value={part.name}
        options={subjects.map(({ name, label }) => ({ value: name, label }))}
        onChange={choose}
      />
      <Flex gap={token.marginXXS}>
        <div style={{ flex: '0 0 40%', minWidth: 0 }}>
          <ChoiceInput<Operator>
            label={t('designer.operator')}
            value={part.operator}
            options={OPERATORS.map((operator) => ({ value: operator, label: t(`designer.operator.${WORDS[operator]}`) }))}
            onChange={(operator) => operator && onChange({ ...part, operator })}
          />
        </div>
        <div style={{ flex: 1, minWidth: 0 }}>
          <ValueInput part={part} subjects={subjects} onChange={onChange} />
        </div>
      </Flex>
    </Flex>
  );
}

const WORDS = { '=': 'equal', '!=': 'notEqual', '>': 'more', '>=': 'atLeast', '<': 'less', '<=': 'atMost' } as const;
