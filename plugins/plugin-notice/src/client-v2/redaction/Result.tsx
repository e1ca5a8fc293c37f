import { Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Flex } from 'antd';
import type { CheckView, NoticeDesk } from '../../common/api';
import { useT } from '../i18n';
import { NoticeText } from '../shared';
import { resultOf, type Decisions } from './decisions';

interface Props {
  notice: NoticeDesk;
  check: CheckView;
  decisions: Decisions;
  looked: ReadonlyMap<string, string>;
}

/** What the notice will say once it is confirmed. */
export function Result({ notice, check, decisions, looked }: Props) {
  const t = useT();
  const all = [...decisions.values()];
  const masked = all.filter(({ decision }) => decision === 'mask').length;
  const reasons = all.flatMap((one) => (one.decision === 'keep' ? [one.reason] : []));
  const { title, body } = resultOf(notice, check.findings, decisions);
  const inFiles = check.findings.filter(({ pieces }) => pieces.some(({ place }) => place.kind === 'file')).length;
  return (
    <Flex vertical gap="middle">
      <Alert
        type="info"
        showIcon
        message={t('redaction.resultCounts', { masked, kept: reasons.length, looked: looked.size })}
        description={inFiles > 0 ? t('redaction.resultFiles', { count: inFiles }) : undefined}
      />
      <strong style={{ fontSize: 18, textAlign: 'center' }}>{title}</strong>
      <NoticeText body={body} />
      {reasons.length > 0 ? (
        <div>
          <Muted small>{t('redaction.keptReasons')}</Muted>
          <ul>
            {[...new Set(reasons)].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Flex>
  );
}
