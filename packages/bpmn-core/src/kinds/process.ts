import { noScopeDetails } from '../compile/scopes';
import { endInstance } from '../interpret/end';
import { openScope } from '../interpret/scope';
import { isJsonArray, without } from '../json';
import type { ElementKind } from './kind';
import { hasType } from './shared';

/** The outermost scope: the instance ends with its last token. */
export const process: ElementKind = {
  name: 'process',
  matches: hasType('bpmn:Process'),
  read: () => ({ scope: noScopeDetails }),
  enter(run, token, element) {
    // Where to begin is said by the command, and needed no more afterwards.
    const { startIds } = token.data;
    const begun = { ...token, data: without(token.data, 'startIds') };
    openScope(run, begun, element, isJsonArray(startIds) ? startIds.map(String) : []);
  },
  emptied: (run, token) => endInstance(run, token, 'completed'),
};
