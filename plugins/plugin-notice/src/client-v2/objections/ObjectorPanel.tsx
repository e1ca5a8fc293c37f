import { EyeOutlined } from '@ant-design/icons';
import { Act, FailureAlert, Muted, Panel, saveFile, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Button, Descriptions, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { ObjectionView, ObjectorView } from '../../common/api';
import { useApi } from './api';
import { bytesOf } from './base64';
import { useT } from './texts';

/** 异议人: shown to whoever decides, when they ask for it; each look is in the journal. */
export function ObjectorPanel({ view, onDone }: { view: ObjectionView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const [objector, setObjector] = useState<ObjectorView | null>(null);
  const { id, hasObjector, erasedAt, may } = view;
  return (
    <Panel title={t('objection.page.objector')}>
      <Flex vertical gap="small" align="flex-start">
        {objector ? <Objector id={id} objector={objector} onDone={onDone} onHide={() => setObjector(null)} /> : null}
        {objector === null && !hasObjector ? (
          <Muted>{t(erasedAt === null ? 'objection.page.nameless' : 'objection.page.erased')}</Muted>
        ) : null}
        {objector === null && hasObjector && !may.includes('reveal') ? <Muted>{t('objection.page.onlyDecider')}</Muted> : null}
        {objector === null && hasObjector && may.includes('reveal') ? (
          <>
            <Muted>{t('objection.page.revealHint')}</Muted>
            <Act
              label={t('objection.page.reveal')}
              tone="warning"
              consequence={t('objection.page.revealConsequence')}
              button={{ icon: <EyeOutlined /> }}
              run={async () => setObjector(await api.reveal(id))}
              done={t('objection.page.revealed')}
              onDone={onDone}
            />
          </>
        ) : null}
        <ReadBy view={view} />
      </Flex>
    </Panel>
  );
}

function ReadBy({ view: { readBy } }: { view: ObjectionView }) {
  const t = useT();
  if (readBy.length === 0) return null;
  const names = readBy.map(({ name, count }) => t('objection.page.readTimes', { name, count })).join(t('objection.page.and'));
  return <Muted small>{t('objection.page.readBy', { names })}</Muted>;
}

interface ObjectorProps {
  id: string;
  objector: ObjectorView;
  onDone: () => void;
  onHide: () => void;
}

function Objector({ id, objector: { name, contact, note, scan }, onDone, onHide }: ObjectorProps) {
  const t = useT();
  const api = useApi();
  const command = useCommand(
    useCallback(async () => {
      const { name: fileName, type, content } = await api.scan(id);
      saveFile({ name: fileName, content: new Blob([bytesOf(content)], { type }) });
      onDone();
    }, [api, id, onDone]),
  );
  const items = [
    { key: 'name', label: t('objection.page.name'), children: name ?? '—' },
    { key: 'contact', label: t('objection.page.contact'), children: contact ?? '—' },
    { key: 'note', label: t('objection.page.note'), children: note ?? '—' },
  ];
  return (
    <>
      <Descriptions column={1} size="small" items={items} />
      {scan ? (
        <Button loading={command.isRunning} onClick={() => void command.run()}>
          {t('objection.page.scan', { kilobytes: Math.max(1, Math.round(scan.size / 1024)) })}
        </Button>
      ) : null}
      {command.failure ? <FailureAlert failure={command.failure} /> : null}
      <Alert type="info" showIcon message={t('objection.page.keepSecret')} />
      <Button onClick={onHide}>{t('objection.page.hide')}</Button>
    </>
  );
}
