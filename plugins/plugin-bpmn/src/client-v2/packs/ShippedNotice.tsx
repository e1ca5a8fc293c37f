import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';
import type { ProcessRow, ShippedDismissed } from '../../common/api';
import { useT } from '../i18n';
import { useOwnRights } from '../rights';
import { paths } from '../routes';
import { formatDate, LinkButton } from '../shared';
import { DismissButton } from './DismissButton';

/** Says that a plugin brought newer versions of some of these processes, and leads to what they would change. */
export function ShippedNotice({ rows }: { rows: readonly ProcessRow[] }) {
  const t = useT();
  const newer = rows.filter(({ shippedSince }) => shippedSince !== null);
  if (newer.length === 0) return null;
  const names = newer.map(({ name }) => name).join(t('common.listSeparator'));
  return <Notice message={t('pack.shipped.some', { count: newer.length, names })} to={paths.shippedPacks()} />;
}

/** The same on the page of one process, where it can be dismissed, and shown again. */
export function ShippedNoticeOfOne({ process, onChanged }: { process: ProcessRow; onChanged: () => void }) {
  const t = useT();
  const { key, shippedSince, shippedDismissed } = process;
  if (shippedDismissed) return <Dismissed processKey={key} dismissed={shippedDismissed} onChanged={onChanged} />;
  if (shippedSince === null) return null;
  return (
    <Notice message={t('pack.shipped.one', { date: formatDate(shippedSince) })} to={paths.shippedPacks(key)}>
      <DismissButton processKey={key} since={shippedSince} isDismissed onChanged={onChanged} />
    </Notice>
  );
}

function Dismissed({
  processKey,
  dismissed: { since, by, at, reason },
  onChanged,
}: {
  processKey: string;
  dismissed: ShippedDismissed;
  onChanged: () => void;
}) {
  const t = useT();
  const { design } = useOwnRights();
  return (
    <Alert
      type="info"
      message={t('pack.shipped.dismissed', { date: formatDate(since), name: by.name, at: formatDate(at), reason })}
      action={design ? <DismissButton processKey={processKey} since={since} isDismissed={false} onChanged={onChanged} /> : null}
    />
  );
}

function Notice({ message, to, children }: { message: string; to: string; children?: ReactNode }) {
  const t = useT();
  const { design } = useOwnRights();
  const acts = (
    <Flex gap="small" wrap justify="end">
      {children}
      <LinkButton to={to}>{t('pack.shipped.look')}</LinkButton>
    </Flex>
  );
  return <Alert type="info" showIcon message={message} action={design ? acts : null} />;
}
