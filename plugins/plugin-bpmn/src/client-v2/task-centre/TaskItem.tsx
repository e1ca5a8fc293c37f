import { Card, Flex } from 'antd';
import { AccessibleTheme, DateTime, DeadlineTag, Muted } from '../shared';
import { useTaskRecord } from './record';

/** One line of the task centre's list. */
export function TaskItem() {
  const { record } = useTaskRecord();
  return (
    <AccessibleTheme>
      <Card size="small" hoverable title={record.title}>
        <Flex gap="small" wrap align="center">
          <span>{record.elementName}</span>
          {record.closedAt ? <span>{record.outcomeName}</span> : <DeadlineTag deadline={record.deadline ?? null} />}
          <Muted small>
            {[record.processName, record.place?.name].filter(Boolean).join(' · ')}{' '}
            {record.openedAt ? <DateTime at={record.openedAt} /> : null}
          </Muted>
        </Flex>
      </Card>
    </AccessibleTheme>
  );
}
