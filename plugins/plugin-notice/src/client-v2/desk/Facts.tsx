import { DownloadOutlined } from '@ant-design/icons';
import { DateTime, FailureAlert, FileLink, Muted, Panel, saveFile, ToneTag, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex } from 'antd';
import { useCallback, type ReactNode } from 'react';
import type { CheckSummary } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { kindText } from '../redaction';
import { dayAfter, POST_TEXT, POSTS, UNIT_TEXT, useDay, usePeriodWords } from '../shared';
import { useDesk } from './desk-context';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Muted small>{label}</Muted>
      <div style={{ overflowWrap: 'anywhere' }}>{children}</div>
    </div>
  );
}

/** How long it hangs: what is asked for, what is left, and until when it is kept. */
export function PeriodPanel() {
  const t = useT();
  const { notice } = useDesk();
  const dayOf = useDay(notice.today);
  const words = usePeriodWords()(notice, notice.today);
  const { startsOn, endsOn, keepUntilOn, minimum, periodDays } = notice;
  const unit = t(UNIT_TEXT[notice.periodUnit]);
  return (
    <Panel title={t('notice.period')}>
      <Flex vertical gap="small">
        {words ? <strong>{words}</strong> : null}
        <Line label={t('noticeDesk.days')}>
          {t('noticeDesk.daysOf', { days: periodDays, unit })}{' '}
          {minimum ? (
            <Muted small>
              {t(minimum.isConfirmed ? 'noticeDesk.minimum' : 'noticeDesk.minimumUnconfirmed', { days: minimum.days })}
            </Muted>
          ) : null}
        </Line>
        {startsOn && endsOn ? (
          <Line label={t('noticeDesk.span')}>
            {t('noticeDesk.spanOf', { posted: dayOf(startsOn), from: dayOf(dayAfter(startsOn)), until: dayOf(endsOn) })}
          </Line>
        ) : null}
        {keepUntilOn ? <Line label={t('noticeDesk.keptUntil')}>{dayOf(keepUntilOn)}</Line> : null}
        {notice.notBefore && !startsOn ? <Line label={t('noticeForm.notBefore')}>{dayOf(notice.notBefore)}</Line> : null}
        {notice.matter ? <Line label={t('noticeForm.matter')}>{notice.matter}</Line> : null}
        {notice.wallPath ? <FileLink href={notice.wallPath}>{t('noticeDesk.onWall')}</FileLink> : null}
      </Flex>
    </Panel>
  );
}

function CheckOf({ check }: { check: CheckSummary }) {
  const t = useT();
  return (
    <Flex vertical gap="small">
      <div>
        <ToneTag tone={check.isCurrent ? 'success' : 'danger'}>
          {t(check.isCurrent ? 'noticeDesk.checkCurrent' : 'noticeDesk.checkVoid')}
        </ToneTag>
      </div>
      <Muted small>
        {check.checkedBy.name} · <DateTime at={check.checkedAt} />
      </Muted>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {Object.entries(check.kinds).map(([kind, { masked, kept }]) => (
          <li key={kind}>{t('noticeDesk.checkKind', { kind: kindText(kind, t), masked, kept })}</li>
        ))}
        {check.reasons.map((reason, index) => (
          <li key={`reason ${index}`}>{t('noticeDesk.keptBecause', { reason })}</li>
        ))}
        {check.looked.map(({ fileId, words }) => (
          <li key={fileId}>{words}</li>
        ))}
      </ul>
    </Flex>
  );
}

/** What somebody decided in the redaction check; never what was found. */
export function CheckPanel() {
  const t = useT();
  const { check } = useDesk().notice;
  return (
    <Panel title={t('redaction.title')}>{check ? <CheckOf check={check} /> : <Muted>{t('noticeDesk.notChecked')}</Muted>}</Panel>
  );
}

/** Who does what. Where nobody objects, whoever decides does so about opinions. */
export function PeoplePanel() {
  const t = useT();
  const { staff, takesObjections } = useDesk().notice;
  const text = takesObjections ? POST_TEXT : { ...POST_TEXT, decider: 'opinion.page.beginDecider' as const };
  return (
    <Panel title={t('noticeForm.people')}>
      <Flex vertical gap="small">
        {POSTS.flatMap((post) => {
          const names = staff.flatMap((one) => (one.post === post ? [one.name] : []));
          if (names.length === 0) return [];
          return [
            <Line key={post} label={t(text[post])}>
              {names.join(t('notice.and'))}
            </Line>,
          ];
        })}
      </Flex>
    </Panel>
  );
}

/** How many objected, and what came of it; who and why is told elsewhere. */
export function ObjectionsPanel() {
  const t = useT();
  const { objections, takesObjections } = useDesk().notice;
  return (
    <Panel title={t('noticeDesk.objections')}>
      {!takesObjections ? (
        <Muted>{t('noticeDesk.takesNone')}</Muted>
      ) : objections.total === 0 ? (
        <Muted>{t('noticeDesk.noObjections')}</Muted>
      ) : (
        t('noticeDesk.objectionsOf', { ...objections })
      )}
    </Panel>
  );
}

/** What is printed: the sheet for the boards, and the certificate. */
export function PapersPanel() {
  const t = useT();
  const api = useApi();
  const { id, publishedAt } = useDesk().notice;
  const print = useCommand(
    useCallback(async (what: 'sheet' | 'certificate') => saveFile(await api.notices[what](id)), [api, id]),
  );
  return (
    <Panel title={t('noticeDesk.papers')}>
      <Flex vertical gap="small" align="flex-start">
        {publishedAt === null ? (
          <Muted>{t('noticeDesk.papersLater')}</Muted>
        ) : (
          <Flex gap="small" wrap>
            <Button icon={<DownloadOutlined />} loading={print.isRunning} onClick={() => void print.run('sheet')}>
              {t('noticeDesk.sheet')}
            </Button>
            <Button icon={<DownloadOutlined />} loading={print.isRunning} onClick={() => void print.run('certificate')}>
              {t('noticeDesk.certificate')}
            </Button>
          </Flex>
        )}
        <FailureAlert failure={print.failure} />
      </Flex>
    </Panel>
  );
}
