import type { StoredInstance } from './stored';

export interface Receiver {
  readonly instance: StoredInstance;
  readonly subscriptionId: string;
}

/** Who waits for a message with this key; a catcher without a key takes any, one with a key only its own. */
export function messageReceivers(
  instances: readonly StoredInstance[],
  name: string,
  correlationKey: string | null,
): readonly Receiver[] {
  return receivers(instances, 'message', name).filter(({ key }) => key === null || key === correlationKey);
}

export function signalReceivers(instances: readonly StoredInstance[], name: string): readonly Receiver[] {
  return receivers(instances, 'signal', name);
}

function receivers(
  instances: readonly StoredInstance[],
  kind: 'message' | 'signal',
  name: string,
): readonly (Receiver & { key: string | null })[] {
  return instances.flatMap((instance) =>
    [...instance.subscriptions.values()]
      .filter((subscription) => subscription.kind === kind && subscription.name === name)
      .map(({ id, correlationKey }) => ({ instance, subscriptionId: id, key: correlationKey })),
  );
}
