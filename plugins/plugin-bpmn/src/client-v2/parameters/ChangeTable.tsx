import { useMemo } from 'react';
import type { ParameterChangeView } from '../../common/api';
import { useT, type TextKey, type Translate } from '../i18n';
import { DataTable, DateTime, Muted, ToneTag, type DataColumn, type Tone } from '../shared';
import { MarkTag } from './MarkTag';
import { valueInWords } from './parameterWords';

type Shown = ParameterChangeView['status'] | 'coming';

const LOOK: Record<Shown, { tone: Tone; text: TextKey }> = {
  coming: { tone: 'info', text: 'parameter.notYet' },
  effective: { tone: 'success', text: 'parameter.set' },
  proposed: { tone: 'warning', text: 'parameter.proposed' },
  declined: { tone: 'neutral', text: 'parameter.declined' },
};

const shownStatus = ({ status, isComing }: ParameterChangeView): Shown => (isComing ? 'coming' : status);

// Reasons are sentences: they wrap.
export const REASON_STYLE = { maxWidth: 300, minWidth: 120, whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

function Decided({ change: { decidedBy, decidedAt } }: { change: ParameterChangeView }) {
  const t = useT();
  if (!decidedBy || decidedAt === null) return null;
  return (
    <>
      <br />
      <Muted small>
        {t('parameter.decidedBy', { name: decidedBy.name })} <DateTime at={decidedAt} dayOnly />
      </Muted>
    </>
  );
}

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
    render: (change) => (
      <>
        {valueInWords(change.value, change, t)} <MarkTag mark={change.mark} />
      </>
    ),
  },
  { key: 'from', title: t('parameter.effectiveFrom'), render: (change) => <DateTime at={change.effectiveFrom} dayOnly /> },
  {
    key: 'status',
    title: t('parameter.state'),
    render: (change) => (
      <>
        <ToneTag tone={LOOK[shownStatus(change)].tone}>{t(LOOK[shownStatus(change)].text)}</ToneTag>
        <Decided change={change} />
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
