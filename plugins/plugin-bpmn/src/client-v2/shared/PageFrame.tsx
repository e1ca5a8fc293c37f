import { ArrowLeftOutlined } from '@ant-design/icons';
import { Flex, theme, Typography } from 'antd';
import { useEffect, useId, type ReactNode } from 'react';
import { AccessibleTheme } from './AccessibleTheme';
import { TextLink } from './TextLink';
import { useIsPhone } from './useIsPhone';

export interface PageFrameProps {
  title: string;
  /** Under the title: tags, dates. */
  subtitle?: ReactNode;
  /** Where this page belongs to. */
  back?: { to: string; label: string };
  /** Buttons that concern the whole page. */
  extra?: ReactNode;
  width?: 'reading' | 'full';
  children: ReactNode;
}

const READING_WIDTH = 1120;

function Frame({ title, subtitle, back, extra, width = 'full', children }: PageFrameProps) {
  const { token } = theme.useToken();
  const isPhone = useIsPhone();
  const headingId = useId();
  useEffect(() => {
    document.title = title;
  }, [title]);
  const padding = isPhone ? token.paddingSM : token.paddingLG;
  return (
    <section
      aria-labelledby={headingId}
      style={{ position: 'relative', maxWidth: width === 'reading' ? READING_WIDTH : undefined, margin: '0 auto', padding }}
    >
      {back ? (
        <div style={{ paddingBlock: token.paddingXXS }}>
          <TextLink to={back.to}>
            <ArrowLeftOutlined aria-hidden style={{ marginInlineEnd: token.marginXXS }} />
            {back.label}
          </TextLink>
        </div>
      ) : null}
      <Flex justify="space-between" align="flex-start" gap="small" wrap style={{ marginBottom: token.margin }}>
        <div style={{ minWidth: 0, flex: '1 1 240px' }}>
          <Typography.Title
            level={1}
            id={headingId}
            style={{ fontSize: isPhone ? token.fontSizeHeading4 : token.fontSizeHeading3, margin: 0, overflowWrap: 'anywhere' }}
          >
            {title}
          </Typography.Title>
          {subtitle ? <div style={{ marginTop: token.marginXXS }}>{subtitle}</div> : null}
        </div>
        {extra}
      </Flex>
      {children}
    </section>
  );
}

/** The frame of every page of this plugin: heading, way back, readable width, accessible theme. */
export function PageFrame(props: PageFrameProps) {
  return (
    <AccessibleTheme>
      <Frame {...props} />
    </AccessibleTheme>
  );
}
