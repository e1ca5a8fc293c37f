import { SearchOutlined } from '@ant-design/icons';
import { Pages, EmptyState, Loaded, Muted, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Input, List } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { RollEntryRow } from '../../../common/api';
import { useT } from '../../i18n';
import { PAGE_SIZE, type useEntries } from './useEntries';

export interface EntryListProps {
  entries: ReturnType<typeof useEntries>;
  /** What can be done with an entry. */
  action?: (entry: RollEntryRow) => ReactNode;
  /** Beside the name. */
  note?: (entry: RollEntryRow) => ReactNode;
  /** Enter in the search field, when exactly one name was found. */
  onOnly?: (entry: RollEntryRow) => void;
}

function Marks({ entry }: { entry: RollEntryRow }) {
  const t = useT();
  return (
    <>
      {entry.isWithdrawn ? <ToneTag tone="neutral">{t('roll.withdrawn')}</ToneTag> : null}
      {!entry.isWithdrawn && !entry.mayVote ? <ToneTag tone="neutral">{t('roll.mayNotVote')}</ToneTag> : null}
      {entry.isDoubleEnrolled ? <ToneTag tone="danger">{t('roll.doubleEnrolled')}</ToneTag> : null}
    </>
  );
}

function Entry({ entry, action, note }: { entry: RollEntryRow } & Pick<EntryListProps, 'action' | 'note'>) {
  return (
    <List.Item style={{ paddingInline: 0 }}>
      <Flex justify="space-between" align="center" gap="small" style={{ width: '100%' }}>
        <div style={{ minWidth: 0 }}>
          <Muted small>{entry.number}</Muted>{' '}
          <strong style={{ fontSize: '1.15em', textDecoration: entry.isWithdrawn ? 'line-through' : undefined }}>
            {entry.name}
          </strong>{' '}
          {entry.household ? <Muted small>{entry.household}</Muted> : null} <Marks entry={entry} />
          {note ? <div>{note(entry)}</div> : null}
        </div>
        {action ? action(entry) : null}
      </Flex>
    </List.Item>
  );
}

/** Enter takes the only one that is found, also when it is pressed before the answer is there. */
function useOnly({ query, text, searchFor }: EntryListProps['entries'], onOnly: EntryListProps['onOnly']): () => void {
  const [isAsked, setIsAsked] = useState(false);
  // what is on the screen may still be the answer to what was typed before
  const rows = query.status === 'ready' && query.data.search === text.trim() ? query.data.rows : null;
  useEffect(() => {
    if (!isAsked || rows === null) return;
    setIsAsked(false);
    const [only, ...others] = rows;
    if (!only || others.length > 0) return;
    onOnly?.(only);
    searchFor('');
    // what is asked for once is done once
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [isAsked, rows]);
  return () => setIsAsked(text.trim() !== '');
}

/** The roll, searched by a name. */
export function EntryList({ entries, action, note, onOnly }: EntryListProps) {
  const t = useT();
  const { query, text, searchFor, page, setPage } = entries;
  const askForOnly = useOnly(entries, onOnly);
  return (
    <Flex vertical gap="small">
      <Input
        size="large"
        value={text}
        onChange={(event) => searchFor(event.target.value)}
        onPressEnter={askForOnly}
        prefix={<SearchOutlined aria-hidden />}
        aria-label={t('roll.search')}
        placeholder={t(onOnly ? 'roll.searchAndEnter' : 'roll.search')}
        allowClear
      />
      <Loaded query={query}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState
              title={t(text ? 'roll.noneFound' : 'roll.none')}
              hint={t(text ? 'roll.noneFoundHint' : 'roll.noneHint')}
            />
          ) : (
            <>
              <List
                size="small"
                dataSource={found.rows}
                rowKey={({ id }) => id}
                renderItem={(entry) => <Entry entry={entry} action={action} note={note} />}
              />
              <Pages current={page} pageSize={PAGE_SIZE} total={found.total} onChange={setPage} />
            </>
          )
        }
      </Loaded>
    </Flex>
  );
}
