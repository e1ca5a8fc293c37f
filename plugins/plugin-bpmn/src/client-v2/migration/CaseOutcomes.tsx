import { Button, Flex, theme } from 'antd';
import { useMemo, useState } from 'react';
import type { MigrationCaseView } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { Muted, TextLink, ToneTag } from '../shared';

/** As many as are read at once. */
const SHOWN = 20;

export interface ShownCase extends MigrationCaseView {
  state: 'can' | 'cannot' | 'migrated' | 'refused' | 'waiting';
}

const TONE = { can: 'success', migrated: 'success', cannot: 'danger', refused: 'danger', waiting: 'neutral' } as const;

function CaseLine({ shown: { instanceId, title, placeName, effects, reasons, state } }: { shown: ShownCase }) {
  const t = useT();
  return (
    <Flex gap="small" align="baseline" wrap>
      <ToneTag tone={TONE[state]}>{t(`migration.case.${state}`)}</ToneTag>
      <div style={{ flex: '1 1 220px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <TextLink to={paths.instance(instanceId)}>{title}</TextLink> <Muted small>{placeName}</Muted>
        {[...reasons, ...effects].map((text) => (
          <div key={text}>
            <Muted small>{text}</Muted>
          </div>
        ))}
      </div>
    </Flex>
  );
}

/** Cases with what becomes of them, those that stay first. */
export function CaseOutcomes({ cases }: { cases: ShownCase[] }) {
  const t = useT();
  const { token } = theme.useToken();
  const [shown, setShown] = useState(SHOWN);
  const sorted = useMemo(() => [...cases].sort((a, b) => b.reasons.length - a.reasons.length), [cases]);
  return (
    <Flex vertical gap="small">
      <ul
        aria-label={t('migration.caseList')}
        style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: token.marginXS }}
      >
        {sorted.slice(0, shown).map((one) => (
          <li key={one.instanceId}>
            <CaseLine shown={one} />
          </li>
        ))}
      </ul>
      {shown < sorted.length ? (
        <div>
          <Button onClick={() => setShown(shown + SHOWN)}>{t('migration.more', { count: sorted.length - shown })}</Button>
        </div>
      ) : null}
    </Flex>
  );
}

/** The reasons with how many cases each keeps, the most frequent first. */
export function ReasonCounts({ cases }: { cases: MigrationCaseView[] }) {
  const t = useT();
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { reasons } of cases) for (const reason of reasons) found.set(reason, (found.get(reason) ?? 0) + 1);
    return [...found].sort(([, a], [, b]) => b - a);
  }, [cases]);
  if (counts.length === 0) return null;
  return (
    <ul aria-label={t('migration.reasons')} style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {counts.map(([reason, count]) => (
        <li key={reason}>{t('migration.reasonCount', { reason, count })}</li>
      ))}
    </ul>
  );
}
