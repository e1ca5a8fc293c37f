import { Flex } from 'antd';
import { useMemo, useState } from 'react';
import type { TrackedInstance } from '../../common/api';
import { Diagram, type DiagramBadge, type DiagramMark } from '../diagram';
import { useT, type Translate } from '../i18n';
import { Muted, Panel, ToggleButtons, useIsPhone } from '../shared';
import { CaseOutline } from './CaseOutline';

function marksOf({ passed, takenFlows, current }: TrackedInstance): DiagramMark[] {
  return [
    ...Object.keys(passed).map((elementId) => ({ elementId, kind: 'passed' as const })),
    ...takenFlows.map((elementId) => ({ elementId, kind: 'taken' as const })),
    ...current.map(({ elementId, hasIncident }) => ({
      elementId,
      kind: hasIncident ? ('incident' as const) : ('current' as const),
    })),
  ];
}

function badgesOf({ passed, current }: TrackedInstance, t: Translate): DiagramBadge[] {
  const here = current.map(({ elementId, count, hasIncident }): DiagramBadge => {
    const isSeveral = count > 1;
    if (hasIncident) return { elementId, kind: 'incident', text: isSeveral ? `! ${count}` : '!', hint: t('outline.incident') };
    return { elementId, kind: 'current', text: isSeveral ? `● ${count}` : '●', hint: t('outline.current') };
  });
  const isHere = new Set(current.map(({ elementId }) => elementId));
  const repeated = Object.entries(passed)
    .filter(([elementId, times]) => times > 1 && !isHere.has(elementId))
    .map(
      ([elementId, times]): DiagramBadge => ({
        elementId,
        kind: 'count',
        text: `×${times}`,
        hint: t('outline.times', { count: times }),
      }),
    );
  return [...here, ...repeated];
}

const HEIGHT = { phone: 380, desktop: 680 };

function CaseDrawing({ tracked }: { tracked: TrackedInstance }) {
  const t = useT();
  const isPhone = useIsPhone();
  const marks = useMemo(() => marksOf(tracked), [tracked]);
  const badges = useMemo(() => badgesOf(tracked, t), [tracked, t]);
  return (
    <Flex vertical gap="small">
      <Diagram
        xml={tracked.xml}
        marks={marks}
        badges={badges}
        revealed={tracked.current[0]?.elementId}
        revealLabel={t('diagram.toCurrent')}
        label={t('diagram.caseLabel', { title: tracked.instance.title })}
        height={isPhone ? HEIGHT.phone : HEIGHT.desktop}
      />
      <Muted small>{t('diagram.legend')}</Muted>
    </Flex>
  );
}

type View = 'diagram' | 'list';

/** The case on its own version of the process: as a drawing, and as a list of the same elements. */
export function CaseDiagram({ tracked }: { tracked: TrackedInstance }) {
  const t = useT();
  const isPhone = useIsPhone();
  const [view, setView] = useState<View>('diagram');
  const views = useMemo(
    () => [
      { value: 'diagram' as const, label: t('diagram.asDrawing') },
      { value: 'list' as const, label: t('diagram.asList') },
    ],
    [t],
  );
  return (
    <Panel
      title={t('diagram.title', { version: tracked.instance.versionNumber })}
      extra={isPhone ? null : <ToggleButtons label={t('diagram.view')} options={views} value={view} onChange={setView} />}
    >
      <Flex vertical gap="middle">
        {isPhone || view === 'diagram' ? <CaseDrawing tracked={tracked} /> : null}
        {isPhone || view === 'list' ? <CaseOutline tracked={tracked} /> : null}
      </Flex>
    </Panel>
  );
}
