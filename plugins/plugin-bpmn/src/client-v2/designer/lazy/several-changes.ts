import type { Changed } from '../settings';
import type { Modeling, Shape } from './services';

/** The name of a step that changes several parts of a file and is undone as one. */
export const SEVERAL = 'wuxin.several';

/** Made by bpmn-js, which gives what `$inject` names. */
export class SeveralChanges {
  static readonly $inject = ['modeling'];

  constructor(private readonly modeling: Modeling) {}

  preExecute({ shape, changes }: { readonly shape: Shape; readonly changes: readonly Changed[] }): void {
    for (const { element, properties } of changes) this.modeling.updateModdleProperties(shape, element, properties);
  }
}
