import { Flex, InputNumber } from 'antd';
import type { DesignOptions } from '../../../common/api';
import { useT } from '../../i18n';
import { ChoiceInput } from './ChoiceSetting';
import { Setting } from './Setting';
import { TextInput } from './TextSetting';

type Mode = 'number' | 'parameter' | 'formula';

const PARAMETER = /^=\s*param\("([^"]+)"\)\s*$/;
const NUMBER = /^\d{1,9}$/;

const modeOf = (amount: string): Mode => (NUMBER.test(amount) ? 'number' : PARAMETER.test(amount) ? 'parameter' : 'formula');

/** How much: a number, a parameter that administrators keep, or a formula. */
export function AmountSetting({
  label,
  amount,
  options,
  onChange,
}: {
  /** Missing: of a time, how much. */
  label?: string;
  amount: string;
  options: DesignOptions;
  onChange: (amount: string) => void;
}) {
  const t = useT();
  const mode = modeOf(amount);
  const first = options.parameters[0]?.value;
  const change = (next: Mode | undefined) => {
    if (next === 'number') onChange('5');
    else if (next === 'parameter' && first !== undefined) onChange(`=param("${first}")`);
    else onChange(amount.startsWith('=') ? `${amount} + 0` : `=${amount}`);
  };
  return (
    <Setting label={label ?? t('designer.amount')}>
      {(id) => (
        <Flex gap={4} vertical>
          {mode === 'number' ? (
            <InputNumber
              id={id}
              min={0}
              precision={0}
              value={Number(amount)}
              onChange={(value) => value !== null && onChange(String(value))}
              style={{ width: '100%' }}
            />
          ) : null}
          {mode === 'parameter' ? (
            <ChoiceInput
              id={id}
              label={label ?? t('designer.amount')}
              value={PARAMETER.exec(amount)?.[1]}
              options={options.parameters}
              onChange={(key) => key && onChange(`=param("${key}")`)}
            />
          ) : null}
          {mode === 'formula' ? (
            <TextInput id={id} label={label ?? t('designer.amount')} value={amount} onCommit={onChange} />
          ) : null}
          <ChoiceInput<Mode>
            label={t('designer.amountMode')}
            value={mode}
            options={[
              { value: 'number', label: t('designer.amount.number') },
              ...(first === undefined ? [] : [{ value: 'parameter' as const, label: t('designer.amount.parameter') }]),
              { value: 'formula', label: t('designer.amount.formula') },
            ]}
            onChange={change}
          />
        </Flex>
      )}
    </Setting>
  );
}
