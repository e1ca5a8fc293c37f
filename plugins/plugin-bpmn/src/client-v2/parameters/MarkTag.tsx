import { useT } from '../i18n';
import { ToneTag } from '../shared';

/** What a value is marked with, so that nobody takes it for a checked one; `demonstration` is the mark of our own sample data. */
export function MarkTag({ mark }: { mark: string | null }) {
  const t = useT();
  if (!mark) return null;
  return <ToneTag tone="info">{mark === 'demonstration' ? t('parameter.markDemonstration') : mark}</ToneTag>;
}
