import { Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { VersionRow, VersionStatus } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { DateTime, Muted, ToneTag, type Tone } from '../shared';

const LOOK: Record<VersionStatus, { tone: Tone; text: TextKey }> = {
  draft: { tone: 'info', text: 'version.draft' },
  published: { tone: 'success', text: 'version.published' },
  retired: { tone: 'neutral', text: 'version.retired' },
};

const columnsFor = (t: Translate): TableColumnsType<VersionRow> => [
  { title: t('version.number'), key: 'number', render: (_, { number }) => t('version.numbered', { number }) },
  {
    title: t('process.state'),
    key: 'status',
    render: (_, { status }) => <ToneTag tone={LOOK[status].tone}>{t(LOOK[status].text)}</ToneTag>,
  },
  {
    title: t('process.publishedAt'),
    key: 'publishedAt',
    render: (_, { publishedAt }) => (publishedAt === null ? <Muted>{t('common.none')}</Muted> : <DateTime at={publishedAt} />),
  },
  { title: t('process.running'), dataIndex: 'running', align: 'end' },
  { title: t('process.ended'), dataIndex: 'ended', align: 'end' },
  { title: t('version.note'), key: 'note', render: (_, { note }) => note ?? <Muted>{t('common.none')}</Muted> },
];

/** Every version with the cases that still run on it. */
export function VersionTable({ versions }: { versions: VersionRow[] }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t), [t]);
  return <Table size="small" rowKey="id" columns={columns} dataSource={versions} pagination={false} scroll={{ x: 640 }} />;
}
