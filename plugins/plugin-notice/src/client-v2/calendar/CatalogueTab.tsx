import {
  DataTable,
  EmptyState,
  Loaded,
  Muted,
  ToneTag,
  useAddressFilter,
  useLanguage,
  useQuery,
  type DataColumn,
} from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useCallback, useMemo } from 'react';
import type { DutyList, DutyView, PlaceRef } from '../../common/api';
import { useApi } from './api';
import { DutyActs, type DutyActsProps } from './DutyActs';
import { AddDuty } from './EditDuty';
import { PlaceLine } from './PlaceLine';
import { CADENCE_TEXT, CERTAINTY_TEXT, CLASS_TEXT, useT, useTitle } from './texts';

/** 公开事项目录 at the place of the address: what is owed there, how often, and where that comes from. */
export function CatalogueTab({ places }: { places: readonly PlaceRef[] }) {
  const t = useT();
  const api = useApi();
  const { search } = useAddressFilter<'place'>();
  const placeId = search.get('place') ?? places[0]?.id;
  const query = useQuery(useCallback(() => api.duties(placeId), [api, placeId]));
  if (placeId === undefined) return <EmptyState title={t('disclosure.noPlace')} hint={t('disclosure.noPlaceHint')} />;
  return (
    <Flex vertical gap="middle">
      <Flex gap="small" wrap align="center">
        <PlaceLine places={places} placeId={placeId} />
      </Flex>
      <Loaded query={query}>{(list) => <Duties list={list} place={placeOf(placeId, places)} onDone={query.reload} />}</Loaded>
    </Flex>
  );
}

/** One that somebody has searched for has no name here: what is done there is said without it. */
const placeOf = (id: string, places: readonly PlaceRef[]): PlaceRef =>
  places.find((place) => place.id === id) ?? { id, name: '' };

type Given = Omit<DutyActsProps, 'duty'>;

function useColumns(given: Given): DataColumn<DutyView>[] {
  const t = useT();
  const titleOf = useTitle();
  const language = useLanguage();
  return useMemo(
    () => [
      {
        key: 'what',
        title: t('disclosure.what'),
        maxWidth: 260,
        render: (duty) => (
          <>
            {titleOf(duty)}
            {duty.isInUse ? null : <ToneTag tone="neutral">{t('disclosure.retired')}</ToneTag>}
          </>
        ),
      },
      { key: 'place', title: t('disclosure.reach'), render: ({ place }) => place?.name ?? t('disclosure.everywhere') },
      { key: 'class', title: t('disclosure.classColumn'), render: (duty) => t(CLASS_TEXT[duty.class]) },
      {
        key: 'often',
        title: t('disclosure.often'),
        render: ({ inForce }) => t('disclosure.oftenAndDays', { often: t(CADENCE_TEXT[inForce.cadence]), days: inForce.dueDays }),
      },
      {
        key: 'source',
        title: t('disclosure.source'),
        maxWidth: 340,
        render: ({ source, sourceEn, certainty }) => (
          <>
            {language === 'en-US' && sourceEn !== '' ? sourceEn : source} <Muted small>{t(CERTAINTY_TEXT[certainty])}</Muted>
          </>
        ),
      },
      { key: 'acts', title: t('disclosure.acts'), render: (duty) => <DutyActs duty={duty} {...given} /> },
    ],
    [t, titleOf, language, given],
  );
}

interface DutiesProps {
  list: DutyList;
  place: PlaceRef;
  onDone: () => void;
}

function Duties({ list, place, onDone }: DutiesProps) {
  const t = useT();
  const { mayAdd, mayAddEverywhere } = list;
  const { id: placeId } = place;
  const columns = useColumns(useMemo(() => ({ placeId, mayAdd, onDone }), [placeId, mayAdd, onDone]));
  return (
    <Flex vertical gap="middle">
      {mayAdd ? (
        <div>
          <AddDuty place={place} mayAddEverywhere={mayAddEverywhere} onDone={onDone} />
        </div>
      ) : null}
      {list.rows.length === 0 ? (
        <EmptyState title={t('disclosure.noDuty')} hint={t('disclosure.noDutyHint')} />
      ) : (
        <DataTable label={t('disclosure.catalogue')} columns={columns} rows={list.rows} rowKey={({ id }) => id} />
      )}
    </Flex>
  );
}
