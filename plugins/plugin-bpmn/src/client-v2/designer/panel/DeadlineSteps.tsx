import { Button, Flex, InputNumber, theme } from 'antd';
import type { DesignOptions } from '../../../common/api';
import { useT } from '../../i18n';
import { type Item, said } from '../settings';
import { ChoiceInput, type ChoiceOption } from './ChoiceSetting';
import { replaced, without } from './editing';
import { PersonRule } from './PersonRule';
import { TextInput } from './TextSetting';
import { useUnits } from './units';

interface StepsProps {
  steps: readonly Item[];
  /** Of the deadline: what a new step counts in. */
  unit: string;
  outcomes: readonly ChoiceOption[];
  options: DesignOptions;
  onChange: (steps: readonly Item[]) => void;
}

type When = 'before' | 'at' | 'after';

const whenOf = (amount: string): When => (amount.startsWith('-') ? 'before' : Number(amount) === 0 ? 'at' : 'after');
const signed = (when: When | undefined, count: number) => (when === 'at' ? '0' : when === 'before' ? `-${count}` : String(count));

function StepTime({ step, onChange }: { step: Item; onChange: (step: Item) => void }) {
  const t = useT();
  const units = useUnits();
  const amount = said(step, 'amount');
  if (amount.startsWith('='))
    return <TextInput label={t('designer.stepAmount')} value={amount} onCommit={(next) => onChange({ ...step, amount: next })} />;
  const [when, count] = [whenOf(amount), Math.abs(Number(amount)) || 1];
  return (
    <Flex gap={4}>
      <ChoiceInput<When>
        label={t('designer.stepWhen')}
        value={when}
        options={[
          { value: 'before', label: t('designer.step.before') },
          { value: 'at', label: t('designer.step.at') },
          { value: 'after', label: t('designer.step.after') },
        ]}
        onChange={(next) => onChange({ ...step, amount: signed(next, count) })}
      />
      {when === 'at' ? null : (
        <>
          <InputNumber
            aria-label={t('designer.stepAmount')}
            min={1}
            max={366}
            precision={0}
            value={count}
            onChange={(next) => next && onChange({ ...step, amount: signed(when, next) })}
          />
          <ChoiceInput
            label={t('designer.unit')}
            value={said(step, 'unit')}
            options={units}
            onChange={(unit) => onChange({ ...step, unit })}
          />
        </>
      )}
    </Flex>
  );
}

function StepAction({
  step,
  outcomes,
  options,
  onChange,
}: Omit<StepsProps, 'steps' | 'unit' | 'onChange'> & { step: Item; onChange: (step: Item) => void }) {
  const t = useT();
  const action = said(step, 'action');
  return (
    <Flex vertical gap={4}>
      <ChoiceInput
        label={t('designer.stepAction')}
        value={action}
        options={[
          { value: 'remind', label: t('designer.step.remind') },
          { value: 'escalate', label: t('designer.step.escalate') },
          { value: 'outcome', label: t('designer.step.outcome') },
        ]}
        onChange={(next) => onChange({ ...step, action: next, kind: next === 'escalate' ? 'role' : undefined, value: undefined })}
      />
      {action === 'escalate' ? <PersonRule rule={step} options={options} onChange={onChange} /> : null}
      {action === 'outcome' ? (
        <ChoiceInput
          label={t('designer.stepOutcome')}
          value={said(step, 'value') || undefined}
          options={outcomes}
          onChange={(value) => onChange({ ...step, value })}
          placeholder={t('designer.choose')}
        />
      ) : null}
    </Flex>
  );
}

/** What happens before, at and after the end of the time. */
export function DeadlineSteps({ steps, unit, onChange, ...known }: StepsProps) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <Flex vertical gap="small">
      {steps.map((step, index) => (
        <fieldset
          key={index}
          style={{
            border: `1px solid ${token.colorBorderSecondary}`,
            borderRadius: token.borderRadius,
            padding: token.paddingXS,
            margin: 0,
          }}
        >
          <legend style={{ fontSize: token.fontSizeSM, color: token.colorTextSecondary }}>
            {t('designer.stepNumber', { number: index + 1 })}
          </legend>
          <Flex vertical gap={4}>
            <StepTime step={step} onChange={(next) => onChange(replaced(steps, index, next))} />
            <StepAction step={step} {...known} onChange={(next) => onChange(replaced(steps, index, next))} />
            <Button
              size="small"
              aria-label={t('designer.removeStep', { number: index + 1 })}
              onClick={() => onChange(without(steps, index))}
            >
              {t('designer.remove')}
            </Button>
          </Flex>
        </fieldset>
      ))}
      <Button onClick={() => onChange([...steps, { amount: '-1', unit, action: 'remind' }])}>{t('designer.addStep')}</Button>
    </Flex>
  );
}
