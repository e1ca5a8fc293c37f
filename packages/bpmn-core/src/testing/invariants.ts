import type { Json } from '../contract';
import type { StoredInstance } from '../host';
import { numberAt } from '../json';
import type { Ledger } from './ledger';

/** What holds for the rows of an instance between any two commands; returns what does not. */
export function brokenInvariants({ row, tokens, subscriptions, compensations }: StoredInstance): readonly string[] {
  const broken: string[] = [];
  if (row.status !== 'running') {
    const left = tokens.size + subscriptions.size + compensations.size;
    return left === 0 ? [] : [`${left} rows are left after the end`];
  }
  const childrenOf = (id: string) => [...tokens.values()].filter(({ parentId }) => parentId === id);
  for (const token of tokens.values()) {
    if (token.parentId !== null && !tokens.has(token.parentId)) broken.push(`${token.id} has lost its parent`);
    const children = childrenOf(token.id);
    if (token.kind === 'scope') {
      if (numberAt(token.data, 'live') !== children.length) broken.push(`${token.id} miscounts its tokens`);
      if (children.length === 0) broken.push(`${token.id} is empty and goes on`);
      const joining = children.filter(({ kind }) => kind === 'joining').map(({ id }) => id);
      if (waitingIds(token.data.joins).join() !== joining.sort().join()) broken.push(`${token.id} miscounts its joins`);
    } else if (token.kind === 'multiInstance') {
      if (token.multiInstance?.active !== children.length) broken.push(`${token.id} miscounts its instances`);
    }
  }
  for (const { id, tokenId } of subscriptions.values()) if (!tokens.has(tokenId)) broken.push(`subscription ${id} is nobody's`);
  return broken;
}

/** Each open task has its token, and each token that waits for work its one open task. */
export function brokenWork({ tokens }: StoredInstance, ledger: Ledger): readonly string[] {
  const open = ledger.open().map(({ tokenId }) => tokenId);
  const waiting = [...tokens.values()].filter(({ data }) => data.waiting === true).map(({ id }) => id);
  return open.sort().join() === waiting.sort().join() ? [] : [`open tasks of ${open.join()}, but ${waiting.join()} wait`];
}

function waitingIds(joins: Json | undefined): readonly string[] {
  if (typeof joins === 'string') return [joins];
  if (typeof joins !== 'object' || joins === null) return [];
  return Object.values(joins).flatMap(waitingIds).sort();
}
