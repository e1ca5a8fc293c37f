import { BASE_PLUGINS, bootApp } from '@wuxin/test';

export interface BootInput {
  readonly isWithOurs: boolean;
  readonly isFirst: boolean;
}

export interface Booted {
  readonly startMs: number;
  readonly rssMiB: number;
  readonly heapMiB: number;
}

export const OURS = ['@wuxin/plugin-bpmn'] as const;

/** Starts NocoBase on the database of the environment, the first time installing it, and says what that took. */
export async function bootInChild({ isWithOurs, isFirst }: BootInput): Promise<Booted> {
  const begun = performance.now();
  await bootApp({ plugins: isWithOurs ? [...BASE_PLUGINS, ...OURS] : BASE_PLUGINS, isFirst });
  const startMs = performance.now() - begun;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { startMs, rssMiB: rss / 2 ** 20, heapMiB: heapUsed / 2 ** 20 };
}
