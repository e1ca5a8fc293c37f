import { Checkbox, theme } from 'antd';
import type { DesignOptions } from '../../../common/api';
import { useLanguage, useT } from '../../i18n';
import { type Item, itemsOf, said, saidIn } from '../settings';
import { AmountSetting } from './AmountSetting';
import { ChoiceSetting } from './ChoiceSetting';
import { DeadlineSteps } from './DeadlineSteps';
import { listing, type PartProps } from './editing';
import { Part } from './Setting';
import { TextSetting } from './TextSetting';
import { useUnits } from './units';

const FRESH: Item = { amount: '5', unit: 'workingDays' };
const FRESH_LIMIT = '20';
/** `=record.reviewedOn` */
const FIELD = /^=\s*record\.(\w+)\s*$/;

function BaseSetting({
  base,
  options,
  onChange,
}: {
  base: string;
  options: DesignOptions;
  onChange: (base: string | undefined) => void;
}) {
  const t = useT();
  const dates = options.fields.filter(({ kind }) => kind === 'date');
  const field = FIELD.exec(base)?.[1];
  const isField = dates.some(({ name }) => name === field);
  const value = isField ? `=record.${field}` : base.startsWith('=') ? 'formula' : base;
  return (
    <>
      <ChoiceSetting
        label={t('designer.base')}
        value={value}
        options={[
          { value: 'opened', label: t('designer.base.opened') },
          { value: 'started', label: t('designer.base.started') },
          ...dates.map(({ name, title }) => ({ value: `=record.${name}`, label: t('designer.base.field', { title }) })),
          { value: 'formula', label: t('designer.base.formula') },
        ]}
        onChange={(next) => onChange(next === 'opened' ? undefined : next === 'formula' ? '=today()' : next)}
      />
      {value === 'formula' ? <TextSetting label={t('designer.baseFormula')} value={base} onCommit={onChange} /> : null}
    </>
  );
}

/** Until when, counted from what, and what happens when the time runs out. */
export function DeadlinePart({ element, options, change }: PartProps) {
  const t = useT();
  const language = useLanguage();
  const { token } = theme.useToken();
  const units = useUnits();
  const [deadline] = itemsOf(element, 'wuxin:Deadline');
  const outcomes = itemsOf(element, 'wuxin:Outcome').map((one) => ({
    value: said(one, 'key'),
    label: saidIn(language, one, 'name') || said(one, 'key'),
  }));
  const set = (next: Item | undefined) => change(element, listing('wuxin:Deadline', next ? [next] : []));
  const stopLimit = deadline ? said(deadline, 'stopLimit') : '';
  const steps = Array.isArray(deadline?.steps) ? (deadline.steps as readonly Item[]) : []; // a list holds items
  return (
    <Part title={t('designer.deadline')}>
      <Checkbox checked={deadline !== undefined} onChange={({ target }) => set(target.checked ? FRESH : undefined)}>
        {t('designer.hasDeadline')}
      </Checkbox>
      {deadline ? (
        <div style={{ marginTop: token.marginXS }}>
          <AmountSetting
            amount={said(deadline, 'amount')}
            options={options}
            onChange={(amount) => set({ ...deadline, amount })}
          />
          <ChoiceSetting
            label={t('designer.unit')}
            value={said(deadline, 'unit')}
            options={units}
            onChange={(unit) => set({ ...deadline, unit })}
          />
          <BaseSetting
            base={said(deadline, 'base') || 'opened'}
            options={options}
            onChange={(base) => set({ ...deadline, base })}
          />
          <Checkbox
            checked={stopLimit !== ''}
            onChange={({ target }) => set({ ...deadline, stopLimit: target.checked ? FRESH_LIMIT : undefined })}
            style={{ marginBottom: token.marginXS }}
          >
            {t('designer.mayStop')}
          </Checkbox>
          {stopLimit === '' ? null : (
            <AmountSetting
              label={t('designer.stopLimit')}
              amount={stopLimit}
              options={options}
              onChange={(next) => set({ ...deadline, stopLimit: next })}
            />
          )}
          <DeadlineSteps
            steps={steps}
            unit={said(deadline, 'unit')}
            outcomes={outcomes}
            options={options}
            onChange={(next) => set({ ...deadline, steps: next })}
          />
        </div>
      ) : null}
    </Part>
  );
}
