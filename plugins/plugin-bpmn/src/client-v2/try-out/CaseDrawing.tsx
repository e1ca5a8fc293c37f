import { Flex } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { TryOutCase, TryOutOptions, TryOutView } from '../../common/api';
import { useApi, useQuery } from '../api';
import { Diagram, type DiagramBadge, type DiagramMark } from '../diagram';
import { useT } from '../i18n';
import { Choice, Loaded, Muted, Panel, useIsPhone } from '../shared';

const HEIGHT = { phone: 360, desktop: 560 };

function marksOf({ passed, taken, current, stopped }: TryOutCase): DiagramMark[] {
  return [
    ...passed.map((elementId) => ({ elementId, kind: 'passed' as const })),
    ...taken.map((elementId) => ({ elementId, kind: 'taken' as const })),
    ...current.map((elementId) => ({
      elementId,
      kind: stopped.includes(elementId) ? ('incident' as const) : ('current' as const),
    })),
  ];
}

function Drawing({ xml, tried }: { xml: string; tried: TryOutCase }) {
  const t = useT();
  const isPhone = useIsPhone();
  const marks = useMemo(() => marksOf(tried), [tried]);
  const badges = useMemo(
    () =>
      tried.current.map((elementId): DiagramBadge => {
        const isStopped = tried.stopped.includes(elementId);
        return isStopped
          ? { elementId, kind: 'incident', text: '!', hint: t('outline.incident') }
          : { elementId, kind: 'current', text: '●', hint: t('outline.current') };
      }),
    [tried, t],
  );
  return (
    <Diagram
      xml={xml}
      marks={marks}
      badges={badges}
      revealed={tried.current[0] ?? null}
      revealLabel={t('diagram.toCurrent')}
      label={t('diagram.caseLabel', { title: tried.title })}
      height={isPhone ? HEIGHT.phone : HEIGHT.desktop}
    />
  );
}

function CalledDrawing({ processKey, tried }: { processKey: string; tried: TryOutCase }) {
  const api = useApi();
  const { versionId } = tried;
  const query = useQuery(useCallback(() => api.processes.tryOutDrawing(processKey, versionId), [api, processKey, versionId]));
  return <Loaded query={query}>{({ xml }) => <Drawing xml={xml} tried={tried} />}</Loaded>;
}

/** The drawing of one of the cases with its tokens: the newest that still runs, until another one is chosen. */
export function CaseDrawing({ processKey, options, view }: { processKey: string; options: TryOutOptions; view: TryOutView }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const { cases } = view;
  const running = cases.findLast(({ status, current }) => status === 'running' && current.length > 0);
  const tried = cases.find(({ id }) => id === chosen) ?? running ?? cases[0];
  if (!tried) return null;
  const choices = cases.map(({ id, processName, title }) => ({ value: id, label: `${processName} · ${title}` }));
  return (
    <Panel title={t('tryOut.drawing', { name: tried.processName })}>
      <Flex vertical gap="small">
        {cases.length > 1 ? (
          <label>
            <Muted small>{t('tryOut.whichCase')}</Muted>
            <Choice options={choices} value={tried.id} onChange={setChosen} />
          </label>
        ) : null}
        {tried.versionId === options.versionId ? (
          <Drawing key={tried.id} xml={options.drawing} tried={tried} />
        ) : (
          <CalledDrawing key={tried.id} processKey={processKey} tried={tried} />
        )}
        <Muted small>{t('diagram.legend')}</Muted>
      </Flex>
    </Panel>
  );
}
