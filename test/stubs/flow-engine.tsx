// What the host page's flow engine is to our client tests: a context with an API, translations from our own files, and
// base classes that do nothing.
import type { ReactNode } from 'react';
import ballotEnUS from '../../plugins/plugin-ballot/src/locale/en-US.json';
import ballotZhCN from '../../plugins/plugin-ballot/src/locale/zh-CN.json';
import enUS from '../../plugins/plugin-bpmn/src/locale/en-US.json';
import zhCN from '../../plugins/plugin-bpmn/src/locale/zh-CN.json';
import noticeEnUS from '../../plugins/plugin-notice/src/locale/en-US.json';
import noticeZhCN from '../../plugins/plugin-notice/src/locale/zh-CN.json';

type Values = Record<string, unknown>;
type TextValues = Record<string, unknown>;

const TEXTS: Record<string, Record<string, string>> = { 'zh-CN': zhCN, 'en-US': enUS };
/** Of the other plugins, by the namespace that they ask in. */
const OTHERS: Record<string, Record<string, Record<string, string>>> = {
  '@wuxin/plugin-ballot': { 'zh-CN': ballotZhCN, 'en-US': ballotEnUS },
  '@wuxin/plugin-notice': { 'zh-CN': noticeZhCN, 'en-US': noticeEnUS },
};
let language = 'zh-CN';

function translate(key: string, { ns, ...values }: TextValues & { ns?: string[] } = {}): string {
  const text = (OTHERS[ns?.[0] ?? ''] ?? TEXTS)[language]?.[key] ?? key;
  return text.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}

const i18n = {
  get language() {
    return language;
  },
  addResourceBundle(of: string, _namespace: string, texts: Record<string, string>): void {
    TEXTS[of] = { ...TEXTS[of], ...texts };
  },
};
const context: Values = { t: translate, i18n, api: { request: async () => ({ data: { data: null } }) } };
const engine = { context, dataSourceManager: { getDataSource: () => undefined } };

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

interface ModelOptions {
  uid?: string;
  use?: string;
  stepParams?: Record<string, Record<string, Values>>;
  subModels?: Record<string, ModelOptions | ModelOptions[]>;
}

export class FlowModel {
  static define(): void {}
  static registerFlow(): void {}
  context = new FlowContext();
  props: Values = {};
  emitter = { on() {}, off() {} };
  parent?: FlowModel;
  readonly use: string | undefined;
  readonly subModels: Record<string, FlowModel | FlowModel[]> = {};

  constructor(readonly options: ModelOptions = {}) {
    this.use = options.use;
    for (const [key, children] of Object.entries(options.subModels ?? {})) {
      this.subModels[key] = Array.isArray(children) ? children.map((child) => this.child(child)) : this.child(children);
    }
  }
  onInit(): void {}
  setProps(): void {}
  getStepParams(flow: string, step: string): Values | undefined {
    return this.options.stepParams?.[flow]?.[step];
  }
  private child(options: ModelOptions): FlowModel {
    return Object.assign(new FlowModel(options), { parent: this });
  }
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
  setMeta(): this {
    return this;
  }
  emit(): void {}
  on(): void {}
}
export class SingleRecordResource extends FlowResource {}
export class MultiRecordResource extends FlowResource {
  page = 1;
  getPage(): number {
    return this.page;
  }
}

/** Shows which models it was given, so that a test sees the tree. */
export const FlowModelRenderer = ({ model }: { model?: FlowModel }) => (
  <div data-testid="flow-model">{JSON.stringify(model?.options)}</div>
);
export const AddSubModelButton = ({ children }: { children?: ReactNode }) => <>{children}</>;
export const FlowSettingsButton = ({ children }: { children?: ReactNode }) => <button type="button">{children}</button>;

export function createBlockScopedEngine() {
  return {
    context,
    createModelAsync: async (options: ModelOptions) => new FlowModel(options),
    loadOrCreateModel: async (options: ModelOptions) => new FlowModel(options),
    unlinkFromStack() {},
  };
}
