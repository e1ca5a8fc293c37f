import { App, ConfigProvider, theme, type ThemeConfig } from 'antd';
import { useMemo, type ReactNode } from 'react';

/**
 * The host's theme with contrast raised to WCAG AA: antd's ready-made link, placeholder and description colours stay below
 * 4.5:1 on white. Every colour is taken from the host's own tokens, so administrators' themes keep working.
 */
export function AccessibleTheme({ children }: { children: ReactNode }) {
  const { token } = theme.useToken();
  const config = useMemo<ThemeConfig>(
    () => ({
      token: {
        colorPrimary: token.colorPrimaryActive,
        colorLink: token.colorPrimaryActive,
        colorError: token.colorErrorActive,
        colorTextDescription: token.colorTextSecondary,
        colorTextPlaceholder: token.colorTextSecondary,
        colorTextTertiary: token.colorTextSecondary,
      },
      // that a table is empty is said in the colour of what is switched off
      components: { Table: { colorTextDisabled: token.colorTextSecondary } },
    }),
    [token],
  );
  return (
    <ConfigProvider theme={config}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
