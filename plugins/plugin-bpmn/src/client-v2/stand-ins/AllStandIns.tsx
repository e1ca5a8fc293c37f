import { App, Button, Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { EmptyState, Loaded, pageOf, ToggleButtons, useAddressFilter } from '../shared';
import { GiveStandIn } from './GiveStandIn';
import { PagedStandIns } from './PagedStandIns';
import { PastStandIns } from './PastStandIns';

const PAGE_SIZE = 20;

function OpenOfAll() {
  const t = useT();
  const api = useApi();
  const { search } = useAddressFilter();
  const page = pageOf(search);
  const query = useQuery(
    useCallback(() => api.standIns.list({ scope: 'all', period: 'open', page, pageSize: PAGE_SIZE }), [api, page]),
  );
  return (
    <Loaded query={query}>
      {(list) =>
        list.total === 0 ? (
          <EmptyState title={t('standIn.allEmpty')} hint={t('standIn.allEmptyHint')} />
        ) : (
          <PagedStandIns list={list} pageSize={PAGE_SIZE} onChanged={query.reload} />
        )
      }
    </Loaded>
  );
}

/** For administrators: everybody's stand-ins, and giving one for somebody who cannot. */
export function AllStandIns() {
  const t = useT();
  const { message } = App.useApp();
  const { search, change } = useAddressFilter<'period'>();
  const [isGiving, setIsGiving] = useState(false);
  const [given, setGiven] = useState(0);
  const period = search.get('period') === 'past' ? 'past' : 'open';
  const options = useMemo(
    () => [
      { value: 'open' as const, label: t('standIn.open') },
      { value: 'past' as const, label: t('standIn.pastTab') },
    ],
    [t],
  );
  return (
    <Flex vertical gap="middle" align="stretch">
      <Flex gap="middle" wrap align="center" justify="space-between">
        <ToggleButtons
          label={t('standIn.period')}
          options={options}
          value={period}
          onChange={(next) => change({ period: next === 'past' ? next : undefined })}
        />
        <Button onClick={() => setIsGiving(true)}>{t('standIn.giveForOther')}</Button>
      </Flex>
      {period === 'past' ? <PastStandIns scope="all" /> : <OpenOfAll key={given} />}
      {isGiving ? (
        <GiveStandIn
          isForOther
          onDone={() => {
            setIsGiving(false);
            setGiven((before) => before + 1);
            message.success(t('standIn.given'));
          }}
          onCancel={() => setIsGiving(false)}
        />
      ) : null}
    </Flex>
  );
}
