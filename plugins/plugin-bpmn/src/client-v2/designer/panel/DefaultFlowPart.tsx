import type { ModdleElement } from '@wuxin/bpmn-core';
import { useT } from '../../i18n';
import { elementAt, elementsIn, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import type { PartProps } from './editing';
import { Part } from './Setting';

/** Where a gateway leads when no condition holds. */
export function DefaultFlowPart({ element, change }: PartProps) {
  const t = useT();
  const flows = elementsIn(element, 'outgoing');
  const nameOf = (flow: ModdleElement) => {
    const target = elementAt(flow, 'targetRef');
    const to = target ? textIn(target, 'name') || textIn(target, 'id') : '';
    return t('designer.flowTo', { name: textIn(flow, 'name'), target: to });
  };
  const chosen = elementAt(element, 'default');
  return (
    <Part title={t('designer.branches')}>
      <ChoiceSetting
        label={t('designer.defaultFlow')}
        hint={t('designer.defaultFlowHint')}
        value={chosen ? textIn(chosen, 'id') : undefined}
        options={flows.map((flow) => ({ value: textIn(flow, 'id'), label: nameOf(flow) }))}
        isClearable
        onChange={(id) => change(element, { set: 'default', flow: flows.find((flow) => textIn(flow, 'id') === id) })}
      />
    </Part>
  );
}
