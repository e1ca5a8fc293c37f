import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../i18n';
import { FailureAlert, Muted, PageSkeleton } from '../shared';
import { ImportedList } from './ImportedList';
import { PreviewCard } from './PreviewCard';
import type { Offered } from './useOffer';

/** Packs that somebody may take in: what each would do, what is to be decided, and the drafts that come of it. */
export function Offer<Source>({ offer, children }: { offer: Offered<Source>; children?: ReactNode }) {
  const t = useT();
  const { previews, chosen, imported, isReading, isImporting, failure, decide, skip, take } = offer;
  const included = previews?.filter(({ key }) => !chosen.skipped.has(key)) ?? [];
  const isStopped = included.some(({ obstacles }) => obstacles.some(({ isWarning }) => !isWarning));
  return (
    <Flex vertical gap="large">
      {children}
      {imported ? <ImportedList imported={imported} /> : null}
      <FailureAlert failure={failure} />
      {isReading && !previews ? <PageSkeleton /> : null}
      {imported || !previews ? null : (
        <>
          {previews.map((preview) => (
            <PreviewCard
              key={preview.key}
              preview={preview}
              fromPack={chosen.fromPack}
              isSkipped={chosen.skipped.has(preview.key)}
              isOneOfMany={previews.length > 1}
              onDecide={decide}
              onSkip={(isSkipped) => skip(preview.key, isSkipped)}
            />
          ))}
          <Flex gap="middle" align="center" wrap>
            <Button
              type="primary"
              disabled={included.length === 0 || isStopped || isReading}
              loading={isImporting}
              onClick={() => void take()}
            >
              {t('pack.import', { count: included.length })}
            </Button>
            <Muted>{isStopped ? t('pack.stopped') : t('pack.importConsequence')}</Muted>
          </Flex>
        </>
      )}
    </Flex>
  );
}
