// What the host page's flow engine is to our client tests: a context with an API, translations from our own files, and
// base classes that do nothing.
import type { ReactNode } from 'react';
import enUS from '../../plugins/plugin-bpmn/src/locale/en-US.json';
import zhCN from '../../plugins/plugin-bpmn/src/locale/zh-CN.json';

type Values = Record<string, unknown>;
type TextValues = Record<string, string | number>;

const TEXTS: Record<string, Record<string, string>> = { 'zh-CN': zhCN, 'en-US': enUS };
let language = 'zh-CN';

function translate(key: string, values: TextValues = {}): string {
  const text = TEXTS[language]?.[key] ?? key;
  return text.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => String(values[name] ?? ''));
}

const context: Values = { t: translate, api: { request: async () => ({ data: { data: null } }) } };
const engine = { context };

/** Replaces parts of the context that `useFlowContext` and `useFlowEngine` give. */
export function setFlowContext(parts: Values): void {
  Object.assign(context, parts);
}

export function setLanguage(next: 'zh-CN' | 'en-US'): void {
  language = next;
}

export const useFlowContext = () => context;
export const useFlowEngine = () => engine;
export const tExpr = (key: string) => key;
export const observer = <P,>(component: P) => component;

export class FlowContext {
  defineProperty(key: string, options: { value?: unknown; get?: () => unknown }): void {
    Object.defineProperty(
      this,
      key,
      options.get ? { get: options.get, configurable: true } : { value: options.value, configurable: true },
    );
  }
  defineMethod(key: string, value: unknown): void {
    this.defineProperty(key, { value });
  }
  addDelegate(): void {}
}

export class FlowModel {
  static define(): void {}
  static registerFlow(): void {}
  context = new FlowContext();
  props: Values = {};
  onInit(): void {}
  setProps(): void {}
}

export class FlowResource {
  private data: unknown;
  constructor(protected context: FlowContext) {}
  getData() {
    return this.data;
  }
  setData(data: unknown) {
    this.data = data;
    return this;
  }
  clearError() {
    return this;
  }
  emit(): void {}
  on(): void {}
}
export class SingleRecordResource extends FlowResource {}
export class MultiRecordResource extends FlowResource {}

export const FlowModelRenderer = () => <div data-testid="flow-model" />;
export const AddSubModelButton = ({ children }: { children?: ReactNode }) => <>{children}</>;
export const FlowSettingsButton = ({ children }: { children?: ReactNode }) => <button type="button">{children}</button>;

export function createBlockScopedEngine() {
  return {
    context,
    createModelAsync: async () => new FlowModel(),
    loadOrCreateModel: async () => new FlowModel(),
    unlinkFromStack() {},
  };
}
