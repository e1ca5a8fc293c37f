import type { StateReader, Variables } from '@wuxin/bpmn-core';

/** What an activity sees: its own variables, then those of each scope around it; the nearest wins. */
export function visibleVariables(reader: StateReader, tokenId: string): Variables {
  const chain: Variables[] = [];
  for (let token = reader.token(tokenId); token; token = token.parentId === null ? undefined : reader.token(token.parentId)) {
    chain.unshift(token.variables);
  }
  return Object.assign({}, reader.instance.variables, ...chain) as Variables; // of objects that are Variables
}
