import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { useHref, useLinkClickHandler } from 'react-router-dom';

export interface LinkButtonProps extends Omit<ButtonProps, 'href' | 'onClick'> {
  to: string;
}

/** A link that looks like a button: one element for keyboard and screen reader, opened in place by the router. */
export function LinkButton({ to, ...button }: LinkButtonProps) {
  const href = useHref(to);
  const open = useLinkClickHandler<HTMLElement>(to);
  // antd types the handler for both of its elements; with `href` it is an anchor, which is what the router expects.
  return <Button {...button} href={href} onClick={(event) => open(event as MouseEvent<HTMLAnchorElement>)} />;
}
