import {
  DataTable,
  EmptyState,
  Loaded,
  Muted,
  PageFrame,
  ToneTag,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { App, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { BoardView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { PlaceSelect } from '../shared';
import { AddBoard, ChangeBoard, SetInUse } from './BoardActs';

function useColumns(onDone: () => void): DataColumn<BoardView>[] {
  const t = useT();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('noticeBoard.name'),
        maxWidth: 320,
        render: ({ name, isInUse }) => (
          <Flex gap="small" align="center" wrap>
            <strong>{name}</strong>
            {isInUse ? null : <ToneTag tone="neutral">{t('noticeBoard.retired')}</ToneTag>}
          </Flex>
        ),
      },
      { key: 'place', title: t('notice.place'), render: ({ place }) => place?.name ?? t('noticeBoard.everywhere') },
      { key: 'address', title: t('noticeBoard.address'), maxWidth: 320, render: ({ address }) => address || null },
      {
        key: 'acts',
        title: t('noticeBoard.acts'),
        render: (board) => (
          <Flex gap="small" wrap>
            <ChangeBoard board={board} onDone={onDone} />
            <SetInUse board={board} onDone={onDone} />
          </Flex>
        ),
      },
    ],
    [t, onDone],
  );
}

function Boards({ rows, onDone }: { rows: BoardView[]; onDone: () => void }) {
  const t = useT();
  const columns = useColumns(onDone);
  if (rows.length === 0) return <EmptyState title={t('noticeBoard.none')} hint={t('noticeBoard.noneHint')} />;
  return <DataTable label={t('noticeBoard.list')} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** 公示栏: the boards of a place, and of those above it. */
export function BoardsPage() {
  const t = useT();
  const api = useApi();
  const [placeId, setPlaceId] = useState<string | undefined>();
  const query = useQuery(useCallback(() => api.boards.list(placeId), [api, placeId]));
  const { reload } = query;
  return (
    <App>
      <PageFrame
        title={t('noticeBoard.pageTitle')}
        subtitle={<Muted>{t('noticeBoard.lead')}</Muted>}
        back={{ to: paths.notices(), label: t('notice.pageTitle') }}
        extra={<AddBoard onDone={reload} />}
      >
        <Flex vertical gap="middle">
          <div style={{ maxWidth: 280 }}>
            <PlaceSelect label={t('notice.place')} placeholder={t('notice.anyPlace')} value={placeId} onChange={setPlaceId} />
          </div>
          <Loaded query={query}>{(rows) => <Boards rows={rows} onDone={reload} />}</Loaded>
        </Flex>
      </PageFrame>
    </App>
  );
}
