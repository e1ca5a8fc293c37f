import variant from '@jitl/quickjs-singlefile-cjs-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core';
import { ScriptError } from './errors';
import type { Variables } from './json';
import { runInSandbox, type Stopwatch } from './sandbox';
import { parseResult, serialiseVariables } from './values';

export interface ScriptOptions {
  /** What the script sees as `now`, in milliseconds since 1970; it has no clock. */
  readonly now: number;
  /** Time after which it is stopped; default 200. */
  readonly milliseconds?: number;
  /** Memory that it may use; default 16 MiB. */
  readonly memoryBytes?: number;
}

export interface ScriptRuntime {
  /**
   * Runs a JavaScript expression or program in a fresh sandbox; its last value is the object to merge into the variables.
   * The variables are constants with their names. Throws {@link ScriptError}, never anything else.
   *
   * @example runtime.run('({ total: votes.length })', { votes: [1, 2] }, { now }) // { total: 2 }
   */
  run(source: string, variables: Variables, options: ScriptOptions): Variables;
}

const MAX_SOURCE_LENGTH = 20_000;
const DEFAULT_MILLISECONDS = 200;
const DEFAULT_MEMORY_BYTES = 16 * 1024 * 1024;

/**
 * Loads the sandbox, some 30 ms. Afterwards every run is synchronous and starts from nothing. The stopwatch is only used to
 * stop a script that takes too long.
 *
 * @example const runtime = await loadScriptRuntime({ stopwatch: () => performance.now() });
 */
export async function loadScriptRuntime({ stopwatch }: { readonly stopwatch: Stopwatch }): Promise<ScriptRuntime> {
  let quickjs: QuickJSWASMModule | null = await newQuickJSWASMModuleFromVariant(variant);
  const replace = (): void => {
    quickjs = null;
    newQuickJSWASMModuleFromVariant(variant).then(
      (fresh) => (quickjs = fresh),
      () => undefined, // stays unavailable, which every later run reports
    );
  };
  return {
    run(source, variables, { now, milliseconds = DEFAULT_MILLISECONDS, memoryBytes = DEFAULT_MEMORY_BYTES }) {
      if (source.length > MAX_SOURCE_LENGTH) {
        throw new ScriptError('script.tooLong', { length: source.length, limit: MAX_SOURCE_LENGTH });
      }
      if (!quickjs) throw new ScriptError('script.unavailable');
      const variablesText = serialiseVariables(variables);
      return parseResult(
        runInSandbox({
          quickjs,
          source,
          variablesText,
          now,
          limits: { milliseconds, memoryBytes },
          stopwatch,
          onBroken: replace,
        }),
      );
    },
  };
}
