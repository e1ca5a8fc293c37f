import {
  DefaultIntrinsics,
  Scope,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSRuntime,
  type QuickJSWASMModule,
  type VmCallResult,
} from 'quickjs-emscripten-core';
import { ScriptError } from './errors';
import { PRELUDE } from './prelude';

export interface Limits {
  readonly milliseconds: number;
  readonly memoryBytes: number;
}

/** Milliseconds since any moment, such as `performance.now()`. */
export type Stopwatch = () => number;

export interface SandboxRun {
  readonly quickjs: QuickJSWASMModule;
  readonly source: string;
  readonly variablesText: string;
  readonly now: number;
  readonly limits: Limits;
  readonly stopwatch: Stopwatch;
  /** Called when the interpreter itself failed, not the script: its memory can no longer be trusted. */
  onBroken(): void;
}

/** Small enough for QuickJS to notice a deep recursion before the stack of the host does; some 180 calls inside each other. */
const STACK_BYTES = 32 * 1024;
/** Without a clock, and without what could pretend to be a list of any length. */
const INTRINSICS = { ...DefaultIntrinsics, Date: false, Proxy: false, TypedArrays: false };
const FILE_NAME = 'script.js';

/** Runs one script in an interpreter of its own and gives its last value as JSON text; empty when that is no plain object. */
export function runInSandbox(run: SandboxRun): string {
  const stop = { isDue: false };
  try {
    return Scope.withScope((scope) => {
      const runtime = scope.manage(run.quickjs.newRuntime());
      limit(runtime, run, stop);
      const context = scope.manage(runtime.newContext({ intrinsics: INTRINSICS }));
      return runInContext(run, context, scope);
    });
  } catch (cause) {
    if (!(cause instanceof ThrownInside)) run.onBroken();
    throw asScriptError(cause, run.limits, stop.isDue);
  }
}

function limit(
  runtime: QuickJSRuntime,
  { limits: { milliseconds, memoryBytes }, stopwatch }: SandboxRun,
  stop: { isDue: boolean },
): void {
  const started = stopwatch();
  runtime.setMemoryLimit(memoryBytes);
  runtime.setMaxStackSize(STACK_BYTES);
  runtime.setInterruptHandler(() => {
    stop.isDue ||= stopwatch() - started > milliseconds;
    return stop.isDue;
  });
}

function runInContext(run: SandboxRun, context: QuickJSContext, scope: Scope): string {
  const unwrap = (result: VmCallResult<QuickJSHandle>): QuickJSHandle => scope.manage(valueOf(context, result));
  const prelude = unwrap(context.evalCode(PRELUDE, 'prelude.js', { strict: true }));
  const text = scope.manage(context.newString(run.variablesText));
  const now = scope.manage(context.newNumber(run.now));
  const finish = unwrap(context.callFunction(prelude, context.undefined, text, now));
  const value = unwrap(context.evalCode(readableSource(context, run.source), FILE_NAME, { strict: true }));
  return context.getString(unwrap(context.callFunction(finish, context.undefined, value)));
}

/** `{ a: 1 }` at the start of a program is a block to JavaScript; whoever writes it alone means the object. */
function readableSource(context: QuickJSContext, source: string): string {
  if (!/^\s*\{[^]*\}\s*$/.test(source)) return source;
  const asObject = `(${source})`;
  const compiled = context.evalCode(asObject, FILE_NAME, { strict: true, compileOnly: true });
  const isReadable = !compiled.error;
  compiled.dispose();
  return isReadable ? asObject : source;
}

/** What a script threw, as data. */
class ThrownInside extends Error {
  constructor(readonly thrown: unknown) {
    super('thrown inside the sandbox');
  }
}

function valueOf(context: QuickJSContext, result: VmCallResult<QuickJSHandle>): QuickJSHandle {
  if (!result.error) return result.value;
  const thrown: unknown = context.dump(result.error);
  result.error.dispose();
  throw new ThrownInside(thrown);
}

function asScriptError(cause: unknown, limits: Limits, isTimedOut: boolean): ScriptError {
  if (isTimedOut) return new ScriptError('script.timeout', { milliseconds: limits.milliseconds });
  const thrown = cause instanceof ThrownInside ? cause.thrown : cause;
  const { name, message, stack } = describe(thrown);
  if (thrown === null || (name === 'InternalError' && message === 'out of memory')) {
    return new ScriptError('script.memory', { memoryBytes: limits.memoryBytes });
  }
  const line = new RegExp(`${FILE_NAME}:(\\d+)`).exec(stack)?.[1];
  const reason = (name ? `${name}: ${message}` : message).slice(0, 500);
  return new ScriptError('script.failed', { reason, line: line === undefined ? null : Number(line) }, { cause });
}

function describe(thrown: unknown): { name: string; message: string; stack: string } {
  if (typeof thrown !== 'object' || thrown === null) return { name: '', message: String(thrown), stack: '' };
  const text = (key: string): string => {
    const value: unknown = Reflect.get(thrown, key);
    return typeof value === 'string' ? value : '';
  };
  return { name: text('name'), message: text('message'), stack: text('stack') };
}
