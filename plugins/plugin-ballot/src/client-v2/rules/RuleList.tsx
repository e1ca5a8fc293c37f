import { parseRule, ruleWords } from '@wuxin/ballot-core';
import { DataTable, EmptyState, Loaded, Muted, useQuery, type DataColumn } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { RuleRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { CertaintyTag } from './CertaintyTag';
import { ConfirmRule } from './ConfirmRule';
import { CopyRule, EditRule } from './EditRule';
import { History } from './History';
import { OwnTag } from './OwnTag';

function Source({ row }: { row: RuleRow }) {
  const t = useT();
  return (
    <>
      {row.source ?? <Muted>{t('rules.noSource')}</Muted>}
      {row.confirmed ? (
        <div>
          <Muted small>
            {t('rules.confirmedBy', { by: row.confirmed.by, on: row.confirmed.on, source: row.confirmed.source })}
          </Muted>
        </div>
      ) : null}
    </>
  );
}

function RuleHistory({ row: { key, title } }: { row: RuleRow }) {
  const said = useSaid();
  const api = useApi();
  return <History name={said(title)} load={useCallback(() => api.rules.journal(key), [api, key])} />;
}

function useColumns(rows: readonly RuleRow[], onDone: () => void): DataColumn<RuleRow>[] {
  const t = useT();
  const said = useSaid();
  const elections = useMemo(() => rows.filter(({ rule }) => rule.kind === 'election'), [rows]);
  return useMemo(
    () => [
      {
        key: 'title',
        title: t('rules.rule'),
        maxWidth: 240,
        render: (row) => (
          <>
            <strong>{said(row.title)}</strong>
            <OwnTag of={row} />
          </>
        ),
      },
      { key: 'words', title: t('rules.asks'), maxWidth: 380, render: ({ rule }) => said(ruleWords(parseRule(rule))) },
      { key: 'source', title: t('rules.source'), maxWidth: 260, render: (row) => <Source row={row} /> },
      { key: 'certainty', title: t('rules.certainty'), render: (row) => <CertaintyTag of={row} /> },
      {
        key: 'acts',
        title: t('rules.acts'),
        render: (row) => (
          <Flex gap="small" wrap>
            {row.mayConfirm && row.certainty === 'unsure' ? <ConfirmRule row={row} onDone={onDone} /> : null}
            {row.mayChange ? <EditRule row={row} elections={elections} onDone={onDone} /> : null}
            {row.mayChange ? <CopyRule row={row} elections={elections} onDone={onDone} /> : null}
            {row.mayChange ? <RuleHistory row={row} /> : null}
          </Flex>
        ),
      },
    ],
    [t, said, elections, onDone],
  );
}

function Rules({ rows, onDone }: { rows: RuleRow[]; onDone: () => void }) {
  const t = useT();
  const columns = useColumns(rows, onDone);
  // what nobody answers for stands first
  const inOrder = useMemo(() => [...rows].sort((a, b) => Number(a.isReady) - Number(b.isReady)), [rows]);
  const unready = rows.filter(({ isReady }) => !isReady).length;
  if (rows.length === 0) return <EmptyState title={t('rules.none')} hint={t('rules.noneHint')} />;
  return (
    <Flex vertical gap="middle">
      {unready > 0 ? (
        <Alert type="warning" showIcon message={t('rules.unready', { count: unready })} description={t('rules.unreadyHint')} />
      ) : null}
      <DataTable label={t('rules.list')} columns={columns} rows={inOrder} rowKey={({ key }) => key} />
    </Flex>
  );
}

/** All voting rules in words. */
export function RuleList() {
  const api = useApi();
  const query = useQuery(useCallback(() => api.rules.list(), [api]));
  return <Loaded query={query}>{(rows) => <Rules rows={rows} onDone={query.reload} />}</Loaded>;
}
