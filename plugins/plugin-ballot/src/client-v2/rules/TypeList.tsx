import { DataTable, EmptyState, Loaded, Muted, useQuery, type DataColumn } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { MeetingTypeRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { WAY_TEXT } from '../shared';
import { CertaintyTag } from './CertaintyTag';
import { CopyType, EditType } from './EditType';
import { History } from './History';
import { OwnTag } from './OwnTag';

function Days({ days, source }: { days: string; source?: string }) {
  return (
    <>
      {days}
      {source ? (
        <div>
          <Muted small>{source}</Muted>
        </div>
      ) : null}
    </>
  );
}

function TypeHistory({ row: { key, title } }: { row: MeetingTypeRow }) {
  const said = useSaid();
  const api = useApi();
  return <History name={said(title)} load={useCallback(() => api.rules.typeJournal(key), [api, key])} />;
}

function useColumns(onDone: () => void): DataColumn<MeetingTypeRow>[] {
  const t = useT();
  const said = useSaid();
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('meeting.type'),
        maxWidth: 200,
        render: (row) => (
          <>
            <strong>{said(row.title)}</strong>
            <OwnTag of={row} />
            <div>
              <CertaintyTag of={row} />
            </div>
          </>
        ),
      },
      {
        key: 'calledBy',
        title: t('rules.calledBy'),
        maxWidth: 180,
        render: ({ type }) => (type.calledBy ? said(type.calledBy) : null),
      },
      {
        key: 'notice',
        title: t('rules.notice'),
        maxWidth: 170,
        render: ({ type: { notice } }) =>
          notice ? <Days days={t('rules.noticeDays', { days: notice.days })} source={notice.source} /> : null,
      },
      {
        key: 'reconvening',
        title: t('rules.reconvening'),
        maxWidth: 180,
        render: ({ type: { reconvening } }) =>
          reconvening ? (
            <Days
              days={t('rules.reconveningDays', {
                atLeast: reconvening.atLeastDays,
                atMost: reconvening.atMostDays,
                times: reconvening.times,
              })}
              source={reconvening.source}
            />
          ) : null,
      },
      {
        key: 'ways',
        title: t('motion.way'),
        maxWidth: 160,
        render: ({ type }) => type.ways.map((way) => t(WAY_TEXT[way])).join(t('common.and')),
      },
      { key: 'source', title: t('rules.source'), maxWidth: 200, render: ({ source }) => source },
      {
        key: 'acts',
        title: t('rules.acts'),
        render: (row) =>
          row.mayChange ? (
            <Flex gap="small" wrap>
              <EditType row={row} onDone={onDone} />
              <CopyType row={row} onDone={onDone} />
              <TypeHistory row={row} />
            </Flex>
          ) : null,
      },
    ],
    [t, said, onDone],
  );
}

/** All kinds of meetings: who calls them, how long before, and when they are called again. */
export function TypeList() {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => api.rules.types(), [api]));
  const columns = useColumns(query.reload);
  return (
    <Loaded query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('rules.none')} hint={t('rules.noneHint')} />
        ) : (
          <DataTable label={t('rules.types')} columns={columns} rows={rows} rowKey={({ key }) => key} />
        )
      }
    </Loaded>
  );
}
