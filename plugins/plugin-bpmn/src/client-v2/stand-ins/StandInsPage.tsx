import { App, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { StandInList } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { Loaded, Muted, PageFrame, Sections, useAddressFilter } from '../shared';
import { AllStandIns } from './AllStandIns';
import { GiveStandIn } from './GiveStandIn';
import { OpenStandIns } from './OpenStandIns';
import { PastStandIns } from './PastStandIns';

/** Nobody has more stand-ins ahead of them than this. */
const MOST = 100;

function StandInTabs({ list, onChanged, onGive }: { list: StandInList; onChanged: () => void; onGive: () => void }) {
  const t = useT();
  const { search, change } = useAddressFilter<'tab'>();
  const items = useMemo(
    () => [
      {
        key: 'open',
        label: t('standIn.openTab', { count: list.total }),
        children: <OpenStandIns rows={list.rows} onChanged={onChanged} onGive={onGive} />,
      },
      { key: 'past', label: t('standIn.pastTab'), children: <PastStandIns scope="own" /> },
      ...(list.mayAdminister ? [{ key: 'all', label: t('standIn.allTab'), children: <AllStandIns /> }] : []),
    ],
    [t, list, onChanged, onGive],
  );
  const active = items.find(({ key }) => key === search.get('tab'))?.key ?? 'open';
  return <Sections label={t('standIn.tabs')} active={active} onChange={(tab) => change({ tab })} items={items} />;
}

/** 代理: who acts for whom, and when. */
export function StandInsPage() {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const query = useQuery(useCallback(() => api.standIns.list({ period: 'open', pageSize: MOST }), [api]));
  const [isGiving, setIsGiving] = useState(false);
  const give = useCallback(() => setIsGiving(true), []);
  return (
    <PageFrame
      title={t('standIn.title')}
      subtitle={<Muted>{t('standIn.lead')}</Muted>}
      back={{ to: paths.inbox(), label: t('inbox.title') }}
      extra={
        query.status === 'ready' ? (
          <Button type="primary" onClick={give}>
            {t('standIn.give')}
          </Button>
        ) : null
      }
      width="reading"
    >
      <Loaded query={query}>{(list) => <StandInTabs list={list} onChanged={query.reload} onGive={give} />}</Loaded>
      {isGiving ? (
        <GiveStandIn
          onDone={() => {
            setIsGiving(false);
            message.success(t('standIn.given'));
            query.reload();
          }}
          onCancel={() => setIsGiving(false)}
        />
      ) : null}
    </PageFrame>
  );
}
