import { ExclamationCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Flex, theme } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../common/api';
import { useT } from '../i18n';
import { ToneTag } from '../shared';

export interface ProblemListProps {
  problems: Problem[];
  selected: string | null;
  /** Leads to the element, where there is a drawing to look at. */
  onSelect?: (elementId: string) => void;
}

function ProblemLine({
  problem,
  isSelected,
  onSelect,
}: {
  problem: Problem;
  isSelected: boolean;
  onSelect?: (elementId: string) => void;
}) {
  const t = useT();
  const { token } = theme.useToken();
  const { elementId } = problem;
  const isError = problem.severity === 'error';
  return (
    <Flex gap="small" align="baseline" style={isSelected ? { background: token.colorPrimaryBg } : undefined}>
      <ToneTag tone={isError ? 'danger' : 'warning'} icon={isError ? <WarningOutlined /> : <ExclamationCircleOutlined />}>
        {isError ? t('check.error') : t('check.warning')}
      </ToneTag>
      <span style={{ flex: 1, overflowWrap: 'anywhere' }}>{problem.text}</span>
      {elementId && onSelect ? (
        <Button size="small" aria-pressed={isSelected} onClick={() => onSelect(elementId)}>
          {t('check.show', { name: problem.elementName ?? elementId })}
        </Button>
      ) : null}
    </Flex>
  );
}

/** Nobody reads hundreds at once, and a large drawing would wait for them with every change. */
const FIRST = 50;

/** What a check found; each line leads to its element in the drawing. */
export function ProblemList({ problems, selected, onSelect }: ProblemListProps) {
  const t = useT();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, FIRST);
  const rest = problems.length - shown.length;
  return (
    <ul aria-label={t('check.title')} style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
      {shown.map((problem, index) => (
        <li key={`${problem.code}-${problem.elementId ?? ''}-${index}`}>
          <ProblemLine problem={problem} isSelected={selected !== null && selected === problem.elementId} onSelect={onSelect} />
        </li>
      ))}
      {rest > 0 ? (
        <li>
          <Button size="small" type="link" onClick={() => setIsWhole(true)}>
            {t('check.more', { count: rest })}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}
