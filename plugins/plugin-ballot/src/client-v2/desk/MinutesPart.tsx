import { FailureAlert, Muted, Panel, saveFile, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useCallback } from 'react';
import { useApi } from '../api';
import { useT } from '../i18n';
import { MotionResult } from '../result';
import { POST_TEXT, POSTS } from '../shared';
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
      <Panel title={t('meeting.staff')}>
        <Staff />
      </Panel>
      {decided.map((motion) => (
        <Panel key={motion.id} title={t('motion.heading', { number: motion.number, title: motion.title })}>
          <MotionResult motion={motion} />
        </Panel>
      ))}
      {desk.minutes ? (
        <Panel title={t('desk.minutesText')}>
          <div style={{ whiteSpace: 'pre-wrap' }}>{desk.minutes}</div>
        </Panel>
      ) : null}
    </Flex>
  );
}
