import { Alert, App, Flex, Modal } from 'antd';
import { useCallback } from 'react';
import type { ParameterProposal } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { FailureAlert } from '../shared';
import { valueInWords } from './parameterWords';
import { ReachLine } from './ReachLine';

export type ProposalDecision = 'approve' | 'decline';

export interface DecideProposalProps {
  proposal: ParameterProposal;
  decision: ProposalDecision;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks once more, with what follows in numbers. */
export function DecideProposal({ proposal, decision, onDone, onCancel }: DecideProposalProps) {
  const t = useT();
  const api = useApi();
  const { message } = App.useApp();
  const { run, isRunning, failure } = useCommand(
    useCallback(() => api.parameters[decision](proposal.id), [api, decision, proposal.id]),
  );
  const isApproval = decision === 'approve';
  const words = { name: proposal.parameterName, by: proposal.setBy.name, value: valueInWords(proposal.value, proposal, t) };
  const decide = async () => {
    if (!(await run())) return;
    message.success(t(isApproval ? 'parameter.approvedDone' : 'parameter.declinedDone'));
    onDone();
  };
  return (
    <Modal
      open
      title={t(isApproval ? 'parameter.approveOf' : 'parameter.declineOf', words)}
      okText={t(isApproval ? 'parameter.approve' : 'parameter.decline')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: !isApproval, loading: isRunning }}
      onOk={() => void decide()}
      onCancel={onCancel}
    >
      <Flex vertical gap="middle">
        <Alert
          type="info"
          showIcon
          message={
            <>
              {t(isApproval ? 'parameter.approveConsequence' : 'parameter.declineConsequence', words)}
              {isApproval ? (
                <>
                  <ReachLine parameterKey={proposal.parameterKey} placeId={proposal.place?.id ?? null} value={proposal.value} />
                </>
              ) : null}
            </>
          }
        />
        <FailureAlert failure={failure} onReload={onDone} />
      </Flex>
    </Modal>
  );
}
