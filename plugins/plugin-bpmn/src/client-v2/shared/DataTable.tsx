import { Card, Table, theme } from 'antd';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { OpenDialogs, useKept } from './openDialogs';
import { useIsPhone } from './useIsPhone';

export interface DataColumn<Row> {
  key: string;
  title: ReactNode;
  align?: 'center';
  /** In pixels: longer texts wrap, so that the columns after it stay in sight. */
  maxWidth?: number;
  render: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: DataColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Replaces the plain card (first column as heading, the others as named lines) on a phone. */
  renderCard?: (row: Row) => ReactNode;
}

/** A table that is too wide is scrolled by keyboard as well. */
function useScrollableByKeyboard(label: string) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const content = frame.current?.querySelector<HTMLElement>('.ant-table-content');
    if (!content) return;
    const isTooWide = content.scrollWidth > content.clientWidth;
    content.tabIndex = isTooWide ? 0 : -1;
    content.setAttribute('role', 'region');
    content.setAttribute('aria-label', label);
  });
  return frame;
}

function Wrapping({ maxWidth, children }: { maxWidth: number; children: ReactNode }) {
  return <div style={{ maxWidth, whiteSpace: 'normal' }}>{children}</div>;
}

function WideTable<Row extends object>({ label, columns, rows, rowKey }: DataTableProps<Row>) {
  const frame = useScrollableByKeyboard(label);
  const antdColumns = useMemo(
    () =>
      columns.map(({ render, maxWidth, ...column }) => ({
        ...column,
        render: (_: unknown, row: Row) => (maxWidth ? <Wrapping maxWidth={maxWidth}>{render(row)}</Wrapping> : render(row)),
      })),
    [columns],
  );
  return (
    <div ref={frame}>
      <Table
        size="middle"
        rowKey={rowKey}
        columns={antdColumns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
      />
    </div>
  );
}

function PlainCard<Row>({ columns, row }: { columns: DataColumn<Row>[]; row: Row }) {
  const { token } = theme.useToken();
  const [heading, ...others] = columns;
  const lines = others.map((column) => ({ ...column, content: column.render(row) })).filter(({ content }) => content !== null);
  return (
    <>
      {heading ? heading.render(row) : null}
      <dl
        style={{
          margin: 0,
          marginTop: token.marginXS,
          display: 'grid',
          gridTemplateColumns: 'auto 1fr',
          gap: `${token.marginXS}px ${token.marginSM}px`,
        }}
      >
        {lines.map(({ key, title, content }) => [
          <dt key={`${key}-title`} style={{ color: token.colorTextSecondary }}>
            {title}
          </dt>,
          <dd key={key} style={{ margin: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
            {content}
          </dd>,
        ])}
      </dl>
    </>
  );
}

function Cards<Row>({ label, columns, rows, rowKey, renderCard }: DataTableProps<Row>) {
  const { token } = theme.useToken();
  return (
    <ul aria-label={label} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: token.marginXS }}>
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <Card size="small">{renderCard ? renderCard(row) : <PlainCard columns={columns} row={row} />}</Card>
        </li>
      ))}
    </ul>
  );
}

/** Rows as a table, and as cards on a phone. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const [isPhone, hold] = useKept(useIsPhone());
  return <OpenDialogs.Provider value={hold}>{isPhone ? <Cards {...props} /> : <WideTable {...props} />}</OpenDialogs.Provider>;
}
