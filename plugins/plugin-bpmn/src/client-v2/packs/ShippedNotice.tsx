import { Alert } from 'antd';
import type { ProcessRow } from '../../common/api';
import { useT } from '../i18n';
import { useOwnRights } from '../rights';
import { paths } from '../routes';
import { formatDate, LinkButton } from '../shared';

/** Says that a plugin brought newer versions of some of these processes, and leads to what they would change. */
export function ShippedNotice({ rows }: { rows: readonly ProcessRow[] }) {
  const t = useT();
  const newer = rows.filter(({ shippedSince }) => shippedSince !== null);
  if (newer.length === 0) return null;
  const names = newer.map(({ name }) => name).join(t('common.listSeparator'));
  return <Notice message={t('pack.shipped.some', { count: newer.length, names })} to={paths.shippedPacks()} />;
}

/** The same on the page of one process. */
export function ShippedNoticeOfOne({ process: { key, shippedSince } }: { process: ProcessRow }) {
  const t = useT();
  if (shippedSince === null) return null;
  return <Notice message={t('pack.shipped.one', { date: formatDate(shippedSince) })} to={paths.shippedPacks(key)} />;
}

function Notice({ message, to }: { message: string; to: string }) {
  const t = useT();
  const { design } = useOwnRights();
  const action = design ? <LinkButton to={to}>{t('pack.shipped.look')}</LinkButton> : null;
  return <Alert type="info" showIcon message={message} action={action} />;
}
