import { useT } from '../../i18n';
import { textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { setting, type PartProps } from './editing';
import { Part } from './Setting';
import { TextSetting } from './TextSetting';

/** Which process a step calls. */
export function CalledPart({ element, options, change }: PartProps) {
  const t = useT();
  return (
    <Part title={t('designer.called')}>
      <ChoiceSetting
        label={t('designer.calledProcess')}
        hint={t('designer.calledHint')}
        value={textIn(element, 'calledElement') || undefined}
        options={options.processes}
        onChange={(key) => change(element, setting({ calledElement: key }))}
        placeholder={t('designer.choose')}
      />
    </Part>
  );
}

/** Which decision table a step asks, and what it calls the answer. */
export function DecisionPart({ element, options, change }: PartProps) {
  const t = useT();
  return (
    <Part title={t('designer.decision')}>
      <ChoiceSetting
        label={t('designer.decisionTable')}
        value={textIn(element, 'wuxin:decisionRef') || undefined}
        options={options.decisions}
        onChange={(key) => change(element, setting({ 'wuxin:decisionRef': key }))}
        placeholder={t('designer.choose')}
      />
      <TextSetting
        label={t('designer.resultVariable')}
        hint={t('designer.resultVariableHint')}
        value={textIn(element, 'wuxin:resultVariable')}
        onCommit={(name) => change(element, setting({ 'wuxin:resultVariable': name || undefined }))}
      />
    </Part>
  );
}
