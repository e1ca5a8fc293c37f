// The host's plugin class for client tests: it remembers what a plugin registers.
import { FlowModel } from './flow-engine';

export class Plugin {
  registered: {
    routes: Record<string, { path: string; componentLoader?: () => Promise<unknown> }>;
    models: Record<string, unknown>;
  } = {
    routes: {},
    models: {},
  };
  router = { add: (name: string, options: { path: string }) => void (this.registered.routes[name] = options) };
  flowEngine = { registerModelLoaders: (loaders: object) => void Object.assign(this.registered.models, loaders) };
  pluginSettingsManager = { addMenuItem() {}, addPageTabItem() {} };
  app: unknown = { pm: { get: () => undefined } };
  t(key: string): string {
    return key;
  }
}
export class ActionModel extends FlowModel {}
export class FormActionModel extends FlowModel {}
export class BlockModel extends FlowModel {
  decoratorProps: Record<string, unknown> = {};
  setDecoratorProps(props: object): void {
    Object.assign(this.decoratorProps, props);
  }
}
export class BlockGridModel extends FlowModel {}
export class EditFormModel extends FlowModel {}
export class FieldModel extends FlowModel {}
export class TextareaFieldModel extends FlowModel {
  static isLargeField = true;
}
export class SubFormListFieldModel extends FlowModel {
  render(): unknown {
    return 'rows';
  }
}
