import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Input } from 'antd';
import type { ClipboardEvent } from 'react';
import { useT } from '../i18n';
import { withColumn, withPasted, withRow, type Cell, type Part } from './parts';

type TablePart = Extract<Part, { kind: 'table' }>;
type Rows = readonly (readonly Cell[])[];

interface Props {
  part: TablePart;
  onChange: (part: TablePart) => void;
}

const MIN_CELL_WIDTH = 110;

function Cells({ rows, onRows }: { rows: Rows; onRows: (rows: Rows) => void }) {
  const t = useT();
  const write = (row: number, column: number, text: string) =>
    onRows(rows.map((cells, at) => (at === row ? cells.map((cell, x) => (x === column ? { ...cell, text } : cell)) : cells)));
  const paste = (event: ClipboardEvent, at: readonly [number, number]) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(pasted.trimEnd())) return;
    event.preventDefault();
    onRows(withPasted(rows, at, pasted));
  };
  return (
    <div style={{ overflowX: 'auto' }}>
      <table style={{ borderCollapse: 'collapse', width: '100%' }}>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ text, columns }, column) => (
                <td key={column} colSpan={columns} style={{ padding: 2, minWidth: MIN_CELL_WIDTH }}>
                  <Input
                    value={text}
                    aria-label={t('noticeForm.cell', { row: row + 1, column: column + 1 })}
                    maxLength={500}
                    onChange={(event) => write(row, column, event.target.value)}
                    onPaste={(event) => paste(event, [row, column])}
                  />
                </td>
              ))}
              <td style={{ width: 36 }}>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  disabled={rows.length === 1}
                  aria-label={t('noticeForm.removeRow', { row: row + 1 })}
                  onClick={() => onRows(rows.filter((_, at) => at !== row))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A small table: typed cell by cell, or pasted from a spreadsheet. */
export function TableEditor({ part, onChange }: Props) {
  const t = useT();
  const { rows, hasHead } = part;
  const width = Math.max(...rows.map((cells) => cells.length));
  const onRows = (next: Rows) => onChange({ ...part, rows: next });
  return (
    <Flex vertical gap="small">
      <Cells rows={rows} onRows={onRows} />
      <Flex gap="small" wrap align="center">
        <Button size="small" icon={<PlusOutlined />} onClick={() => onRows(withRow(rows))}>
          {t('noticeForm.addRow')}
        </Button>
        <Button size="small" icon={<PlusOutlined />} disabled={width >= 20} onClick={() => onRows(withColumn(rows))}>
          {t('noticeForm.addColumn')}
        </Button>
        <Button
          size="small"
          disabled={width < 2}
          onClick={() => onRows(rows.map((cells) => (cells.length === width ? cells.slice(0, -1) : cells)))}
        >
          {t('noticeForm.removeColumn')}
        </Button>
        <Checkbox checked={hasHead} onChange={(event) => onChange({ ...part, hasHead: event.target.checked })}>
          {t('noticeForm.hasHead')}
        </Checkbox>
      </Flex>
    </Flex>
  );
}
