let current: { record: Record<string, unknown>; refresh?: () => Promise<void> } = { record: {} };

/** What the task centre hands to an item or a detail. */
export function setWorkflowTaskRecord(next: typeof current): void {
  current = next;
}
export const useWorkflowTaskRecord = () => current;

/** What our trigger and nodes extend. */
export class Trigger {}
export class Instruction {}
export const WorkflowVariableTextArea = (): null => null;
