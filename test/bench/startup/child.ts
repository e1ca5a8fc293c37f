import { BASE_PLUGINS, bootApp } from '@wuxin/test';

export interface BootInput {
  /** Beside those that ours need. */
  readonly plugins: readonly string[];
  readonly isFirst: boolean;
}

export interface Booted {
  readonly startMs: number;
  readonly rssMiB: number;
  readonly heapMiB: number;
}

/** What plugin-community needs beyond {@link BASE_PLUGINS}; every start has it, so that rows differ by our plugins only. */
const MENU_PLUGINS = ['collection-tree', 'ui-schema-storage', 'client', 'ui-layout'];

/** Starts NocoBase on the database of the environment, the first time installing it, and says what that took. */
export async function bootInChild({ plugins, isFirst }: BootInput): Promise<Booted> {
  const begun = performance.now();
  await bootApp({ plugins: [...BASE_PLUGINS, ...MENU_PLUGINS, ...plugins], isFirst });
  const startMs = performance.now() - begun;
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { startMs, rssMiB: rss / 2 ** 20, heapMiB: heapUsed / 2 ** 20 };
}
