import {
  DataTable,
  FailureAlert,
  Muted,
  Panel,
  ToneTag,
  useCommand,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { PostingView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { openFile, useDay } from '../shared';
import { useDesk } from './desk-context';
import { ConfirmPosting, NotePosted, NoteTakenDown } from './PostingActs';

function PhotoButton({ photoId, boardName }: { photoId: string; boardName: string }) {
  const t = useT();
  const api = useApi();
  const { id } = useDesk().notice;
  const open = useCommand(useCallback(async () => openFile(await api.notices.file(id, photoId)), [api, id, photoId]));
  return (
    <>
      <Button
        size="small"
        loading={open.isRunning}
        aria-label={t('posting.photoOf', { name: boardName })}
        onClick={() => void open.run()}
      >
        {t('posting.photo')}
      </Button>
      <FailureAlert failure={open.failure} />
    </>
  );
}

function State({ posting: { status, isProven, takenDownOn } }: { posting: PostingView }) {
  const t = useT();
  if (takenDownOn !== null) return <ToneTag tone="neutral">{t('posting.paperDown', { day: takenDownOn })}</ToneTag>;
  if (isProven) return <ToneTag tone="success">{t('posting.proven')}</ToneTag>;
  return (
    <ToneTag tone={status === 'asked' ? 'warning' : 'info'}>
      {t(status === 'asked' ? 'posting.asked' : 'posting.unconfirmed')}
    </ToneTag>
  );
}

function useColumns(): DataColumn<PostingView>[] {
  const t = useT();
  const { notice, may } = useDesk();
  const dayOf = useDay(notice.today);
  return [
    {
      key: 'board',
      title: t('posting.board'),
      maxWidth: 260,
      render: ({ boardName, boardAddress }) => (
        <>
          <strong>{boardName}</strong> <Muted small>{boardAddress}</Muted>
        </>
      ),
    },
    { key: 'state', title: t('notice.statusColumn'), render: (posting) => <State posting={posting} /> },
    {
      key: 'posted',
      title: t('posting.posted'),
      maxWidth: 240,
      render: ({ postedOn, postedBy, confirmedBy }) =>
        postedOn === null ? null : (
          <>
            {t('posting.postedBy', { day: dayOf(postedOn), name: postedBy?.name ?? '' })}
            {confirmedBy ? <Muted small> {t('posting.confirmedBy', { name: confirmedBy.name })}</Muted> : null}
          </>
        ),
    },
    {
      key: 'acts',
      title: t('noticeBoard.acts'),
      render: (posting) => (
        <Flex gap="small" wrap>
          {posting.photoId ? <PhotoButton photoId={posting.photoId} boardName={posting.boardName} /> : null}
          {posting.status === 'asked' && may('noticeNotices:notePosted') ? <NotePosted posting={posting} /> : null}
          {posting.status === 'posted' && notice.boardProof === 'twoPeople' && may('noticeNotices:confirmPosting') ? (
            <ConfirmPosting posting={posting} />
          ) : null}
          {posting.postedOn !== null && posting.takenDownOn === null && may('noticeNotices:noteTakenDown') ? (
            <NoteTakenDown posting={posting} />
          ) : null}
        </Flex>
      ),
    },
  ];
}

/** Before it is published: the boards on which it will hang, by their names. */
function PlannedBoards() {
  const t = useT();
  const api = useApi();
  const { boardIds, place } = useDesk().notice;
  const query = useQuery(useCallback(() => api.boards.list(place?.id), [api, place?.id]));
  const boards = useMemo(
    () => (query.status === 'ready' ? query.data.filter(({ id }) => boardIds.includes(id)) : []),
    [query, boardIds],
  );
  if (boardIds.length === 0) return <Muted>{t('posting.none')}</Muted>;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {boards.map(({ id, name, address }) => (
        <li key={id}>
          {name} <Muted small>{address}</Muted>
        </li>
      ))}
    </ul>
  );
}

/** 公示栏: where it hangs, since when, and what proves it. */
export function PostingsPanel() {
  const t = useT();
  const { notice } = useDesk();
  const columns = useColumns();
  return (
    <Panel title={t('posting.title')}>
      <Flex vertical gap="small">
        <Muted small>{t(notice.boardProof === 'photo' ? 'posting.byPhoto' : 'posting.byTwoPeople')}</Muted>
        {notice.postings.length === 0 ? (
          <PlannedBoards />
        ) : (
          <DataTable label={t('posting.title')} columns={columns} rows={[...notice.postings]} rowKey={({ id }) => id} />
        )}
      </Flex>
    </Panel>
  );
}
