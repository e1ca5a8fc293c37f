import { Flex } from 'antd';
import type { HomeDuty, IncidentRow } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { paths } from '../routes';
import { Muted, Panel, PlainList, TextLink } from '../shared';

const DUTY: Record<HomeDuty['kind'], { text: TextKey; to: string }> = {
  incidents: { text: 'home.incidents', to: paths.processes() },
  processDrafts: { text: 'home.processDrafts', to: paths.processes() },
  unconfirmedParameters: { text: 'home.unconfirmedParameters', to: paths.parameters() },
  proposals: { text: 'home.proposals', to: paths.parameters() },
};

function Duty({ duty: { kind, count } }: { duty: HomeDuty }) {
  const t = useT();
  const { text, to } = DUTY[kind];
  return (
    <Flex justify="space-between" gap="small">
      {count > 0 ? <TextLink to={to}>{t(text)}</TextLink> : <Muted>{t(text)}</Muted>}
      {count > 0 ? <strong>{t('home.dutyCount', { count })}</strong> : <Muted>{t('home.dutyCount', { count })}</Muted>}
    </Flex>
  );
}

function Incident({ incident }: { incident: IncidentRow }) {
  const t = useT();
  const { instanceId, instanceTitle, processName, elementName, text } = incident;
  return (
    <Flex vertical gap={4}>
      <TextLink to={paths.instance(instanceId)}>{instanceTitle}</TextLink>
      <Muted small>{t('home.incidentAt', { process: processName, element: elementName })}</Muted>
      <span>{text}</span>
    </Flex>
  );
}

/** 待管理的事项: what waits for an administrator, and the incidents that have waited for longest. */
export function DutiesPanel({ duties, incidents }: { duties: HomeDuty[]; incidents: IncidentRow[] }) {
  const t = useT();
  return (
    <Panel title={t('home.duties')}>
      <PlainList label={t('home.duties')} items={duties} keyOf={({ kind }) => kind}>
        {(duty) => <Duty duty={duty} />}
      </PlainList>
      {incidents.length > 0 ? (
        <PlainList label={t('home.incidents')} items={incidents} keyOf={({ id }) => id}>
          {(incident) => <Incident incident={incident} />}
        </PlainList>
      ) : null}
    </Panel>
  );
}
