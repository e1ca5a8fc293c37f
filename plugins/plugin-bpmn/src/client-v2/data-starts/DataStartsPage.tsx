import { Button, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { DataStartOptions, DataStartRow } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, Loaded, Muted, PageFrame } from '../shared';
import { SettingChanges } from '../setting-changes';
import { RemoveRule } from './RemoveRule';
import { RuleDialog } from './RuleDialog';
import { RuleTable } from './RuleTable';

type Open = { kind: 'add' } | { kind: 'change' | 'remove'; rule: DataStartRow } | null;

interface DialogProps {
  open: Open;
  options: DataStartOptions;
  onDone: () => void;
  onCancel: () => void;
}

function Dialog({ open, options, ...ends }: DialogProps) {
  if (open === null) return null;
  switch (open.kind) {
    case 'add':
      return <RuleDialog rule={null} options={options} {...ends} />;
    case 'change':
      return <RuleDialog rule={open.rule} options={options} {...ends} />;
    case 'remove':
      return <RemoveRule rule={open.rule} {...ends} />;
  }
}

/** 数据发起规则: which saved records start cases by themselves, for administrators. */
export function DataStartsPage() {
  const t = useT();
  const api = useApi();
  const query = useQuery(
    useCallback(async () => {
      const [rows, options] = await Promise.all([api.dataStarts.overview(), api.dataStarts.options()]);
      return { rows, options };
    }, [api]),
  );
  const { reload } = query;
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const [changes, setChanges] = useState(0);
  const loadChanges = useCallback((page: number) => api.dataStarts.changes(page), [api]);
  const add = (
    <Button type="primary" onClick={() => setOpen({ kind: 'add' })}>
      {t('dataStart.add')}
    </Button>
  );
  const acts = useMemo(
    () => ({
      change: (rule: DataStartRow) => setOpen({ kind: 'change', rule }),
      remove: (rule: DataStartRow) => setOpen({ kind: 'remove', rule }),
      onRetried: reload,
    }),
    [reload],
  );
  return (
    <PageFrame
      title={t('dataStart.title')}
      subtitle={<Muted>{t('dataStart.lead')}</Muted>}
      back={{ to: paths.processes(), label: t('process.title') }}
      extra={query.status === 'ready' ? add : null}
    >
      <Loaded query={query}>
        {({ rows, options }) => (
          <Flex vertical gap="middle">
            {rows.length === 0 ? (
              <EmptyState title={t('dataStart.empty')} hint={t('dataStart.emptyHint')} />
            ) : (
              <RuleTable rows={rows} {...acts} />
            )}
            <Dialog
              open={open}
              options={options}
              onDone={() => {
                close();
                reload();
                setChanges((count) => count + 1);
              }}
              onCancel={close}
            />
            <SettingChanges key={changes} load={loadChanges} />
          </Flex>
        )}
      </Loaded>
    </PageFrame>
  );
}
