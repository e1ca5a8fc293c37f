import type { InstanceHead } from '../../common/api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { TextLink } from './TextLink';

/** The way from a called case to the one that called it; nothing where nobody called it or the reader may not see who did. */
export function CallerLink({ instance: { caller } }: { instance: InstanceHead }) {
  const t = useT();
  if (!caller) return null;
  return <TextLink to={paths.instance(caller.instanceId)}>{t('process.caller', { title: caller.title })}</TextLink>;
}
