import { Button, Flex } from 'antd';
import { useT } from '../../i18n';
import { Muted } from '../../shared';
import { itemsOf, said, textIn, type Item } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { listing, replaced, setting, without, type PartProps } from './editing';
import { Part } from './Setting';
import { TextInput } from './TextSetting';

/** What an automatic step does, of everything that plugins bring, and how. */
export function ServicePart({ element, options, change }: PartProps) {
  const t = useT();
  const [config] = itemsOf(element, 'wuxin:Config');
  const values = Array.isArray(config?.values) ? (config.values as readonly Item[]) : []; // a list holds items
  const set = (next: readonly Item[]) => change(element, listing('wuxin:Config', next.length > 0 ? [{ values: next }] : []));
  return (
    <Part title={t('designer.service')}>
      <ChoiceSetting
        label={t('designer.activityType')}
        value={textIn(element, 'wuxin:activityType') || undefined}
        options={options.activityTypes}
        onChange={(type) => change(element, setting({ 'wuxin:activityType': type }))}
        placeholder={t('designer.choose')}
      />
      <Flex vertical gap={4} role="group" aria-label={t('designer.config')}>
        <span>{t('designer.config')}</span>
        <Muted small>{t('designer.configHint')}</Muted>
        {values.map((property, index) => (
          <Flex key={index} gap={4} align="start">
            <Flex vertical gap={4} style={{ flex: 1, minWidth: 0 }}>
              <TextInput
                label={t('designer.configName', { number: index + 1 })}
                value={said(property, 'name')}
                onCommit={(name) => set(replaced(values, index, { ...property, name: name.trim() }))}
              />
              <TextInput
                label={t('designer.configValue', { number: index + 1 })}
                value={said(property, 'value')}
                rows={2}
                onCommit={(value) => set(replaced(values, index, { ...property, value }))}
              />
            </Flex>
            <Button aria-label={t('designer.removeConfig', { number: index + 1 })} onClick={() => set(without(values, index))}>
              {t('designer.remove')}
            </Button>
          </Flex>
        ))}
        <Button onClick={() => set([...values, { name: '', value: '' }])}>{t('designer.addConfig')}</Button>
      </Flex>
    </Part>
  );
}
