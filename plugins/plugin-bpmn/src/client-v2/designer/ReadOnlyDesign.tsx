import { Alert, Flex } from 'antd';
import { useCallback } from 'react';
import type { ProcessDraft } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type TextKey } from '../i18n';
import { CheckedDiagram } from '../processes';
import { Loaded } from '../shared';

const WORDS = {
  phone: ['designer.onPhone', 'designer.onPhoneHint'],
  held: ['designer.onPhone', 'designer.heldHint'],
  noRight: ['right.lookOnly', 'right.lookOnlyHint'],
} as const satisfies Record<string, readonly [TextKey, TextKey]>;

interface ReadOnlyProps {
  draft: ProcessDraft;
  /** The screen is too small; somebody was drawing and goes on in a wider window; somebody may look only. */
  why: keyof typeof WORDS;
}

/** A drawing that cannot be changed here. */
export function ReadOnlyDesign({ draft, why }: ReadOnlyProps) {
  const t = useT();
  const [message, hint] = WORDS[why];
  return (
    <Flex vertical gap="middle">
      <Alert type="info" showIcon message={t(message)} description={t(hint)} />
      {why === 'held' ? null : <Checked draft={draft} />}
    </Flex>
  );
}

function Checked({ draft: { processKey, xml, name } }: { draft: ProcessDraft }) {
  const api = useApi();
  const query = useQuery(useCallback(() => api.processes.draftProblems(processKey), [api, processKey]));
  return <Loaded query={query}>{({ problems }) => <CheckedDiagram xml={xml} problems={problems} name={name} />}</Loaded>;
}
