import { Collapse } from 'antd';
import { useMemo, useState } from 'react';
import { useT } from '../i18n';
import { HeadFields, type HeadFieldsProps } from './HeadFields';
import { HIT_POLICY_TEXT } from './words';

const HEAD = 'head';

/** The head of a table, which changes less often than its rules: folded, unless something is wrong in it. */
export function HeadPanel({ table, onEdit, hasProblems }: HeadFieldsProps & { hasProblems: boolean }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const items = useMemo(
    () => [
      {
        key: HEAD,
        label: t('decision.headWith', { policy: t(HIT_POLICY_TEXT[table.hitPolicy]) }),
        children: <HeadFields table={table} onEdit={onEdit} />,
      },
    ],
    [t, table, onEdit],
  );
  return (
    <Collapse
      items={items}
      activeKey={isOpen || hasProblems ? [HEAD] : []}
      onChange={(keys) => setIsOpen([keys].flat().includes(HEAD))}
    />
  );
}
