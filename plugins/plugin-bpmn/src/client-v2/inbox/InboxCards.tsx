import { Card, Flex } from 'antd';
import type { InboxRow, InboxTab } from '../../common/api';
import { Muted } from '../shared';
import { keyOf, RowLink, RowMarks, RowState, RowTime } from './rows';

function InboxCard({ row, tab }: { row: InboxRow; tab: InboxTab }) {
  return (
    <Card size="small">
      <Flex vertical gap={4}>
        <RowLink row={row} />
        <Muted small>{[row.elementName ?? row.stageName, row.processName, row.place?.name].filter(Boolean).join(' · ')}</Muted>
        <Flex gap={8} wrap align="center">
          <RowState row={row} tab={tab} />
          <RowMarks row={row} />
        </Flex>
        <Muted small>
          {row.starter ? `${row.starter.name} · ` : null}
          <RowTime row={row} tab={tab} />
        </Muted>
      </Flex>
    </Card>
  );
}

/** The list on a phone. */
export function InboxCards({ rows, tab }: { rows: InboxRow[]; tab: InboxTab }) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {rows.map((row) => (
        <li key={keyOf(row)}>
          <InboxCard row={row} tab={tab} />
        </li>
      ))}
    </ul>
  );
}
