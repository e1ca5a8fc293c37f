import { theme } from 'antd';
import { useT } from '../../i18n';
import { itemsOf, said, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { setting, type PartProps } from './editing';
import { PersonRules } from './PersonRules';
import { Part } from './Setting';

/** Who does it, what if there is nobody, and what if it would be who started the case. */
export function PeoplePart({ element, options, change }: PartProps) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <Part title={t('designer.people')}>
      <div style={{ marginBottom: token.marginSM }}>
        <PersonRules
          element={element}
          options={options}
          change={change}
          type="wuxin:Assignment"
          addLabel={t('designer.addRule')}
        />
      </div>
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

/** Who may read along, as soon as the task begins. */
export function CcPart(props: PartProps) {
  const t = useT();
  return (
    <Part title={t('designer.cc')}>
      <PersonRules {...props} type="wuxin:Cc" addLabel={t('designer.addCc')} />
    </Part>
  );
}
