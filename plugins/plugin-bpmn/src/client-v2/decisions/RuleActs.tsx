import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import type { DecisionRule } from '@wuxin/decision';
import { Button, Flex } from 'antd';
import { useT } from '../i18n';
import type { Edit } from './draft';

export interface RuleActsProps {
  rule: DecisionRule;
  index: number;
  count: number;
  onEdit: (edit: Edit) => void;
}

/** Moving, copying and removing one rule. */
export function RuleActs({ rule, index, count, onEdit }: RuleActsProps) {
  const t = useT();
  const number = index + 1;
  const { id: ruleId } = rule;
  return (
    <Flex gap={4}>
      <Button
        size="small"
        icon={<ArrowUpOutlined aria-hidden />}
        aria-label={t('decision.moveUp', { number })}
        disabled={index === 0}
        onClick={() => onEdit({ type: 'moveRule', ruleId, by: -1 })}
      />
      <Button
        size="small"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('decision.moveDown', { number })}
        disabled={index === count - 1}
        onClick={() => onEdit({ type: 'moveRule', ruleId, by: 1 })}
      />
      <Button
        size="small"
        icon={<CopyOutlined aria-hidden />}
        aria-label={t('decision.copyRule', { number })}
        onClick={() => onEdit({ type: 'copyRule', ruleId })}
      />
      <Button
        size="small"
        danger
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('decision.removeRule', { number })}
        disabled={count === 1}
        onClick={() => onEdit({ type: 'removeRule', ruleId })}
      />
    </Flex>
  );
}
