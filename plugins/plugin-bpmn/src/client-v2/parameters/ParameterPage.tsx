import { Button, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ParameterDetail } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, Loaded, Muted, PageFrame, Panel, useAddressFilter } from '../shared';
import { ChangeParameter } from './ChangeParameter';
import { ConfirmParameter } from './ConfirmParameter';
import { ElsewhereTable } from './ElsewhereTable';
import { ChangeTable } from './ChangeTable';
import { LevelTable } from './LevelTable';
import { ParameterFacts } from './ParameterFacts';
import { isToConfirm, ParameterState } from './ParameterState';
import { PlaceChoice } from './PlaceChoice';
import { ProposalTable } from './ProposalTable';

function ParameterContent({ detail, onChanged }: { detail: ParameterDetail; onChanged: () => void }) {
  const t = useT();
  const { change } = useAddressFilter<'place'>();
  const { parameter, chain, proposals, elsewhere, history } = detail;
  const place = useMemo(() => chain.at(-1)?.place ?? null, [chain]);
  return (
    <Flex vertical gap="middle">
      {proposals.length > 0 ? (
        <Panel title={t('parameter.proposals', { count: proposals.length })}>
          <ProposalTable proposals={proposals} onChanged={onChanged} />
        </Panel>
      ) : null}
      <Panel title={t('parameter.inForce')}>
        <ParameterFacts detail={detail} />
      </Panel>
      <Panel title={t('parameter.wayTitle')}>
        <Flex vertical gap="middle">
          <Muted>{t('parameter.wayHint')}</Muted>
          <PlaceChoice place={place} onChange={(id) => change({ place: id })} />
          <LevelTable chain={chain} of={parameter} />
        </Flex>
      </Panel>
      {elsewhere.length > 0 ? (
        <Panel title={t('parameter.elsewhere', { count: elsewhere.length })}>
          <ElsewhereTable rows={elsewhere} parameter={parameter} />
        </Panel>
      ) : null}
      <Panel title={t('parameter.history')}>
        {history.length > 0 ? (
          <ChangeTable changes={history} />
        ) : (
          <EmptyState title={t('parameter.historyEmpty')} hint={t('parameter.historyEmptyHint')} />
        )}
      </Panel>
    </Flex>
  );
}

function Acts({ detail, onChanged }: { detail: ParameterDetail; onChanged: () => void }) {
  const t = useT();
  const [open, setOpen] = useState<'change' | 'confirm' | null>(null);
  const { parameter, chain } = detail;
  const close = () => setOpen(null);
  const finish = () => {
    close();
    onChanged();
  };
  if (!chain.some(({ maySet }) => maySet)) return null;
  return (
    <Flex gap="small" wrap>
      {isToConfirm(parameter) ? <Button onClick={() => setOpen('confirm')}>{t('parameter.confirmIt')}</Button> : null}
      <Button type="primary" onClick={() => setOpen('change')}>
        {t('parameter.change')}
      </Button>
      {open === 'change' ? <ChangeParameter detail={detail} onDone={finish} onCancel={close} /> : null}
      {open === 'confirm' ? <ConfirmParameter parameter={parameter} chain={chain} onDone={finish} onCancel={close} /> : null}
    </Flex>
  );
}

/** One parameter: what holds where, on what ground, who changed it, and changing it. */
export function ParameterPage() {
  const t = useT();
  const api = useApi();
  const { key = '' } = useParams();
  const { search } = useAddressFilter<'place'>();
  const placeId = search.get('place');
  const query = useQuery(useCallback(() => api.parameters.detail(key, placeId), [api, key, placeId]));
  const detail = query.status === 'ready' ? query.data : null;
  return (
    <PageFrame
      title={detail?.parameter.name ?? key}
      subtitle={
        detail ? (
          <Flex gap="small" wrap align="center">
            <ParameterState parameter={detail.parameter} />
            <Muted small>{key}</Muted>
          </Flex>
        ) : null
      }
      back={{ to: paths.parameters(placeId), label: t('parameter.title') }}
      extra={detail ? <Acts detail={detail} onChanged={query.reload} /> : null}
      width="reading"
    >
      <Loaded query={query}>{(data) => <ParameterContent detail={data} onChanged={query.reload} />}</Loaded>
    </PageFrame>
  );
}
