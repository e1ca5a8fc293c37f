import { BlockModel } from '@nocobase/client-v2';
import { tExpr, type ModelConstructor } from '@nocobase/flow-engine';
import type { ComponentType } from 'react';
import { NAMESPACE } from '../i18n';
import { AccessibleTheme } from '../shared';
import { readSettings, ROWS, type BlockChoices, type BlockSettings } from './settings';

export interface BlockDefinition extends BlockChoices {
  /** Stored with every block on every page, so it stays what it is. */
  readonly name: string;
  /** Whose texts the labels are keys of. */
  readonly namespace: string;
  readonly label: string;
  /** Where it stands in the menu, among the others. */
  readonly sort: number;
  /** Asks the server as whoever looks, by the same actions as our pages. */
  readonly component: ComponentType<BlockSettings>;
}

const OWN = { ns: [NAMESPACE] };

function settingsForm({ namespace, place, shows }: BlockDefinition): Record<string, object> {
  const field = (title: string, component: unknown, more: object = {}) => ({
    'title': tExpr(title, OWN),
    'x-decorator': 'FormItem',
    'x-component': component,
    ...more,
  });
  const choices = shows?.map(({ value, label }) => ({ value, label: tExpr(label, { ns: [namespace] }) }));
  return {
    ...(choices && { show: field('block.show', 'Select', { enum: choices }) }),
    ...(place && { place: field('block.place', place) }),
    rows: field('block.rows', 'NumberPicker', { 'x-component-props': { min: ROWS.least, max: ROWS.most, precision: 0 } }),
  };
}

/** A block that administrators find under "Add block" on every page; its heading, height and rules are NocoBase's own settings. */
export function defineBlock(block: BlockDefinition): ModelConstructor {
  const { name, namespace, label, sort, component: Component } = block;
  const ns = [namespace];

  class Model extends BlockModel {
    /** Without a heading of an administrator's it has the name of the block. */
    override setDecoratorProps(props: Record<string, unknown>): void {
      super.setDecoratorProps('title' in props ? { ...props, title: props.title || this.context.t(label, { ns }) } : props);
    }

    override renderComponent() {
      return (
        <AccessibleTheme>
          <Component {...readSettings(this.props, block)} />
        </AccessibleTheme>
      );
    }
  }
  // NocoBase tells the entries of its menu apart by the names of classes, which a minifier makes the same
  Object.defineProperty(Model, 'name', { value: name });
  Model.define({ label: tExpr(label, { ns }), sort, createModelOptions: { use: name } });
  Model.registerFlow({
    key: 'wuxinBlock',
    title: tExpr('block.settings', OWN),
    on: 'beforeRender',
    steps: {
      content: {
        title: tExpr('block.content', OWN),
        uiSchema: settingsForm(block),
        defaultParams: { ...readSettings({}, block) },
        handler: ({ model }, { place, show, rows }) => model.setProps({ place, show, rows }),
      },
    },
  });
  return Model;
}
