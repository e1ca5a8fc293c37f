import { Act, Loaded, useIsPhone, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Descriptions, Drawer, Flex } from 'antd';
import { useCallback } from 'react';
import type { DisclosureDetail } from '../../common/api';
import { useApi } from './api';
import { StateTag } from './StateTag';
import { CLASS_TEXT, occasionOf, STATUS_TEXT, useT, useTitle } from './texts';

export interface DisclosureDrawerProps {
  id: string;
  onClose: () => void;
  onDone: () => void;
}

/** One disclosure: how it stands, its review, and what the reader may do. */
export function DisclosureDrawer({ id, onClose, onDone }: DisclosureDrawerProps) {
  const t = useT();
  const api = useApi();
  const isPhone = useIsPhone();
  const query = useQuery(useCallback(() => api.detail(id), [api, id]));
  const finish = () => {
    query.reload();
    onDone();
  };
  return (
    <Drawer open title={t('disclosure.one')} width={isPhone ? '100%' : 480} onClose={onClose}>
      <Loaded query={query}>
        {(detail) => (
          <Flex vertical gap="middle">
            <Facts detail={detail} />
            <Acts detail={detail} onDone={finish} />
          </Flex>
        )}
      </Loaded>
    </Drawer>
  );
}

function Facts({ detail }: { detail: DisclosureDetail }) {
  const t = useT();
  const titleOf = useTitle();
  const { review, waived, notice } = detail;
  const items = [
    [t('disclosure.what'), `${titleOf(detail)} · ${occasionOf(detail)}`],
    [t('disclosure.classColumn'), t(CLASS_TEXT[detail.class])],
    [t('disclosure.place'), detail.place.name],
    [t('disclosure.dueColumn'), detail.dueOn],
    [t('disclosure.statusColumn'), t(STATUS_TEXT[detail.status])],
    [t('disclosure.stateColumn'), <StateTag key="state" {...detail} />],
    [t('disclosure.notice'), notice ? `${notice.title}（${notice.number}）` : t('disclosure.noNotice')],
    [t('disclosure.review'), review ? t(review.verdict === 'agreed' ? 'disclosure.agreedBy' : 'disclosure.returnedBy', { name: review.byName, opinion: review.opinion }) : t('disclosure.noReview')], // prettier-ignore
    [t('disclosure.publishedOn'), detail.publishedOn ?? '—'],
    [t('disclosure.keep'), detail.keepUntilOn ?? t('disclosure.days', { days: detail.keepDays })],
    ...(waived ? [[t('disclosure.waivedBy', { name: waived.byName }), waived.reason]] : []),
  ].map(([label, children], index) => ({ key: index, label, children }));
  return (
    <>
      {detail.isAsReviewed === false ? <Alert type="warning" showIcon message={t('disclosure.notAsReviewed')} /> : null}
      {detail.status === 'due' && review?.verdict === 'returned' ? (
        <Alert type="warning" showIcon message={t('disclosure.returned')} description={review.opinion} />
      ) : null}
      <Descriptions column={1} size="small" bordered items={items} />
    </>
  );
}

function Acts({ detail: { id, may, notice }, onDone }: { detail: DisclosureDetail; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  return (
    <Flex gap="small" wrap>
      {may.includes('draft') ? (
        <Act
          isMain
          label={t(notice ? 'disclosure.present' : 'disclosure.draft')}
          consequence={t(notice ? 'disclosure.presentConsequence' : 'disclosure.draftConsequence')}
          run={() => api.draft(id)}
          done={t('disclosure.drafted')}
          onDone={onDone}
        />
      ) : null}
      {may.includes('review') ? (
        <>
          <Act
            isMain
            label={t('disclosure.agree')}
            consequence={t('disclosure.agreeConsequence')}
            reasonLabel={t('disclosure.opinion')}
            isReasonRequired={false}
            run={({ reason }) => api.review(id, 'agreed', reason)}
            done={t('disclosure.reviewed')}
            onDone={onDone}
          />
          <Act
            label={t('disclosure.return')}
            consequence={t('disclosure.returnConsequence')}
            reasonLabel={t('disclosure.reason')}
            run={({ reason }) => api.review(id, 'returned', reason)}
            done={t('disclosure.reviewed')}
            onDone={onDone}
          />
        </>
      ) : null}
      {may.includes('waive') ? (
        <Act
          label={t('disclosure.waive')}
          consequence={t('disclosure.waiveConsequence')}
          reasonLabel={t('disclosure.reason')}
          run={({ reason }) => api.waive(id, reason)}
          done={t('disclosure.waivedDone')}
          onDone={onDone}
        />
      ) : null}
    </Flex>
  );
}
