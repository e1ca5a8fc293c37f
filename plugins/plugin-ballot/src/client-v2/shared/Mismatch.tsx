import { measureName, type Measure } from '@wuxin/ballot-core';
import { Alert } from 'antd';
import type { CountSheet } from '../../common/api';
import { useSaid, useT } from '../i18n';

function Lines({ sheet }: { sheet: CountSheet }) {
  const t = useT();
  const said = useSaid();
  const shown = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? value : t('count.notEntered'));
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {sheet.mismatches.map(({ field, first, second }) => (
        <li key={field}>
          {field === 'candidates'
            ? t('count.differsInCandidates')
            : t('count.differs', {
                name: said(measureName(field as Measure)), // a field of counts
                first: shown(first),
                second: shown(second),
              })}
        </li>
      ))}
    </ul>
  );
}

/** Where the counts of two tellers differ: the number by its name, and what each of them has. Both count again. */
export function Mismatch({ sheet }: { sheet: CountSheet }) {
  const t = useT();
  return (
    <Alert
      type="warning"
      showIcon
      message={t('count.mismatch', { attempt: sheet.attempt })}
      description={<Lines sheet={sheet} />}
    />
  );
}
