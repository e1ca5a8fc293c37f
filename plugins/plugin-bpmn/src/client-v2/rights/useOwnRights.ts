import { useFlowEngine } from '@nocobase/flow-engine';
import { useCallback } from 'react';
import type { OwnRights } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type TextKey } from '../i18n';

/** While it is not known: the server refuses what may not be done. */
const UNKNOWN: OwnRights = {
  design: true,
  publish: true,
  migrate: true,
  bind: true,
  processes: true,
  parameters: true,
  give: false,
  asksForTwo: false,
};

/** Parts of one page ask at once, and one question is sent. */
const underWay = new WeakMap<object, Promise<OwnRights | null>>();

/** What the reader may do to processes. */
export function useOwnRights(): OwnRights {
  const client: object = useFlowEngine().context.api;
  const api = useApi();
  const ask = useCallback(() => {
    const known = underWay.get(client);
    if (known) return known;
    const asked = api.rights.mine().finally(() => underWay.delete(client));
    underWay.set(client, asked);
    return asked;
  }, [client, api]);
  const query = useQuery(ask);
  return (query.status === 'ready' ? query.data : null) ?? UNKNOWN;
}

const WHY = {
  design: 'right.missing.design',
  publish: 'right.missing.publish',
  migrate: 'right.missing.migrate',
  parameters: 'right.missing.parameters',
} as const satisfies Record<string, TextKey>;

/** May the reader do it, and what is said on what they may not. */
export function useRightTo(right: keyof typeof WHY): { readonly may: boolean; readonly why: string | undefined } {
  const t = useT();
  const may = useOwnRights()[right];
  return { may, why: may ? undefined : t(WHY[right]) };
}
