import { conveningProblems, parseMeetingType, type MeetingType } from '@wuxin/ballot-core';
import { Act, LinkButton, useQuery, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, DatePicker, Flex, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { paths } from '../routes';
import { Problems } from './ConveningAlert';
import { useDesk } from './desk-context';

interface ConveneValues extends ActValues {
  noticeOn: Dayjs;
  despite?: string;
}
interface ReconveneValues extends ActValues {
  plannedAt: Dayjs;
  venue?: string;
}
interface AdjournValues extends ActValues {
  continuesAt?: Dayjs;
}
interface CloseValues extends ActValues {
  minutes: string;
}

const ISO_DAY = 'YYYY-MM-DD';

/** The type of the meeting, for what stands against a day that is only being thought of. */
function useMeetingType(): MeetingType | null {
  const api = useApi();
  const { typeKey } = useDesk().desk;
  const types = useQuery(useCallback(() => api.rules.types(), [api]));
  return useMemo(() => {
    const row = types.status === 'ready' ? types.data.find(({ key }) => key === typeKey) : undefined;
    return row ? parseMeetingType(row.type) : null;
  }, [types, typeKey]);
}

/** Says while one chooses the day of the notice what stands against it. */
function NoticeProblems({ type }: { type: MeetingType | null }) {
  const t = useT();
  const { desk } = useDesk();
  const noticeOn = Form.useWatch<Dayjs | undefined>('noticeOn');
  if (!type || !noticeOn) return null;
  const heldOn = dayjs(desk.plannedAt).format(ISO_DAY);
  const found = conveningProblems(type, { noticeOn: noticeOn.format(ISO_DAY), heldOn });
  // of a meeting that is called again, the server says what stands against it
  const problems = [...found, ...desk.conveningProblems.filter(({ code }) => code.startsWith('reconvened'))];
  if (problems.length === 0) {
    return (
      <Form.Item>
        <Alert type="success" showIcon message={t('convening.fine')} />
      </Form.Item>
    );
  }
  return (
    <>
      <Form.Item>
        <Alert type="warning" showIcon message={t('convening.against')} description={<Problems problems={problems} />} />
      </Form.Item>
      <Form.Item name="despite" label={t('desk.despite')} extra={t('desk.despiteHint')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

function Convene() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  const type = useMeetingType();
  return (
    <Act<ConveneValues>
      label={t('desk.convene')}
      consequence={t('desk.conveneConsequence', { count: desk.attendance.due })}
      initialValues={{ noticeOn: dayjs() }}
      run={({ noticeOn, despite }) =>
        api.meetings.convene(desk.id, { noticeOn: noticeOn.format(ISO_DAY), despite: despite?.trim() || undefined })
      }
      done={t('desk.convened')}
      onDone={reload}
      button={{ type: 'primary' }}
    >
      <Form.Item
        name="noticeOn"
        label={t('desk.noticeOn')}
        extra={t('desk.noticeOnHint')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('desk.noticeOn') }) }]}
      >
        <DatePicker style={{ width: '100%' }} />
      </Form.Item>
      <NoticeProblems type={type} />
    </Act>
  );
}

function Open() {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const { desk, reload } = useDesk();
  const { due, present, missing, sentence } = desk.attendance;
  const isDraftRoll = desk.roll?.status === 'draft';
  const isAgain = desk.status === 'adjourned';
  return (
    <Act
      label={t(isAgain ? 'desk.continue' : 'desk.open')}
      tone={missing ? 'warning' : 'info'}
      consequence={
        <>
          {t('desk.openConsequence', { due, present })}
          {isDraftRoll ? ` ${t('desk.openFreezes', { count: desk.roll?.entries ?? 0 })}` : null}
          {sentence ? <div>{said(sentence)}</div> : null}
        </>
      }
      run={() => api.meetings.open(desk.id)}
      done={t(isAgain ? 'desk.continued' : 'desk.opened')}
      onDone={reload}
      button={{ type: 'primary' }}
    />
  );
}

function Adjourn() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act<AdjournValues>
      label={t('desk.adjourn')}
      tone="warning"
      consequence={t('desk.adjournConsequence', { present: desk.attendance.present })}
      reasonLabel={t('common.reason')}
      run={({ reason, continuesAt }) => api.meetings.adjourn(desk.id, { reason, continuesAt: continuesAt?.valueOf() })}
      done={t('desk.adjourned')}
      onDone={reload}
    >
      <Form.Item name="continuesAt" label={t('desk.continuesAt')} extra={t('desk.continuesAtHint')}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
    </Act>
  );
}

function NotHeld() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  const { due, present, missing } = desk.attendance;
  return (
    <Act
      label={t('desk.notHeld')}
      tone="warning"
      isDanger
      consequence={missing ? t('desk.notHeldTooFew', { due, present, missing }) : t('desk.notHeldConsequence')}
      reasonLabel={t('common.reason')}
      run={({ reason }) => api.meetings.notHeld(desk.id, reason)}
      done={t('desk.isNotHeld')}
      onDone={reload}
    />
  );
}

function Reconvene() {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const { desk } = useDesk();
  const label = t('meeting.plannedAt');
  return (
    <Act<ReconveneValues>
      label={t('desk.reconvene')}
      consequence={t('desk.reconveneConsequence', { entries: desk.roll?.entries ?? 0, motions: desk.motions.length })}
      initialValues={{ venue: desk.venue }}
      run={async ({ plannedAt, venue }) => {
        const { id } = await api.meetings.reconvene(desk.id, { plannedAt: plannedAt.valueOf(), venue: venue?.trim() });
        navigate(paths.desk(id));
      }}
      done={t('desk.reconvened')}
      onDone={() => undefined}
      button={{ type: 'primary' }}
    >
      <Form.Item name="plannedAt" label={label} rules={[{ required: true, message: t('common.fillIn', { name: label }) }]}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="venue" label={t('meeting.venue')}>
        <Input maxLength={200} />
      </Form.Item>
    </Act>
  );
}

function Close() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  const decided = desk.motions.filter(({ status }) => status === 'decided').length;
  const waiting = desk.motions.filter(({ status }) => status === 'waiting').length;
  return (
    <Act<CloseValues>
      label={t('desk.close')}
      tone={waiting > 0 ? 'warning' : 'info'}
      isBlocked={waiting > 0}
      consequence={
        <>
          {t('desk.closeConsequence', { decided })}
          {waiting > 0 ? <div>{t('desk.closeWaiting', { count: waiting })}</div> : null}
        </>
      }
      initialValues={{ minutes: desk.minutes ?? '' }}
      run={({ minutes }) => api.meetings.close(desk.id, { minutes: minutes.trim() })}
      done={t('desk.closed')}
      onDone={reload}
    >
      <Form.Item
        name="minutes"
        label={t('desk.minutesText')}
        extra={t('desk.minutesHint')}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('desk.minutesText') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} />
      </Form.Item>
    </Act>
  );
}

/** What may be done with the meeting as a whole, now and by the reader. */
export function MeetingActs() {
  const t = useT();
  const api = useApi();
  const { desk, reload, may } = useDesk();
  return (
    <Flex gap="small" wrap>
      {may('ballotMeetings:update') ? <LinkButton to={paths.editMeeting(desk.id)}>{t('desk.edit')}</LinkButton> : null}
      {may('ballotMeetings:cancel') ? (
        <Act
          label={t('desk.cancel')}
          tone="warning"
          isDanger
          consequence={t('desk.cancelConsequence')}
          reasonLabel={t('common.reason')}
          run={({ reason }) => api.meetings.cancel(desk.id, reason)}
          done={t('desk.cancelled')}
          onDone={reload}
        />
      ) : null}
      {may('ballotMeetings:adjourn') ? <Adjourn /> : null}
      {may('ballotMeetings:notHeld') ? <NotHeld /> : null}
      {may('ballotMeetings:reconvene') ? <Reconvene /> : null}
      {may('ballotMeetings:close') ? <Close /> : null}
      {may('ballotMeetings:convene') ? <Convene /> : null}
      {may('ballotMeetings:open') ? <Open /> : null}
    </Flex>
  );
}
