import {
  DataTable,
  DateTime,
  EmptyState,
  Loaded,
  Muted,
  PageFrame,
  TextLink,
  ToneTag,
  useLanguage,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { App, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { KindView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { PlaceSelect, UNIT_TEXT } from '../shared';
import { EditKind } from './EditKind';
import { NumberCell } from './NumberCell';
import { FORM_TEXT } from './words';

/** By which proof a posting on a board counts: of all kinds. */
const BOARD_PROOF = 'notice.board_proof';

function Name({ kind: { title, isChanged, changedAt, changedByName } }: { kind: KindView }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Flex vertical align="flex-start" gap={2}>
      <strong>{title[language]}</strong>
      <Muted small>{title[language === 'zh-CN' ? 'en-US' : 'zh-CN']}</Muted>
      {isChanged ? (
        <Flex gap="small" align="center" wrap>
          <ToneTag tone="info">{t('noticeKind.isChanged')}</ToneTag>
          <Muted small>
            {changedByName} · <DateTime at={changedAt} />
          </Muted>
        </Flex>
      ) : null}
    </Flex>
  );
}

function useColumns(placeId: string | undefined, onDone: () => void): DataColumn<KindView>[] {
  const t = useT();
  return useMemo(
    () => [
      { key: 'name', title: t('noticeKind.name'), maxWidth: 280, render: (kind) => <Name kind={kind} /> },
      {
        key: 'form',
        title: t('noticeKind.form'),
        maxWidth: 220,
        render: ({ form, takesObjections }) => (
          <>
            {t(FORM_TEXT[form])}
            <br />
            <Muted small>{t(takesObjections ? 'noticeKind.takesObjections' : 'noticeKind.takesNone')}</Muted>
          </>
        ),
      },
      {
        key: 'period',
        title: t('noticeKind.period'),
        maxWidth: 260,
        render: ({ period, periodUnit, mayChange }) =>
          period ? (
            <NumberCell
              number={period}
              words={t('noticeKind.atLeast', { days: period.value, unit: t(UNIT_TEXT[periodUnit]) })}
              placeId={placeId}
              isLinked={mayChange}
            />
          ) : (
            t('noticeKind.noPeriod')
          ),
      },
      {
        key: 'keep',
        title: t('noticeKind.keep'),
        maxWidth: 260,
        render: ({ keep, mayChange }) =>
          keep ? (
            <NumberCell
              number={keep}
              words={t('noticeKind.keeps', { days: keep.value })}
              placeId={placeId}
              isLinked={mayChange}
            />
          ) : null,
      },
      {
        key: 'acts',
        title: t('noticeBoard.acts'),
        render: (kind) => (kind.mayChange ? <EditKind kind={kind} onDone={onDone} /> : <Muted>{t('noticeKind.notYours')}</Muted>),
      },
    ],
    [t, placeId, onDone],
  );
}

interface KindsProps {
  rows: KindView[];
  placeId: string | undefined;
  onDone: () => void;
}

function Kinds({ rows, placeId, onDone }: KindsProps) {
  const t = useT();
  const columns = useColumns(placeId, onDone);
  if (rows.length === 0) return <EmptyState title={t('noticeKind.none')} hint={t('noticeKind.noneHint')} />;
  const mayChange = rows.some((kind) => kind.mayChange);
  return (
    <Flex vertical gap="middle">
      <DataTable label={t('noticeKind.list')} columns={columns} rows={rows} rowKey={({ key }) => key} />
      {mayChange ? <TextLink to={paths.parameter(BOARD_PROOF, placeId)}>{t('noticeKind.boardProof')}</TextLink> : null}
    </Flex>
  );
}

/** 公示种类: what may be posted, for how long at a place, and where its numbers come from. */
export function KindsPage() {
  const t = useT();
  const api = useApi();
  const [placeId, setPlaceId] = useState<string | undefined>();
  const query = useQuery(useCallback(() => api.kinds.list(placeId), [api, placeId]));
  return (
    <App>
      <PageFrame
        title={t('noticeKind.pageTitle')}
        subtitle={<Muted>{t('noticeKind.lead')}</Muted>}
        back={{ to: paths.notices(), label: t('notice.pageTitle') }}
      >
        <Flex vertical gap="middle">
          <div style={{ maxWidth: 280 }}>
            <PlaceSelect
              label={t('noticeKind.atPlace')}
              placeholder={t('noticeKind.everywhere')}
              value={placeId}
              onChange={setPlaceId}
            />
          </div>
          <Loaded query={query}>{(rows) => <Kinds rows={rows} placeId={placeId} onDone={query.reload} />}</Loaded>
        </Flex>
      </PageFrame>
    </App>
  );
}
