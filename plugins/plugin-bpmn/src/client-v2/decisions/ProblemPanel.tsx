import { CheckCircleOutlined, ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import type { DecisionProblemView } from '../../common/api';
import type { Query } from '../api';
import { useT } from '../i18n';
import { Loaded, Panel, ToneTag } from '../shared';
import { fieldOf, focusField } from './places';

function ProblemLine({ problem }: { problem: DecisionProblemView }) {
  const t = useT();
  const isError = problem.severity === 'error';
  const field = fieldOf(problem);
  return (
    <Flex gap="small" align="baseline" wrap>
      <ToneTag tone={isError ? 'danger' : 'warning'} icon={isError ? <WarningOutlined /> : <ExclamationCircleOutlined />}>
        {isError ? t('check.error') : t('check.warning')}
      </ToneTag>
      <span style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>{problem.text}</span>
      {field ? (
        <Button size="small" onClick={() => focusField(field)}>
          {t('decision.toCell')}
        </Button>
      ) : null}
    </Flex>
  );
}

/** What the server finds in the table as it stands; each line leads to its cell. */
export function ProblemPanel({ check }: { check: Query<DecisionProblemView[]> }) {
  const t = useT();
  return (
    <Panel title={t('check.title')}>
      <Loaded query={check}>
        {(problems) => (
          <div role="status">
            {problems.length === 0 ? (
              <ToneTag tone="success" icon={<CheckCircleOutlined />}>
                {t('decision.noProblems')}
              </ToneTag>
            ) : (
              <ul aria-label={t('check.title')} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
                {problems.map((problem, index) => (
                  <li key={`${problem.code}-${problem.ruleId ?? ''}-${index}`}>
                    <ProblemLine problem={problem} />
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
