import { Act, LinkButton } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useNavigate } from 'react-router-dom';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { dayAfter, UNIT_TEXT, useDay } from '../shared';
import { useDesk } from './desk-context';
import { hasText } from './next-step';
import { SetStaff } from './SetStaff';

const LARGE = { size: 'large' } as const;

export function Submit() {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  const approvers = notice.staff.filter(({ post }) => post === 'approver').map(({ name }) => name);
  return (
    <Act
      isMain
      button={LARGE}
      label={t('noticeDesk.submit')}
      consequence={t('noticeDesk.submitConsequence', { people: approvers.join(t('notice.and')) })}
      run={() => api.notices.submit(notice.id)}
      done={t('noticeDesk.submitted')}
      onDone={reload}
    />
  );
}

export function Approve() {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  const days = { days: notice.periodDays, unit: t(UNIT_TEXT[notice.periodUnit]), boards: notice.boardIds.length };
  return (
    <Act
      isMain
      button={LARGE}
      label={t('noticeDesk.approve')}
      tone={notice.minimum?.isConfirmed === false ? 'warning' : 'info'}
      consequence={
        <>
          {t('noticeDesk.approveConsequence', days)}
          {notice.minimum?.isConfirmed === false ? <div>{t('noticeDesk.unconfirmed')}</div> : null}
        </>
      }
      run={() => api.notices.approve(notice.id)}
      done={t('noticeDesk.approved')}
      onDone={reload}
    />
  );
}

export function Return() {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  return (
    <Act
      label={t('noticeDesk.return')}
      consequence={t('noticeDesk.returnConsequence')}
      reasonLabel={t('noticeDesk.reason')}
      run={({ reason }) => api.notices.return(notice.id, reason)}
      done={t('noticeDesk.returned')}
      onDone={reload}
    />
  );
}

/** Its period in numbers before anything is public: the day it hangs is not counted. */
export function Publish() {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  const dayOf = useDay(notice.today);
  const { expected, boardIds, periodDays, minimum } = notice;
  const count = boardIds.length;
  const days = { days: periodDays, unit: t(UNIT_TEXT[notice.periodUnit]) };
  const span = expected && { from: dayOf(dayAfter(expected.startsOn)), until: dayOf(expected.endsOn), count };
  const isUnconfirmed = minimum?.isConfirmed === false;
  return (
    <Act
      isMain
      button={LARGE}
      label={t('noticeDesk.publish')}
      tone={isUnconfirmed ? 'warning' : 'info'}
      consequence={
        <>
          {span
            ? t(count > 0 ? 'noticeDesk.publishOnBoards' : 'noticeDesk.publishOnWall', { ...days, ...span })
            : t('noticeDesk.publishNoCalendar', days)}
          {count > 0 ? <div>{t('noticeDesk.publishBegins', { count })}</div> : null}
          {isUnconfirmed ? <div>{t('noticeDesk.unconfirmed')}</div> : null}
        </>
      }
      run={() => api.notices.publish(notice.id)}
      done={t('noticeDesk.published')}
      onDone={reload}
    />
  );
}

function TakeDown() {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const { notice, reload } = useDesk();
  const boards = notice.postings.filter(({ postedOn, takenDownOn }) => postedOn !== null && takenDownOn === null).length;
  const key = notice.status === 'ended' ? 'noticeDesk.takeDownOver' : 'noticeDesk.takeDownConsequence';
  return (
    <Act
      isDanger
      tone="warning"
      label={t('noticeDesk.takeDown')}
      consequence={t(key, { boards, objections: notice.objections.open })}
      reasonLabel={t('noticeDesk.reason')}
      run={async ({ reason }) => {
        const { nextId } = await api.notices.takeDown(notice.id, reason);
        if (nextId) navigate(paths.desk(nextId));
      }}
      done={t('noticeDesk.takenDown')}
      onDone={reload}
    />
  );
}

function Correct() {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const { notice, reload } = useDesk();
  return (
    <Act
      tone="warning"
      label={t('noticeDesk.correct')}
      consequence={t('noticeDesk.correctConsequence', {
        days: notice.periodDays,
        unit: t(UNIT_TEXT[notice.periodUnit]),
        boards: notice.boardIds.length,
      })}
      reasonLabel={t('noticeDesk.reason')}
      run={async ({ reason }) => {
        const { nextId } = await api.notices.correct(notice.id, reason);
        if (nextId) navigate(paths.desk(nextId));
      }}
      done={t('noticeDesk.corrected')}
      onDone={reload}
    />
  );
}

function Cancel() {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  return (
    <Act
      isDanger
      tone="warning"
      label={t('noticeDesk.cancel')}
      consequence={t('noticeDesk.cancelConsequence')}
      reasonLabel={t('noticeDesk.reason')}
      run={({ reason }) => api.notices.cancel(notice.id, reason)}
      done={t('noticeDesk.cancelled')}
      onDone={reload}
    />
  );
}

/** What else may be done with the notice as a whole, now and by the reader. */
export function OtherActs() {
  const t = useT();
  const { notice, may } = useDesk();
  const isFirst = notice.status === 'draft' && !hasText(notice);
  return (
    <Flex gap="small" wrap>
      {may('noticeNotices:update') && !isFirst ? (
        <LinkButton to={paths.editNotice(notice.id)}>{t('noticeDesk.edit')}</LinkButton>
      ) : null}
      {may('noticeNotices:setStaff') && notice.status !== 'draft' ? <SetStaff /> : null}
      {may('noticeNotices:return') && !may('noticeNotices:approve') ? <Return /> : null}
      {may('noticeNotices:correct') ? <Correct /> : null}
      {may('noticeNotices:takeDown') && notice.takenDownAt === null ? <TakeDown /> : null}
      {may('noticeNotices:cancel') ? <Cancel /> : null}
    </Flex>
  );
}
