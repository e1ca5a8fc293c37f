import { Flex, InputNumber } from 'antd';
import { useT } from '../../i18n';
import { readDuration, readTimer, writeDuration, type Timer } from '../settings';
import { ChoiceInput, ChoiceSetting } from './ChoiceSetting';
import type { PartProps } from './editing';
import { Part, Setting } from './Setting';
import { TextSetting } from './TextSetting';

type Way = 'simple' | 'timeDuration' | 'timeDate' | 'timeCycle';

const FRESH: Record<Way, Timer> = {
  simple: { kind: 'timeDuration', value: 'P1D' },
  timeDuration: { kind: 'timeDuration', value: '=duration("P1D")' },
  timeDate: { kind: 'timeDate', value: '' },
  timeCycle: { kind: 'timeCycle', value: 'R3/P1D' },
};

function SimpleDuration({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useT();
  // one that was just drawn has no length: nothing is shown as if it had
  const { amount, unit } = readDuration(value) ?? { amount: null, unit: 'days' as const };
  return (
    <Setting label={t('designer.timer.length')}>
      {(id) => (
        <Flex gap={4}>
          <InputNumber
            id={id}
            min={1}
            precision={0}
            value={amount}
            onChange={(next) => next && onChange(writeDuration(next, unit))}
          />
          <ChoiceInput<'days' | 'hours'>
            label={t('designer.unit')}
            value={unit}
            options={[
              { value: 'days', label: t('designer.unit.calendarDays') },
              { value: 'hours', label: t('designer.unit.hours') },
            ]}
            onChange={(next) => next && onChange(writeDuration(amount ?? 1, next))}
          />
        </Flex>
      )}
    </Setting>
  );
}

/** When a timer event happens. */
export function TimerPart({ element, change }: Omit<PartProps, 'options'>) {
  const t = useT();
  const timer = readTimer(element);
  if (!timer) return null;
  const set = (next: Timer) => change(element, { set: 'timer', timer: next });
  const isSimple = timer.kind === 'timeDuration' && (timer.value === '' || readDuration(timer.value) !== null);
  const way: Way = isSimple ? 'simple' : timer.kind;
  return (
    <Part title={t('designer.timer')}>
      <ChoiceSetting<Way>
        label={t('designer.timer.way')}
        value={way}
        options={(['simple', 'timeDuration', 'timeDate', 'timeCycle'] as const).map((one) => ({
          value: one,
          label: t(`designer.timer.${one}`),
        }))}
        onChange={(next) => next && set(FRESH[next])}
      />
      {way === 'simple' ? (
        <SimpleDuration value={timer.value} onChange={(value) => set({ kind: 'timeDuration', value })} />
      ) : (
        <TextSetting
          label={t('designer.timer.value')}
          hint={t(`designer.timer.${way}Hint`)}
          value={timer.value}
          onCommit={(value) => set({ ...timer, value })}
        />
      )}
    </Part>
  );
}
