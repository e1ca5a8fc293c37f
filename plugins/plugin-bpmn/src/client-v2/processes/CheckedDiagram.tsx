import { Alert, Flex } from 'antd';
import { useMemo, useState } from 'react';
import type { Problem } from '../../common/api';
import { Diagram, type DiagramMark } from '../diagram';
import { useT } from '../i18n';
import { ROOM_BELOW_PX, useIsPhone } from '../shared';
import { ProblemList } from './ProblemList';

const NO_BADGES: never[] = [];
const HEIGHT = { phone: 380, desktop: 680 };

function useProblemMarks(problems: Problem[], selected: string | null): DiagramMark[] {
  return useMemo(() => {
    const marks = problems.flatMap(({ elementId, severity }): DiagramMark[] =>
      elementId ? [{ elementId, kind: severity === 'error' ? 'problem' : 'warning' }] : [],
    );
    return selected ? [...marks, { elementId: selected, kind: 'selected' }] : marks;
  }, [problems, selected]);
}

/** A process as a drawing with what the check found in it. */
export function CheckedDiagram({ xml, problems, name }: { xml: string; problems: Problem[]; name: string }) {
  const t = useT();
  const isPhone = useIsPhone();
  const [selected, setSelected] = useState<string | null>(null);
  const marks = useProblemMarks(problems, selected);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return (
    <Flex vertical gap="middle" style={{ paddingBottom: ROOM_BELOW_PX }}>
      {problems.length === 0 ? (
        <Alert type="success" showIcon message={t('check.none')} />
      ) : (
        <>
          <Alert
            type={errors > 0 ? 'error' : 'warning'}
            showIcon
            message={t('check.summary', { errors, warnings: problems.length - errors })}
          />
          <ProblemList problems={problems} selected={selected} onSelect={setSelected} />
        </>
      )}
      <Diagram
        xml={xml}
        marks={marks}
        badges={NO_BADGES}
        revealed={selected}
        onPick={setSelected}
        label={t('diagram.processLabel', { name })}
        height={isPhone ? HEIGHT.phone : HEIGHT.desktop}
      />
    </Flex>
  );
}
