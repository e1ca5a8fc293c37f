import { createBlockScopedEngine, FlowContext, type FlowEngine } from '@nocobase/flow-engine';
import { TASK_CONTEXT, type TaskContext } from './task-context';

export interface FormScope {
  engine: FlowEngine;
  /** Give it as `delegate` when models are created: their resources are made during construction. */
  delegate: FlowContext;
  close(): void;
}

export interface FormScopeOptions {
  isDesigned: boolean;
  isPhone: boolean;
  task?: TaskContext;
  /** Explanations as they are written → as they are shown; NocoBase looks up the other words of a form by itself. */
  words?: Readonly<Record<string, string>>;
}

interface Liquid {
  renderWithFullContext(text: string, context: unknown): Promise<string>;
}

/** NocoBase lets this fill in an explanation before it shows it; what is stored stays as it was written. */
const inOtherWords = (liquid: Liquid, words: Readonly<Record<string, string>>): Liquid => ({
  renderWithFullContext: (text, context) =>
    liquid.renderWithFullContext(Object.hasOwn(words, text) ? (words[text] ?? text) : text, context),
});

/**
 * An engine of its own for every form on the screen: an engine keeps one model per uid, and two tasks may show the same
 * frozen form at the same time.
 */
export function openScope(parent: FlowEngine, { isDesigned, isPhone, task, words }: FormScopeOptions): FormScope {
  const engine = createBlockScopedEngine(parent);
  const delegate = new FlowContext();
  // data sources, API and viewer are the page's; the scope's own context has empty ones
  delegate.addDelegate(parent.context);
  delegate.defineProperty('engine', { value: engine });
  delegate.defineProperty('flowSettingsEnabled', { value: isDesigned });
  delegate.defineProperty('isMobileLayout', { value: isPhone });
  delegate.defineProperty(TASK_CONTEXT, { value: task });
  // what a shown value would open is a page with rights of its own
  delegate.defineProperty('disableFieldClickToOpen', { value: true });
  // NocoBase's menus read the arguments of the view that they are in
  delegate.defineProperty('view', { value: { inputArgs: {} } });
  if (words) {
    const { liquid } = parent.context;
    delegate.defineProperty('liquid', { value: inOtherWords(liquid as Liquid, words) }); // NocoBase leaves it undeclared
  }
  return { engine, delegate, close: () => engine.unlinkFromStack() };
}
