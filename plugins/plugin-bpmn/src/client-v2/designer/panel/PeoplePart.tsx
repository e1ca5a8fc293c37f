import { Button, Flex, theme } from 'antd';
import { useT } from '../../i18n';
import { itemsOf, said, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { listing, replaced, setting, without, type PartProps } from './editing';
import { PersonRule } from './PersonRule';
import { Part } from './Setting';

/** Who does it, what if there is nobody, and what if it would be who started the case. */
export function PeoplePart({ element, options, change }: PartProps) {
  const t = useT();
  const { token } = theme.useToken();
  const rules = itemsOf(element, 'wuxin:Assignment');
  const set = (next: typeof rules) => change(element, listing('wuxin:Assignment', next));
  return (
    <Part title={t('designer.people')}>
      <Flex vertical gap="small" style={{ marginBottom: token.marginSM }}>
        {rules.map((rule, index) => (
          <Flex key={index} gap="small" align="start">
            <div style={{ flex: 1, minWidth: 0 }}>
              <PersonRule rule={rule} options={options} onChange={(next) => set(replaced(rules, index, next))} />
            </div>
            <Button aria-label={t('designer.removeRule', { number: index + 1 })} onClick={() => set(without(rules, index))}>
              {t('designer.remove')}
            </Button>
          </Flex>
        ))}
        <Button onClick={() => set([...rules, { kind: 'role' }])}>{t('designer.addRule')}</Button>
      </Flex>
      <ChoiceSetting
        label={t('designer.whenNobody')}
        value={textIn(element, 'wuxin:whenNobody') || 'incident'}
        options={[
          { value: 'incident', label: t('designer.whenNobody.incident') },
          { value: 'administrators', label: t('designer.whenNobody.administrators') },
          { value: 'starter', label: t('designer.whenNobody.starter') },
        ]}
        onChange={(policy) => change(element, setting({ 'wuxin:whenNobody': policy === 'incident' ? undefined : policy }))}
      />
      <WhenStarter element={element} options={options} change={change} />
    </Part>
  );
}

function WhenStarter({ element, change }: PartProps) {
  const t = useT();
  const outcomes = itemsOf(element, 'wuxin:Outcome').map((outcome) => ({
    value: `skip:${said(outcome, 'key')}`,
    label: t('designer.whenStarter.skip', { outcome: said(outcome, 'name') || said(outcome, 'key') }),
  }));
  return (
    <ChoiceSetting
      label={t('designer.whenStarter')}
      value={textIn(element, 'wuxin:whenStarter') || 'allow'}
      options={[
        { value: 'allow', label: t('designer.whenStarter.allow') },
        { value: 'exclude', label: t('designer.whenStarter.exclude') },
        { value: 'administrators', label: t('designer.whenStarter.administrators') },
        ...outcomes,
      ]}
      onChange={(policy) => change(element, setting({ 'wuxin:whenStarter': policy === 'allow' ? undefined : policy }))}
    />
  );
}
