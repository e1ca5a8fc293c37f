import type { ConveningProblem } from '@wuxin/ballot-core';
import { Alert } from 'antd';
import { useT, type Translate } from '../i18n';
import { useDesk } from './desk-context';

/** Why a meeting may not be held on its day, in words. */
export function problemInWords(problem: ConveningProblem, t: Translate): string {
  switch (problem.code) {
    case 'notInForce':
      return t('convening.notInForce', { from: problem.validFrom ?? '–', until: problem.validUntil ?? '–' });
    case 'noticeShort':
      return t('convening.noticeShort', { days: problem.noticeDays, earliest: problem.earliest });
    case 'reconvenedEarly':
      return t('convening.reconvenedEarly', { earliest: problem.earliest, latest: problem.latest });
    case 'reconvenedLate':
      return t('convening.reconvenedLate', { earliest: problem.earliest, latest: problem.latest });
    case 'reconvenedTooOften':
      return t('convening.reconvenedTooOften', { times: problem.times });
  }
}

export function Problems({ problems }: { problems: readonly ConveningProblem[] }) {
  const t = useT();
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {problems.map((problem) => (
        <li key={problem.code}>{problemInWords(problem, t)}</li>
      ))}
    </ul>
  );
}

/** What stands against holding it as planned, until it is held. */
export function ConveningAlert() {
  const t = useT();
  const { desk } = useDesk();
  const isAhead = desk.status === 'draft' || desk.status === 'convened';
  if (!isAhead || desk.conveningProblems.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      message={t('convening.against')}
      description={<Problems problems={desk.conveningProblems} />}
    />
  );
}
