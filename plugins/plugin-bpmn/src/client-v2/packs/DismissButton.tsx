import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { ActDialog } from '../shared';

export interface DismissButtonProps {
  processKey: string;
  /** Since when it has been offered. */
  since: number;
  /** It is to be offered no more; false: again. */
  isDismissed: boolean;
  onChanged: () => void;
}

/** Says with a reason that a shipped pack is not wanted, or is to be offered again. */
export function DismissButton({ processKey: key, since, isDismissed, onChanged }: DismissButtonProps) {
  const t = useT();
  const { packs } = useApi();
  const [isAsking, setIsAsking] = useState(false);
  const { run, ...state } = useCommand(
    useCallback((reason: string) => packs.dismissShipped({ key, since, reason, isDismissed }), [packs, key, since, isDismissed]),
  );
  const label = t(isDismissed ? 'pack.shipped.dismiss' : 'pack.shipped.showAgain');
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{label}</Button>
      {isAsking ? (
        <ActDialog
          {...state}
          title={label}
          consequence={t(isDismissed ? 'pack.shipped.dismissConsequence' : 'pack.shipped.showAgainConsequence')}
          okText={label}
          onOk={async ({ reason }) => {
            if (!(await run(reason))) return;
            setIsAsking(false);
            onChanged();
          }}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
