import { EmptyState, Loaded, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { JournalRow } from '../../common/api';
import { useT } from '../i18n';
import { JournalLines } from '../shared';

interface Props {
  name: string;
  /** Asks for it; the same function as long as the row is the same. */
  load: () => Promise<JournalRow[]>;
}

function Lines({ load }: Pick<Props, 'load'>) {
  const t = useT();
  const query = useQuery(load);
  return (
    <Loaded query={query}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('rules.noHistory')} hint={t('rules.noHistoryHint')} />
        ) : (
          <JournalLines rows={rows} />
        )
      }
    </Loaded>
  );
}

/** 变更记录: who changed a rule or meeting type when, and why. */
export function History({ name, load }: Props) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const title = t('rules.historyOf', { name });
  return (
    <>
      <Button size="small" type="text" aria-label={title} onClick={() => setIsOpen(true)}>
        {t('rules.history')}
      </Button>
      {isOpen ? (
        <Modal open title={title} footer={null} onCancel={() => setIsOpen(false)}>
          <Lines load={load} />
        </Modal>
      ) : null}
    </>
  );
}
