import { useFlowEngine } from '@nocobase/flow-engine';
import { useIsPhone } from './useIsPhone';

/** Beside what can be pressed in the lower right corner. */
export const ROOM_BESIDE_PX = 60;

/** Below what is last in something that scrolls: it can be scrolled clear of that button, which may not cover the mark of bpmn.io either. */
export const ROOM_BELOW_PX = 110;

/**
 * How much of the lower right corner NocoBase's AI plugin takes with its floating button, in pixels: what stays at the lower
 * edge of a phone leaves that free. 0 on wide screens, where what reaches into that corner keeps the room itself, and without that
 * plugin.
 */
export function useFloatingButtonRoom(): number {
  const { app } = useFlowEngine().context;
  const isPhone = useIsPhone();
  return isPhone && app?.pm.get('ai') !== undefined ? ROOM_BESIDE_PX : 0;
}
