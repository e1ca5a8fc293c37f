import { Flex } from 'antd';
import type { DesignOptions } from '../../../common/api';
import { useT } from '../../i18n';
import { type Item, said } from '../settings';
import { ChoiceInput } from './ChoiceSetting';
import { PersonChoice } from './PersonChoice';
import { TextInput } from './TextSetting';

export interface PersonRuleProps {
  rule: Item;
  options: DesignOptions;
  onChange: (rule: Item) => void;
}

/** One way to find people: its kind, and the value that this kind wants. */
export function PersonRule({ rule, options, onChange }: PersonRuleProps) {
  const t = useT();
  const kinds = options.assigneeKinds.map(({ kind, title }) => ({ value: kind, label: title }));
  return (
    <Flex vertical gap={4}>
      <ChoiceInput
        label={t('designer.personKind')}
        value={said(rule, 'kind')}
        options={kinds}
        onChange={(kind) => onChange({ ...rule, kind, value: undefined })}
      />
      <RuleValue rule={rule} options={options} onChange={onChange} />
    </Flex>
  );
}

function RuleValue({ rule, options, onChange }: PersonRuleProps) {
  const t = useT();
  const [kind, value] = [said(rule, 'kind'), said(rule, 'value')];
  const set = (next: string | undefined) => onChange({ ...rule, value: next || undefined });
  const label = t('designer.personValue');
  if (kind === 'starter') return null;
  if (kind === 'expression' || value.startsWith('='))
    return <TextInput label={label} value={value} onCommit={set} placeholder={t('designer.formulaOfPeople')} />;
  if (kind === 'person') return <PersonChoice label={label} value={value} people={options.people} onChange={set} />;
  const known = options.assigneeKinds.find((one) => one.kind === kind)?.choices;
  const choices = kind === 'field' ? peopleFields(options) : known;
  if (!choices) return <TextInput label={label} value={value} onCommit={set} />;
  return (
    <ChoiceInput label={label} value={value || undefined} options={choices} onChange={set} placeholder={t('designer.choose')} />
  );
}

const peopleFields = ({ fields }: DesignOptions) =>
  fields.filter(({ kind }) => kind === 'person').map(({ name, title }) => ({ value: name, label: title }));
