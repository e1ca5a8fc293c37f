import { Alert, Flex } from 'antd';
import { useCallback } from 'react';
import type { ProcessDraft } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT } from '../i18n';
import { CheckedDiagram } from '../processes';
import { Loaded } from '../shared';

/** A drawing that is too large for the screen to be changed on it. `isHeld`: somebody was drawing, and goes on in a wider window. */
export function ReadOnlyDesign({ draft, isHeld }: { draft: ProcessDraft; isHeld: boolean }) {
  const t = useT();
  return (
    <Flex vertical gap="middle">
      <Alert
        type="info"
        showIcon
        message={t('designer.onPhone')}
        description={t(isHeld ? 'designer.heldHint' : 'designer.onPhoneHint')}
      />
      {isHeld ? null : <Checked draft={draft} />}
    </Flex>
  );
}

function Checked({ draft: { processKey, xml, name } }: { draft: ProcessDraft }) {
  const api = useApi();
  const query = useQuery(useCallback(() => api.processes.draftProblems(processKey), [api, processKey]));
  return <Loaded query={query}>{({ problems }) => <CheckedDiagram xml={xml} problems={problems} name={name} />}</Loaded>;
}
