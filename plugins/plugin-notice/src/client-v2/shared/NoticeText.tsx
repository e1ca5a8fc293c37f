import { theme } from 'antd';
import type { ReactNode } from 'react';
import type { NoticeBlock } from '../../common/api';

/** Where a text stands in a notice. */
export interface TextAt {
  block: number;
  row?: number;
  cell?: number;
}

interface Props {
  body: readonly NoticeBlock[];
  /** How a text is shown; as it is, if left out. */
  renderText?: (text: string, at: TextAt) => ReactNode;
}

const asItIs = (text: string): ReactNode => text;

type Table = Extract<NoticeBlock, { kind: 'table' }>;

function TableBlock({ table, block, renderText }: { table: Table; block: number; renderText: NonNullable<Props['renderText']> }) {
  const { token } = theme.useToken();
  const style = { border: `1px solid ${token.colorBorder}`, padding: token.paddingXS, textAlign: 'start' as const };
  const head = table.headerRows ?? 0;
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0}>
      <table style={{ borderCollapse: 'collapse', width: '100%' }}>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map(({ text, columns }, cell) => {
                const Cell = row < head ? 'th' : 'td';
                return (
                  <Cell
                    key={cell}
                    colSpan={columns}
                    style={{ ...style, background: row < head ? token.colorFillAlter : undefined }}
                  >
                    {renderText(text, { block, row, cell })}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The text of a notice as it hangs. */
export function NoticeText({ body, renderText = asItIs }: Props) {
  const { token } = theme.useToken();
  return (
    <div style={{ display: 'grid', gap: token.marginSM, fontSize: token.fontSizeLG, lineHeight: 1.8, overflowWrap: 'anywhere' }}>
      {body.map((block, index) => {
        if (block.kind === 'table') return <TableBlock key={index} table={block} block={index} renderText={renderText} />;
        const text = renderText(block.text, { block: index });
        if (block.kind === 'heading') {
          return (
            <h3 key={index} style={{ margin: 0, fontSize: token.fontSizeHeading5, fontWeight: token.fontWeightStrong }}>
              {text}
            </h3>
          );
        }
        return (
          <p key={index} style={{ margin: 0, whiteSpace: 'pre-wrap', textIndent: '2em' }}>
            {text}
          </p>
        );
      })}
    </div>
  );
}
