import type { TokenRow } from '@wuxin/bpmn-core';

/**
 * Which part of an instance a row belongs to. A command inside one of 2,000 parallel instances loads the planes that
 * enclose it and none of its siblings'. The main plane is `''`; the plane of a multi-instance instance is the ids of the
 * enclosing instances' tokens joined by `>`.
 */
export const MAIN_PLANE = '';

/** The token that a command begins with. */
export interface Place {
  readonly tokenId: string;
  readonly plane: string;
}

export const placeOf = ({ id, plane }: { readonly id: string; readonly plane: string }): Place => ({ tokenId: id, plane });

/** @param parent the row of `token.parentId` and its plane; undefined for the process scope */
export function planeOf(
  token: Pick<TokenRow, 'id'>,
  parent: { token: Pick<TokenRow, 'kind'>; plane: string } | undefined,
): string {
  if (!parent) return MAIN_PLANE;
  if (parent.token.kind !== 'multiInstance') return parent.plane;
  return parent.plane === MAIN_PLANE ? token.id : `${parent.plane}>${token.id}`;
}

/** The plane and those around it: `a>b` gives `''`, `a` and `a>b`. */
export function enclosingPlanes(plane: string): string[] {
  if (plane === MAIN_PLANE) return [MAIN_PLANE];
  const ids = plane.split('>');
  return [MAIN_PLANE, ...ids.map((_, index) => ids.slice(0, index + 1).join('>'))];
}
