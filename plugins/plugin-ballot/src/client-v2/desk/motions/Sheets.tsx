import { DateTime, Muted } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import type { MotionView } from '../../../common/api';
import { useT } from '../../i18n';
import { Mismatch } from '../../shared';

/** Which tellers have counted, and where they differ. */
export function Sheets({ motion }: { motion: MotionView }) {
  const t = useT();
  if (motion.sheets.length === 0) return null;
  const latest = Math.max(...motion.sheets.map(({ attempt }) => attempt));
  const present = motion.sheets.filter(({ attempt }) => attempt === latest);
  const differing = motion.sheets.filter(({ mismatches }) => mismatches.length > 0);
  const [last] = differing.slice(-1);
  return (
    <Flex vertical gap="small">
      {last ? <Mismatch sheet={last} /> : null}
      <ul aria-label={t('count.sheets')} style={{ margin: 0, paddingInlineStart: 20 }}>
        {present.map(({ teller, at, attempt }) => (
          <li key={`${attempt}-${teller.id}`}>
            {t('count.countedBy', { name: teller.name, attempt })}{' '}
            <Muted small>
              <DateTime at={at} />
            </Muted>
          </li>
        ))}
      </ul>
      {present.length === 1 && present[0]?.mismatches.length === 0 ? <Muted>{t('count.waitsForOther')}</Muted> : null}
    </Flex>
  );
}
