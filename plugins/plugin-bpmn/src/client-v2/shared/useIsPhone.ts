import { Grid } from 'antd';

/** A phone is below antd's `md` (768 px); before the page has asked the browser, nobody knows. */
export type Screen = 'phone' | 'wide' | 'unknown';

export function useScreen(): Screen {
  const { md } = Grid.useBreakpoint();
  return md === undefined ? 'unknown' : md ? 'wide' : 'phone';
}

/** Cards instead of tables, full-width dialogs. */
export const useIsPhone = (): boolean => useScreen() === 'phone';
