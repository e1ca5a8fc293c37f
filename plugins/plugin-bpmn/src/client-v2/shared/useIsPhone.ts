import { Grid } from 'antd';

/** True below antd's `md` (768 px): cards instead of tables, full-width dialogs. */
export function useIsPhone(): boolean {
  const { md } = Grid.useBreakpoint();
  return md === false;
}
