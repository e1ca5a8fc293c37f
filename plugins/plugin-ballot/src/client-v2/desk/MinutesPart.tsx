import { Act, FailureAlert, Muted, Panel, saveFile, useCommand, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useCallback } from 'react';
import { useApi } from '../api';
import { useT } from '../i18n';
import { MotionResult } from '../result';
import { POST_TEXT, POSTS, StaffFields, staffOf, staffValues, type StaffValues } from '../shared';
import { useDesk } from './desk-context';

function Download() {
  const t = useT();
  const api = useApi();
  const { id } = useDesk().desk;
  const download = useCommand(useCallback(async () => saveFile(await api.meetings.minutes(id)), [api, id]));
  return (
    <Flex vertical gap="small">
      <Button
        icon={<DownloadOutlined />}
        loading={download.isRunning}
        onClick={() => void download.run()}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('minutes.download')}
      </Button>
      <FailureAlert failure={download.failure} />
    </Flex>
  );
}

interface SaveValues extends ActValues {
  minutes: string;
}

function SaveMinutes() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act<SaveValues>
      label={t('minutes.edit')}
      consequence={t('minutes.editConsequence')}
      initialValues={{ minutes: desk.minutes ?? '' }}
      run={({ minutes }) => api.meetings.saveMinutes(desk.id, minutes.trim())}
      done={t('minutes.saved')}
      onDone={reload}
    >
      <Form.Item name="minutes" label={t('desk.minutesText')} extra={t('desk.minutesHint')}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} />
      </Form.Item>
    </Act>
  );
}

interface StaffActValues extends ActValues {
  staff: StaffValues;
}

function SetStaff() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act<StaffActValues>
      label={t('minutes.setStaff')}
      tone="warning"
      consequence={t('minutes.setStaffConsequence')}
      reasonLabel={t('common.reason')}
      initialValues={{ staff: staffValues(desk.staff) }}
      run={({ staff, reason }) => api.meetings.setStaff(desk.id, { staff: staffOf(staff), reason })}
      done={t('minutes.staffIsSet')}
      onDone={reload}
      button={{ size: 'small' }}
    >
      <StaffFields known={desk.staff} />
    </Act>
  );
}

function Staff() {
  const t = useT();
  const { staff } = useDesk().desk;
  const lines = POSTS.map((post) => ({ post, names: staff.filter((one) => one.post === post).map(({ name }) => name) }));
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {lines.map(({ post, names }) =>
        names.length > 0 ? (
          <li key={post}>{t('minutes.staffLine', { post: t(POST_TEXT[post]), names: names.join(t('common.and')) })}</li>
        ) : null,
      )}
    </ul>
  );
}

/** 会议记录: what was on the agenda, decided and said, and the minutes as a Word file. */
export function MinutesPart() {
  const t = useT();
  const { desk, may } = useDesk();
  const decided = desk.motions.filter(({ result }) => result !== null);
  return (
    <Flex vertical gap="middle">
      {may('ballotMeetings:minutesFile') || desk.status === 'closed' ? <Download /> : <Muted>{t('minutes.later')}</Muted>}
      <Panel title={t('meeting.agenda')}>
        {desk.agenda.length > 0 ? (
          <ol style={{ margin: 0, paddingInlineStart: 20 }}>
            {desk.agenda.map(({ title, text }, index) => (
              <li key={index}>
                {title}
                {text ? <div style={{ whiteSpace: 'pre-wrap' }}>{text}</div> : null}
              </li>
            ))}
          </ol>
        ) : (
          <Muted>{t('minutes.noAgenda')}</Muted>
        )}
      </Panel>
      <Panel title={t('meeting.staff')} extra={may('ballotMeetings:setStaff') ? <SetStaff /> : null}>
        <Staff />
      </Panel>
      {decided.map((motion) => (
        <Panel key={motion.id} title={t('motion.heading', { number: motion.number, title: motion.title })}>
          <MotionResult motion={motion} />
        </Panel>
      ))}
      <Panel title={t('desk.minutesText')} extra={may('ballotMeetings:saveMinutes') ? <SaveMinutes /> : null}>
        {desk.minutes ? <div style={{ whiteSpace: 'pre-wrap' }}>{desk.minutes}</div> : <Muted>{t('minutes.none')}</Muted>}
      </Panel>
    </Flex>
  );
}
