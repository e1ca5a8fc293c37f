import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../i18n';
import { EmptyNote, Muted, PlainList, TextLink } from '../shared';
import { BlockLoaded, type BlockLoadedProps } from './BlockLoaded';

export interface BlockRowsProps<Item> {
  query: BlockLoadedProps<{ readonly rows: readonly Item[]; readonly total: number }>['query'];
  /** What it lists, for screen readers. */
  label: string;
  keyOf: (item: Item) => string;
  /** Said where there is nothing: what will appear here, and when. */
  empty: { readonly title: string; readonly hint: string };
  /** The page with all of it; null: the reader has nothing there. */
  more: { readonly to: string; readonly label: string } | null;
  children: (item: Item) => ReactNode;
}

/** The rows of a block in every state, one below the other however wide the block is. */
export function BlockRows<Item>({ query, label, keyOf, empty, more, children }: BlockRowsProps<Item>) {
  const t = useT();
  return (
    <BlockLoaded query={query}>
      {({ rows, total }) => (
        <>
          {rows.length === 0 ? (
            <EmptyNote {...empty} />
          ) : (
            <PlainList label={label} items={rows} keyOf={keyOf}>
              {children}
            </PlainList>
          )}
          <Flex gap="small" wrap justify="space-between">
            <Muted small>{total > rows.length ? t('block.shownOf', { shown: rows.length, total }) : null}</Muted>
            {more ? <TextLink to={more.to}>{more.label}</TextLink> : null}
          </Flex>
        </>
      )}
    </BlockLoaded>
  );
}
