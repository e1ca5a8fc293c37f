import { Act, Muted } from '@wuxin/plugin-bpmn/client-v2';
import { useState } from 'react';
import type { OpinionGiver } from '../../common/api';
import { useApi } from './api';
import { useT } from './texts';

/** Who gave an opinion, for whoever decides; each look is in the journal. */
export function Giver({ opinionId, onDone }: { opinionId: string; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  const [giver, setGiver] = useState<OpinionGiver | null>(null);
  if (giver) {
    const { name, contact } = giver;
    const said = [name, contact].flatMap((one) => one ?? []).join(' · ');
    return <Muted>{said === '' ? t('opinion.page.nameless') : t('opinion.page.giver', { said })}</Muted>;
  }
  return (
    <Act
      label={t('opinion.page.reveal')}
      tone="warning"
      consequence={t('opinion.page.revealConsequence')}
      button={{ size: 'small', type: 'text' }}
      run={async () => setGiver(await api.reveal(opinionId))}
      done={t('objection.page.revealed')}
      onDone={onDone}
    />
  );
}
