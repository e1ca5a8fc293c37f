import { BlockRows, defineBlock, Muted, TextLink, useQuery, type BlockSettings } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, theme } from 'antd';
import { useCallback } from 'react';
import type { DisclosureRow } from '../../common/api';
import { PlaceSetting } from '../shared';
import { useApi } from './api';
import { DAYS_AHEAD, outlookAt, type Outlook } from './outlook';
import { StateTag } from './StateTag';
import { CLASS_TEXT, CLASSES, occasionOf, useT, useTitle } from './texts';

const PAGE = '/admin/wuxin/disclosures';

/** How much is overdue and due soon, by kind of affairs. */
function Counts({ place, counts }: Pick<Outlook, 'place' | 'counts'>) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <>
      <Muted small>{place?.name}</Muted>
      <Flex component="dl" gap={token.marginLG} wrap style={{ margin: 0 }}>
        {CLASSES.map((of) => (
          <div key={of}>
            <dt style={{ color: token.colorTextSecondary }}>{t(CLASS_TEXT[of])}</dt>
            <dd style={{ margin: 0 }}>{t('block.overdueAndDue', { ...counts[of], days: DAYS_AHEAD })}</dd>
          </div>
        ))}
      </Flex>
    </>
  );
}

function DisclosureLine({ row }: { row: DisclosureRow }) {
  const t = useT();
  const titleOf = useTitle();
  const to = `${PAGE}?${String(new URLSearchParams({ place: row.place.id, year: row.dueOn.slice(0, 4) }))}`;
  return (
    <Flex vertical gap={4}>
      <TextLink to={to}>{`${titleOf(row)} · ${occasionOf(row)}`}</TextLink>
      <Flex gap={8} wrap align="center">
        <StateTag {...row} />
        <Muted small>{[t(CLASS_TEXT[row.class]), t('disclosure.dueOn', { day: row.dueOn }), row.place.name].join(' · ')}</Muted>
      </Flex>
    </Flex>
  );
}

/** 公开日历: what is late and what comes next. */
export function CalendarBlock({ place, rows }: Pick<BlockSettings, 'place' | 'rows'>) {
  const t = useT();
  const api = useApi();
  const query = useQuery(useCallback(() => outlookAt(api, place?.id, rows), [api, place?.id, rows]));
  const found = query.status === 'ready' ? query.data : null;
  const empty =
    found?.place === null
      ? { title: t('disclosure.noPlace'), hint: t('disclosure.noPlaceHint') }
      : { title: t('block.nothingDue', { days: DAYS_AHEAD }), hint: t('block.nothingDueHint') };
  return (
    <Flex vertical gap="small">
      {found?.place ? <Counts {...found} /> : null}
      <BlockRows
        query={query}
        label={t('block.calendar')}
        keyOf={({ id }) => id}
        empty={empty}
        more={{ to: PAGE, label: t('block.openCalendar') }}
      >
        {(row) => <DisclosureLine row={row} />}
      </BlockRows>
    </Flex>
  );
}

export const WuxinCalendarBlockModel = defineBlock({
  name: 'WuxinCalendarBlockModel',
  namespace: '@wuxin/plugin-notice',
  label: 'block.calendar',
  sort: 2040,
  place: PlaceSetting,
  component: CalendarBlock,
});
