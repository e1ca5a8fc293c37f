import { measureName, type CountsInput, type Measure } from '@wuxin/ballot-core';
import { useSaid } from '../i18n';

/** Numbers by their names. */
export function CountTable({ counts }: { counts: CountsInput }) {
  const said = useSaid();
  const { seats: _, candidates = [], ...numbers } = counts;
  const lines = [
    ...Object.entries(numbers).map(([field, value]) => ({ name: said(measureName(field as Measure)), value })), // the rest of counts are measures
    ...candidates.map(({ id, name, approve }) => ({ name: name ?? id, value: approve })),
  ];
  return (
    <dl style={{ margin: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 24px', maxWidth: 360 }}>
      {lines.map(({ name, value }) => [
        <dt key={`${name}-name`}>{name}</dt>,
        <dd key={name} style={{ margin: 0, textAlign: 'end', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
