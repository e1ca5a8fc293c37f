import { Button, Flex } from 'antd';
import { useMemo, useState } from 'react';
import type { ParameterProposal } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { paths } from '../routes';
import { DataTable, DateTime, Muted, TextLink, type DataColumn } from '../shared';
import { REASON_STYLE } from './ChangeTable';
import { DecideProposal, type ProposalDecision } from './DecideProposal';
import { valueInWords } from './parameterWords';

export interface ProposalTableProps {
  proposals: ParameterProposal[];
  /** Of several parameters: each is named. */
  withName?: boolean;
  onChanged: () => void;
}

interface Asked {
  proposal: ParameterProposal;
  decision: ProposalDecision;
}

function Acts({ proposal, onAsk }: { proposal: ParameterProposal; onAsk: (asked: Asked) => void }) {
  const t = useT();
  if (proposal.isOwn) return <Muted small>{t('parameter.ownProposal')}</Muted>;
  if (!proposal.mayDecide) return <Muted small>{t('parameter.decidedAbove')}</Muted>;
  const names = { name: proposal.parameterName, by: proposal.setBy.name };
  return (
    <Flex gap="small" wrap>
      <Button
        size="small"
        type="primary"
        aria-label={t('parameter.approveOf', names)}
        onClick={() => onAsk({ proposal, decision: 'approve' })}
      >
        {t('parameter.approve')}
      </Button>
      <Button
        size="small"
        danger
        aria-label={t('parameter.declineOf', names)}
        onClick={() => onAsk({ proposal, decision: 'decline' })}
      >
        {t('parameter.decline')}
      </Button>
    </Flex>
  );
}

const columnsFor = (t: Translate, withName: boolean, onAsk: (asked: Asked) => void): DataColumn<ParameterProposal>[] => [
  ...(withName
    ? [
        {
          key: 'name',
          title: t('parameter.name'),
          render: ({ parameterKey, parameterName, place }: ParameterProposal) => (
            <TextLink to={paths.parameter(parameterKey, place?.id)}>{parameterName}</TextLink>
          ),
        },
      ]
    : []),
  {
    key: 'value',
    title: t('parameter.newValue'),
    render: (proposal) =>
      t('parameter.fromTo', {
        from: valueInWords(proposal.currentValue, proposal, t),
        to: valueInWords(proposal.value, proposal, t),
      }),
  },
  { key: 'place', title: t('parameter.place'), render: ({ place }) => place?.name ?? t('parameter.everywhere') },
  {
    key: 'by',
    title: t('parameter.proposedBy'),
    render: ({ setBy, setAt }) => (
      <>
        {setBy.name}
        <br />
        <Muted small>
          <DateTime at={setAt} />
        </Muted>
      </>
    ),
  },
  { key: 'reason', title: t('act.reason'), render: ({ reason }) => <div style={REASON_STYLE}>{reason}</div> },
  { key: 'acts', title: t('common.actions'), render: (proposal) => <Acts proposal={proposal} onAsk={onAsk} /> },
];

/** Values that wait for somebody one level above. */
export function ProposalTable({ proposals, withName = false, onChanged }: ProposalTableProps) {
  const t = useT();
  const [asked, setAsked] = useState<Asked | null>(null);
  const columns = useMemo(() => columnsFor(t, withName, setAsked), [t, withName]);
  return (
    <>
      <DataTable label={t('parameter.proposalList')} columns={columns} rows={proposals} rowKey={({ id }) => id} />
      {asked ? (
        <DecideProposal
          {...asked}
          onDone={() => {
            setAsked(null);
            onChanged();
          }}
          onCancel={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}
