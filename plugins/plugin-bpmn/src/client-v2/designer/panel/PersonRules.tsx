import { Button, Flex } from 'antd';
import { useT } from '../../i18n';
import { itemsOf, type ExtensionType } from '../settings';
import { listing, replaced, without, type PartProps } from './editing';
import { PersonRule } from './PersonRule';

export interface PersonRulesProps extends PartProps {
  type: Extract<ExtensionType, 'wuxin:Assignment' | 'wuxin:Cc' | 'wuxin:Subject'>;
  /** What the button says that adds one. */
  addLabel: string;
}

/** Several ways to find people, all of which count. */
export function PersonRules({ element, options, change, type, addLabel }: PersonRulesProps) {
  const t = useT();
  const rules = itemsOf(element, type);
  const set = (next: typeof rules) => change(element, listing(type, next));
  return (
    <Flex vertical gap="small">
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
      <Button onClick={() => set([...rules, { kind: options.assigneeKinds[0]?.kind }])}>{addLabel}</Button>
    </Flex>
  );
}
