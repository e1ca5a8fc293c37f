import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { DateTime, Muted } from '@wuxin/plugin-bpmn/client-v2';
import type { Decided } from '@wuxin/ballot-core';
import { Flex, theme } from 'antd';
import type { ReactNode } from 'react';
import type { MotionView } from '../../common/api';
import { useSaid, useT, type TextKey } from '../i18n';
import { SecrecyTag, WAY_TEXT } from '../shared';
import { BoxList } from './BoxList';
import { CandidateBars } from './CandidateBars';
import { Recheck } from './Recheck';
import { ResultBar } from './ResultBar';
import { RuleWords } from './RuleWords';

const DECIDED_TEXT: Record<Decided, TextKey> = {
  passed: 'decided.passed',
  notPassed: 'decided.notPassed',
  noQuorum: 'decided.noQuorum',
  void: 'decided.void',
  revote: 'decided.revote',
  furtherElection: 'decided.furtherElection',
  blocked: 'decided.blocked',
};

function useMark(decided: Decided): ReactNode {
  const { token } = theme.useToken();
  switch (decided) {
    case 'passed':
      return <CheckCircleFilled aria-hidden style={{ color: token.colorSuccess }} />;
    case 'notPassed':
    case 'noQuorum':
    case 'void':
      return <CloseCircleFilled aria-hidden style={{ color: token.colorError }} />;
    case 'revote':
    case 'furtherElection':
    case 'blocked':
      return <ExclamationCircleFilled aria-hidden style={{ color: token.colorWarning }} />;
  }
}

function Verdict({ decided }: { decided: Decided }) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <strong style={{ fontSize: token.fontSizeHeading2, lineHeight: 1.2 }}>
      {useMark(decided)} {t(DECIDED_TEXT[decided])}
    </strong>
  );
}

/** What was decided: the sentence, the numbers, by which rule, and how anybody counts it again. */
export function MotionResult({ motion }: { motion: MotionView }) {
  const t = useT();
  const said = useSaid();
  const { result, counted, box } = motion;
  if (!result) return <Muted>{t('result.none')}</Muted>;
  return (
    <Flex vertical gap="middle">
      <Verdict decided={result.decided} />
      <div style={{ fontSize: '1.1em' }}>{said(result.sentence)}</div>
      {counted?.candidates ? <CandidateBars counts={counted} election={result.election} /> : null}
      {counted && !counted.candidates ? <ResultBar counts={counted} /> : null}
      <Flex gap="small" wrap align="center">
        <SecrecyTag secrecy={motion.secrecy} />
        <Muted small>
          {t(WAY_TEXT[motion.way])} · <RuleWords ruleKey={motion.ruleKey} title={motion.ruleTitle} />
          {motion.decidedAt !== null ? (
            <>
              {' · '}
              <DateTime at={motion.decidedAt} />
            </>
          ) : null}
          {motion.decidedBy ? ` · ${motion.decidedBy.name}` : null}
        </Muted>
      </Flex>
      {box?.isOpened ? <BoxList box={box} motion={motion} /> : null}
      <Recheck motion={motion} />
    </Flex>
  );
}
