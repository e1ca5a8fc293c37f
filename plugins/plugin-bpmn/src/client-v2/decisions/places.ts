import type { DecisionProblemView } from '../../common/api';
import type { CellPlace } from './draft';

/** Ids of the fields of the editor: a problem leads to its field. */
export const elementIdOfCell = ({ ruleId, part, column }: CellPlace): string => `cell-${ruleId}-${part}-${column}`;
export const elementIdOfHead = (part: 'input' | 'output', column: number): string => `${part}-${column}`;

/** Is it about the head of an input or output? */
export const isOfHead = ({ cell }: DecisionProblemView): boolean => cell?.part === 'input' || cell?.part === 'output';

/** The field that a problem is about; for one of a whole rule its first cell; null for one of the whole table. */
export function fieldOf({ ruleId, cell }: DecisionProblemView): string | null {
  if (cell && (cell.part === 'input' || cell.part === 'output')) return elementIdOfHead(cell.part, cell.column);
  if (ruleId === null) return null;
  const part = cell?.part === 'then' ? 'then' : 'when';
  return elementIdOfCell({ ruleId, part, column: cell?.column ?? 0 });
}

/** Puts the cursor into a field, which brings it into view. */
export function focusField(id: string): void {
  document.getElementById(id)?.focus();
}
