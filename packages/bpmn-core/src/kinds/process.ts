import { noScopeDetails } from '../compile/scopes';
import { endInstance } from '../interpret/end';
import { openScope } from '../interpret/scope';
import type { ElementKind } from './kind';
import { hasType } from './shared';

/** The outermost scope: the instance ends with its last token. */
export const process: ElementKind = {
  name: 'process',
  matches: hasType('bpmn:Process'),
  read: () => ({ scope: noScopeDetails }),
  enter: (run, token, element) => openScope(run, token, element, element.scope?.startIds ?? []),
  emptied: (run, token) => endInstance(run, token, 'completed'),
};
