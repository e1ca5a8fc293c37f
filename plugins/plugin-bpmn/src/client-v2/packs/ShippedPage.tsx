import { useCallback, useEffect } from 'react';
import type { PackChoice } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { PageFrame, useAddressFilter } from '../shared';
import { Offer } from './Offer';
import { useOffer } from './useOffer';

/** What a newer version of a plugin brought for processes that are here: looked at and merged like a pack from elsewhere. */
export function ShippedPage() {
  const t = useT();
  const { packs } = useApi();
  const { search } = useAddressFilter<'process'>();
  const key = search.get('process') ?? undefined;
  const preview = useCallback(
    (of: string | undefined, fromPack: string[]) => packs.previewShipped(of === undefined ? { fromPack } : { key: of, fromPack }),
    [packs],
  );
  const take = useCallback((_of: string | undefined, choices: PackChoice[]) => packs.takeShipped(choices), [packs]);
  const offer = useOffer<string | undefined>(preview, take);
  const { look } = offer;
  useEffect(() => void look(key), [look, key]);
  return (
    <PageFrame title={t('pack.shipped.title')} back={{ to: paths.processes(), label: t('process.title') }}>
      <Offer offer={offer} />
    </PageFrame>
  );
}
