import { useEffect, useRef, type ReactNode } from 'react';

/** What NocoBase and antd render in a way that keyboards and screen readers trip over. */
function putRight(frame: HTMLElement): void {
  // antd repeats the mark on the frame of a select, which has no role; its input keeps it
  for (const select of frame.querySelectorAll('.ant-select[aria-required]')) select.removeAttribute('aria-required');
  // the card scrolls sideways by the gap of NocoBase's grid, and nobody reaches that by keyboard
  for (const card of frame.querySelectorAll<HTMLElement>('.ant-card-body')) card.style.overflow = 'visible';
  frame.querySelectorAll('.ant-table-wrapper').forEach(putTableRight);
}

/** A sub-table: its columns of numbers and of buttons have no title, and it scrolls sideways where nothing in it takes the focus. */
function putTableRight(table: Element): void {
  for (const header of table.querySelectorAll('th:not([role])')) if (!header.textContent) header.setAttribute('role', 'cell');
  const label = table.closest('.ant-form-item')?.querySelector('label')?.textContent;
  for (const content of table.querySelectorAll<HTMLElement>('.ant-table-content:not([tabindex])')) {
    content.tabIndex = 0;
    content.setAttribute('role', 'group');
    if (label) content.setAttribute('aria-label', label);
  }
}

/** The frame of a form, running or designed: keeps its elements accessible while NocoBase renders them anew. */
export function AccessibleForm({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    putRight(current);
    const observer = new MutationObserver(() => putRight(current));
    observer.observe(current, { subtree: true, childList: true, attributeFilter: ['aria-required'] });
    return () => observer.disconnect();
  }, []);
  return <div ref={frame}>{children}</div>;
}
