import { Select } from 'antd';
import { useT } from '../../i18n';
import { siblingTasks, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { setting, type PartProps } from './editing';
import { Part, Setting } from './Setting';

type Mode = 'earlier' | 'none' | 'chosen';

/** Where its holder may send the case back to. */
export function ReturnPart({ element, change }: PartProps) {
  const t = useT();
  const value = textIn(element, 'wuxin:returnTo');
  const mode: Mode = value === '' ? 'earlier' : value.trim() === 'none' ? 'none' : 'chosen';
  const tasks = siblingTasks(element).map(({ id, name }) => ({ value: id, label: name }));
  const set = (next: string | undefined) => change(element, setting({ 'wuxin:returnTo': next }));
  const choose = (next: Mode | undefined) => set(next === 'none' ? 'none' : next === 'chosen' ? tasks[0]?.value : undefined);
  return (
    <Part title={t('designer.returns')}>
      <ChoiceSetting<Mode>
        label={t('designer.returnTo')}
        value={mode}
        options={[
          { value: 'earlier', label: t('designer.returnTo.earlier') },
          { value: 'none', label: t('designer.returnTo.none') },
          ...(tasks.length > 0 || mode === 'chosen' ? [{ value: 'chosen' as const, label: t('designer.returnTo.chosen') }] : []),
        ]}
        onChange={choose}
      />
      {mode === 'chosen' ? (
        <Setting label={t('designer.returnTargets')}>
          {(id) => (
            <Select<string[]>
              id={id}
              mode="multiple"
              value={value.split(',').map((one) => one.trim())}
              options={tasks}
              optionFilterProp="label"
              onChange={(ids) => set(ids.length > 0 ? ids.join(',') : 'none')}
              style={{ width: '100%' }}
            />
          )}
        </Setting>
      ) : null}
    </Part>
  );
}
