import { AccessibleTheme } from '@wuxin/plugin-bpmn/client-v2';
import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface FullScreenProps {
  /** What is shown, for screen readers. */
  label: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/** Lies over all of the host's page and closes with Escape; focus begins in it and goes back to where it was. */
export function FullScreen({ label, className, onClose, children }: FullScreenProps) {
  const frame = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return createPortal(
    <AccessibleTheme>
      <div
        ref={frame}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        tabIndex={-1}
        className={className}
        style={{ position: 'fixed', inset: 0, zIndex: 1100, overflow: 'auto', background: '#fff', outline: 'none' }}
      >
        {children}
      </div>
    </AccessibleTheme>,
    document.body,
  );
}
