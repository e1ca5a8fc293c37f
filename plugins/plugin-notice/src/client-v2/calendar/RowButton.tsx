import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import type { DisclosureRow } from '../../common/api';
import { StateTag } from './StateTag';
import { occasionOf, useT, useTitle } from './texts';

export interface RowButtonProps {
  row: DisclosureRow;
  onOpen: (id: string) => void;
}

/** One disclosure of a month; opens what is known and what can be done. */
export function RowButton({ row, onOpen }: RowButtonProps) {
  const t = useT();
  const titleOf = useTitle();
  return (
    <Button
      block
      type="text"
      onClick={() => onOpen(row.id)}
      style={{ height: 'auto', textAlign: 'start', justifyContent: 'flex-start', whiteSpace: 'normal', padding: 4 }}
    >
      <Flex vertical align="flex-start" gap={2}>
        <span>
          {titleOf(row)} · {occasionOf(row)}
        </span>
        <Flex gap="small" wrap align="center">
          <StateTag {...row} />
          <Muted small>{t('disclosure.dueOn', { day: row.dueOn })}</Muted>
        </Flex>
      </Flex>
    </Button>
  );
}
