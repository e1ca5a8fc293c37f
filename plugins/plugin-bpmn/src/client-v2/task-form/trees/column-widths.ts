import { childNodes, type ContractField, fieldAt, type FormNode, modelOf } from '../../../common/form';
import { mapTree } from './map-tree';

/** Pixels of what is read, and of what is entered, which has a button beside it. */
interface Width {
  readonly read: number;
  readonly entered: number;
}

const SHORT: Width = { read: 110, entered: 150 };
const TITLE: Width = { read: 130, entered: 150 };
/** Text that is read takes more lines instead; who enters some sees what they enter. */
const TEXT_TO_READ = 140;

/** What a cell of these says is short: a number, a choice, a day. */
const SHORT_MODELS = /^(Display)?(Number|Percent|Checkbox|Enum|Select|DateOnly|DateTime|Time)FieldModel$/;

/** Pixels of a heading: of a character as wide as a Chinese one, of another letter, and around it with the star of what is required. */
const HEADING: Readonly<Record<'wide' | 'letter' | 'around', number>> = { wide: 14, letter: 8, around: 46 };

/** Chinese characters and the signs between them. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

interface Reader {
  readonly fields: readonly ContractField[];
  readonly language: 'zh-CN' | 'en-US';
}

/**
 * The same form with columns that take no more room than they and their headings need: NocoBase gives each 200 pixels, and of six columns
 * only three are seen beside each other, with what has to be entered among those that are not. A width that somebody chose in the designer stays.
 */
export const withColumnWidths = (tree: FormNode, reader: Reader): FormNode =>
  mapTree(tree, (node) => (node.use === 'SubTableColumnModel' ? narrowed(node, reader) : node));

function narrowed(column: FormNode, { fields, language }: Reader): FormNode {
  const { fieldSettings, subTableColumnSettings } = column.stepParams ?? {};
  const path = fieldSettings?.init?.fieldPath;
  const [component] = childNodes(column, 'field');
  if (typeof path !== 'string' || !component || subTableColumnSettings?.width !== undefined) return column;
  const field = fieldAt(fields, path);
  const content = widthOf(modelOf(component), field);
  if (content === undefined) return column;
  const heading = headingWidth((language === 'en-US' ? field?.labelEn : undefined) ?? field?.label ?? '');
  const settings = { ...subTableColumnSettings, width: { width: Math.max(content, heading) } };
  return { ...column, stepParams: { ...column.stepParams, subTableColumnSettings: settings } };
}

function widthOf(model: string, field: ContractField | undefined): number | undefined {
  if (model === 'DisplayTextFieldModel' && field?.kind !== 'pick') return TEXT_TO_READ;
  const width = SHORT_MODELS.test(model) ? SHORT : field?.kind === 'pick' ? TITLE : undefined;
  return model.startsWith('Display') ? width?.read : width?.entered;
}

function headingWidth(text: string): number {
  const letters = [...text].map((letter) => (WIDE.test(letter) ? HEADING.wide : HEADING.letter));
  return letters.reduce((sum, width) => sum + width, HEADING.around);
}
