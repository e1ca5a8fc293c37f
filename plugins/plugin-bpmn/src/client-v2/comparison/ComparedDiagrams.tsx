import { Flex } from 'antd';
import { useMemo } from 'react';
import type { Difference, VersionComparison } from '../../common/api';
import { Diagram, type DiagramBadge, type DiagramMark } from '../diagram';
import { useT } from '../i18n';
import { Panel, ROOM_BELOW_PX, useIsPhone } from '../shared';

const HEIGHT = { phone: 340, desktop: 520 };

const MARK: Record<Difference['kind'], DiagramMark['kind']> = { added: 'passed', removed: 'incident', changed: 'warning' };
/** Never colour alone. */
const BADGE: Record<Difference['kind'], { text: string; kind: DiagramBadge['kind'] }> = {
  added: { text: '+', kind: 'count' },
  removed: { text: '−', kind: 'incident' },
  changed: { text: '≠', kind: 'current' },
};

interface SideProps {
  number: number;
  xml: string;
  /** Those that this side has. */
  differences: readonly Difference[];
  selected: string | null;
  onPick: (elementId: string) => void;
}

function Side({ number, xml, differences, selected, onPick }: SideProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const marks = useMemo(() => {
    const own = differences.map(({ elementId, kind }): DiagramMark => ({ elementId, kind: MARK[kind] }));
    return selected ? [...own, { elementId: selected, kind: 'selected' as const }] : own;
  }, [differences, selected]);
  const badges = useMemo(
    () => differences.map(({ elementId, kind }): DiagramBadge => ({ elementId, ...BADGE[kind], hint: t(`comparison.${kind}`) })),
    [differences, t],
  );
  const title = t('version.numbered', { number });
  return (
    <div style={{ flex: '1 1 420px', minWidth: 0 }}>
      <Panel title={title}>
        <Diagram
          xml={xml}
          marks={marks}
          badges={badges}
          revealed={selected}
          onPick={onPick}
          label={t('diagram.processLabel', { name: title })}
          height={isPhone ? HEIGHT.phone : HEIGHT.desktop}
        />
      </Panel>
    </div>
  );
}

/** Both drawings: what is gone is marked in the older one, what is new in the newer one, what was changed in both. */
export function ComparedDiagrams({
  comparison: { from, to, differences },
  selected,
  onPick,
}: {
  comparison: VersionComparison;
  selected: string | null;
  onPick: (elementId: string) => void;
}) {
  const [before, after] = useMemo(
    () => [differences.filter(({ kind }) => kind !== 'added'), differences.filter(({ kind }) => kind !== 'removed')],
    [differences],
  );
  return (
    <Flex wrap gap="middle" style={{ paddingBottom: ROOM_BELOW_PX }}>
      <Side {...from} differences={before} selected={selected} onPick={onPick} />
      <Side {...to} differences={after} selected={selected} onPick={onPick} />
    </Flex>
  );
}
