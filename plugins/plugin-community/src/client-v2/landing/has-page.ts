/** An entry of NocoBase's menu, as far as it matters where somebody lands. */
export interface MenuRoute {
  readonly type?: string;
  readonly hidden?: boolean;
  readonly hideInMenu?: boolean;
  readonly children?: readonly MenuRoute[];
}

/** Is there a page that NocoBase itself lands people on? Links, such as all of ours, are none to it. */
export function hasPage(routes: readonly MenuRoute[]): boolean {
  return routes
    .filter(({ hidden, hideInMenu }) => !hidden && !hideInMenu)
    .some(({ type, children = [] }) => type === 'flowPage' || (type === 'group' && hasPage(children)));
}
