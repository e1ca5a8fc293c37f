import { theme } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router-dom';

function useLinkStyle(): CSSProperties {
  const { token } = theme.useToken();
  return { color: token.colorLink, textDecoration: 'underline', textDecorationThickness: 1, textUnderlineOffset: 3 };
}

export interface TextLinkProps {
  to: string;
  /** For screen readers, where the text alone, such as a number, does not say where the link leads. */
  label?: string;
  children: ReactNode;
}

/** A link inside the application; underlined, so that it is not told apart by colour alone. */
export function TextLink({ to, label, children }: TextLinkProps) {
  return (
    <Link to={to} aria-label={label} style={useLinkStyle()}>
      {children}
    </Link>
  );
}

/** A link to a file or page outside, in a new tab. */
export function FileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" style={useLinkStyle()}>
      {children}
    </a>
  );
}
