import { Flex, Switch } from 'antd';
import { useCallback } from 'react';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { FailureAlert, Loaded, Muted, Panel } from '../shared';

/** Whether nobody publishes alone what they changed; kept at once. */
export function TwoPeople({ onChanged }: { onChanged: () => void }) {
  const t = useT();
  const { rights } = useApi();
  const query = useQuery(rights.mine);
  const { run, isRunning, failure } = useCommand(rights.askForTwo);
  const change = useCallback(
    async (isAsked: boolean) => {
      if (!(await run(isAsked))) return;
      query.reload();
      onChanged();
    },
    [run, query, onChanged],
  );
  const label = t('twoPeople.setting');
  return (
    <Panel title={t('twoPeople.title')}>
      <Loaded query={query}>
        {({ asksForTwo }) => (
          <Flex vertical gap="small">
            <FailureAlert failure={failure} />
            <Flex gap="small" align="center" wrap>
              <Switch aria-label={label} checked={asksForTwo} loading={isRunning} onChange={(isAsked) => void change(isAsked)} />
              {label}
            </Flex>
            <Muted>{t('twoPeople.hint')}</Muted>
          </Flex>
        )}
      </Loaded>
    </Panel>
  );
}
