import { Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { SettingChangePage, SettingChangeView } from '../../common/api';
import { useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { Pages, DataTable, DateTime, EmptyState, Loaded, Panel, PersonName, type DataColumn } from '../shared';

const PAGE_SIZE = 10;
const CHANGE_WIDTH = 640;

function What({ change: { text, parts }, t }: { change: SettingChangeView; t: Translate }) {
  return (
    <>
      {text}
      {parts.map(({ name, before, after }) => (
        <div key={name} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {t('settingChange.fromTo', { name, before, after })}
        </div>
      ))}
    </>
  );
}

const columnsFor = (t: Translate): DataColumn<SettingChangeView>[] => [
  { key: 'at', title: t('settingChange.at'), render: ({ at }) => <DateTime at={at} /> },
  { key: 'by', title: t('settingChange.by'), render: ({ by }) => <PersonName person={by} /> },
  { key: 'what', title: t('settingChange.what'), maxWidth: CHANGE_WIDTH, render: (change) => <What change={change} t={t} /> },
];

export interface SettingChangesProps {
  /** Asks for a page; another function is another list. */
  load: (page: number) => Promise<SettingChangePage>;
}

/** 变更记录: who changed what of a setting, and when, the newest first. */
export function SettingChanges({ load }: SettingChangesProps) {
  const t = useT();
  const [page, setPage] = useState(1);
  const query = useQuery(useCallback(() => load(page), [load, page]));
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <Panel title={t('settingChange.title')}>
      <Loaded query={query}>
        {({ rows, total }) =>
          total === 0 ? (
            <EmptyState title={t('settingChange.empty')} hint={t('settingChange.emptyHint')} />
          ) : (
            <Flex vertical gap="middle">
              <DataTable
                label={t('common.listOf', { name: t('settingChange.title') })}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
              />
              <Pages current={page} pageSize={PAGE_SIZE} total={total} onChange={setPage} />
            </Flex>
          )
        }
      </Loaded>
    </Panel>
  );
}
