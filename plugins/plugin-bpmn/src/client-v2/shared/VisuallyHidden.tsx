import type { ReactNode } from 'react';

const STYLE = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

// The hidden text is placed relative to its own frame: anywhere else it would make the host's page longer than it looks.
const FRAME = { position: 'relative' } as const;

/** Read out by screen readers, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return (
    <span style={FRAME}>
      <span style={STYLE}>{children}</span>
    </span>
  );
}
