import { useMemo } from 'react';
import type { ParameterChangeView } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { DataTable, DateTime, Muted, ToneTag, type DataColumn, type Tone } from '../shared';
import { MarkTag } from './MarkTag';
import { valueInWords } from './parameterWords';

const LOOK: Record<ParameterChangeView['status'], { tone: Tone; text: TextKey }> = {
  effective: { tone: 'success', text: 'parameter.set' },
  proposed: { tone: 'warning', text: 'parameter.proposed' },
  declined: { tone: 'neutral', text: 'parameter.declined' },
};

// Reasons are sentences: they wrap.
export const REASON_STYLE = { maxWidth: 300, minWidth: 120, whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

const columnsFor = (t: Translate): DataColumn<ParameterChangeView>[] => [
  {
    key: 'when',
    title: t('parameter.when'),
    render: (change) => (
      <>
        <DateTime at={change.setAt} />
        <br />
        <Muted small>{change.setBy.name}</Muted>
      </>
    ),
  },
  { key: 'place', title: t('parameter.place'), render: ({ place }) => place?.name ?? t('parameter.everywhere') },
  {
    key: 'value',
    title: t('parameter.value'),
    render: ({ value, unit, mark }) => (
      <>
        {valueInWords(value, unit, t)} <MarkTag mark={mark} />
      </>
    ),
  },
  { key: 'from', title: t('parameter.effectiveFrom'), render: (change) => <DateTime at={change.effectiveFrom} dayOnly /> },
  {
    key: 'status',
    title: t('parameter.state'),
    render: ({ status, decidedBy, decidedAt }) => (
      <>
        <ToneTag tone={LOOK[status].tone}>{t(LOOK[status].text)}</ToneTag>
        {decidedBy && decidedAt !== null ? (
          <>
            <br />
            <Muted small>
              {t('parameter.decidedBy', { name: decidedBy.name })} <DateTime at={decidedAt} dayOnly />
            </Muted>
          </>
        ) : null}
      </>
    ),
  },
  { key: 'reason', title: t('act.reason'), render: ({ reason }) => <div style={REASON_STYLE}>{reason}</div> },
];

/** Every change with who, when, where and why, the newest first. */
export function ChangeTable({ changes }: { changes: ParameterChangeView[] }) {
  const t = useT();
  const columns = useMemo(() => columnsFor(t), [t]);
  return <DataTable label={t('parameter.history')} columns={columns} rows={changes} rowKey={({ id }) => id} />;
}
