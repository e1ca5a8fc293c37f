import { Flex } from 'antd';
import type { HomeDecision } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { DateTime, EmptyNote, Muted, Panel, PlainList, StatusTag, TextLink } from '../shared';

function Result({ result }: Pick<HomeDecision, 'result'>) {
  const t = useT();
  switch (result.kind) {
    case 'activity':
      return <span>{t('history.activityDecided', { element: result.elementName, sentence: result.sentence })}</span>;
    case 'end':
      return result.name === null ? <StatusTag status={result.status} /> : <strong>{result.name}</strong>;
  }
}

function Decision({ decision }: { decision: HomeDecision }) {
  const { instanceId, title, processName, place, at, result } = decision;
  return (
    <Flex vertical gap={4} align="start">
      <TextLink to={paths.instance(instanceId)}>{title}</TextLink>
      <Result result={result} />
      <Muted small>
        <DateTime at={at} dayOnly /> · {[processName, place?.name].filter(Boolean).join(' · ')}
      </Muted>
    </Flex>
  );
}

/** One case may have decided several things. */
const keyOf = ({ instanceId, at, result }: HomeDecision): string => `${instanceId}/${result.kind}/${at}`;

/** 最近的决定: what was decided in cases that the reader may open. */
export function DecisionsPanel({ decisions }: { decisions: HomeDecision[] }) {
  const t = useT();
  return (
    <Panel title={t('home.decided')}>
      {decisions.length === 0 ? (
        <EmptyNote title={t('home.decidedEmpty')} hint={t('home.decidedEmptyHint')} />
      ) : (
        <>
          <Muted small>{t('home.decidedHint')}</Muted>
          <PlainList label={t('home.decided')} items={decisions} keyOf={keyOf}>
            {(decision) => <Decision decision={decision} />}
          </PlainList>
        </>
      )}
    </Panel>
  );
}
