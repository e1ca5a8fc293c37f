import type { RightKey } from '../../common/api';
import { useT } from '../i18n';
import { Muted } from '../shared';
import { useOwnRights } from './useOwnRights';

const ASKED = ['design', 'publish', 'migrate'] as const satisfies readonly RightKey[];

/** Says what of it the reader may not do, so that nobody looks for a reason at each button. */
export function LackNote({ of = ASKED }: { of?: readonly (typeof ASKED)[number][] }) {
  const t = useT();
  const rights = useOwnRights();
  const lacking = of.filter((right) => !rights[right]);
  if (lacking.length === 0) return null;
  return (
    <Muted>{t('right.lack', { names: lacking.map((right) => t(`right.name.${right}`)).join(t('common.listSeparator')) })}</Muted>
  );
}
