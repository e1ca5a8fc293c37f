import type { Json } from '@wuxin/bpmn-core';
import { childNodes, descendants, type FormNode, type StepParams } from '../../common/form';

/** Marks a name within the form, so that no word of NocoBase's (`grid`, `form`) is taken for one. */
const MARK = '~';
/** How a pack names the tree's own root. */
const ROOT = `${MARK}root`;
/** Where NocoBase keeps which field stands where. */
const GRID_FLOW = 'gridSettings';
const GRID_STEP = 'grid';

/** A row of a form as a pack says it: the uids in each cell, and widths of 24. */
interface PackedRow {
  readonly cells: readonly (readonly string[])[];
  readonly sizes: readonly number[];
}

/**
 * A form as a pack says it: names within the form instead of uids of this installation, no places of rows by number. The same
 * form gives the same value wherever it was made.
 */
export function packedForm(tree: FormNode): Json {
  const names = relativeNames(tree);
  const plain = JSON.parse(JSON.stringify(inRows(tree))) as Json; // a tree is plain data
  return renamed(plain, (text) => names.get(text));
}

/** The tree of a packed form for the element whose draft form has this uid. */
export function unpackedForm(packed: FormNode, uid: string): FormNode {
  const names = new Map(
    descendants(packed).map((node) => [node.uid, node.uid === ROOT ? uid : `${uid}_${node.uid.replace(MARK, '')}`]),
  );
  const tree = renamed(JSON.parse(JSON.stringify(packed)) as Json, (text) => names.get(text));
  return onGrid(tree as unknown as FormNode); // a tree with other names
}

function relativeNames(tree: FormNode): ReadonlyMap<string, string> {
  const prefix = `${tree.uid}_`;
  const all = descendants(tree).map(({ uid }) => uid);
  const taken = new Set(all);
  const relative = (uid: string) => {
    if (uid === tree.uid) return ROOT;
    const short = uid.startsWith(prefix) ? uid.slice(prefix.length) : uid;
    return MARK + (short !== uid && taken.has(short) ? uid : short);
  };
  return new Map(all.map((uid) => [uid, relative(uid)]));
}

/** Uids stand in lists, in rules and as keys. */
function renamed(value: Json, nameOf: (text: string) => string | undefined): Json {
  if (typeof value === 'string') return nameOf(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => renamed(item, nameOf));
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  return Object.fromEntries(entries.map(([key, item]) => [nameOf(key) ?? key, renamed(item, nameOf)]));
}

function inRows({ sortIndex: _place, ...node }: FormNode): FormNode {
  const { subModels, stepParams } = node;
  const grid = stepParams?.[GRID_FLOW]?.[GRID_STEP];
  return {
    ...node,
    ...(grid ? { stepParams: { ...stepParams, [GRID_FLOW]: { ...stepParams?.[GRID_FLOW], [GRID_STEP]: rowsOf(grid) } } } : {}),
    ...(subModels ? { subModels: mapped(subModels, inRows) } : {}),
  };
}

function onGrid(node: FormNode): FormNode {
  const { subModels, stepParams } = node;
  const grid = stepParams?.[GRID_FLOW]?.[GRID_STEP];
  const laidOut =
    grid &&
    gridOf(
      grid,
      childNodes(node, 'items').map(({ uid }) => uid),
    );
  return {
    ...node,
    ...(laidOut ? { stepParams: { ...stepParams, [GRID_FLOW]: { ...stepParams?.[GRID_FLOW], [GRID_STEP]: laidOut } } } : {}),
    ...(subModels ? { subModels: mapped(subModels, onGrid) } : {}),
  };
}

const mapped = (subModels: NonNullable<FormNode['subModels']>, change: (node: FormNode) => FormNode): FormNode['subModels'] =>
  Object.fromEntries(
    Object.entries(subModels).map(([key, children]) => [key, Array.isArray(children) ? children.map(change) : change(children)]),
  );

/** A grid that is kept in another way than we know stays as it is. */
function rowsOf(grid: StepParams): StepParams {
  const { rows, sizes, rowOrder, ...others } = grid as Partial<Record<string, Record<string, unknown>>>;
  if (!rows) return grid;
  const order = Array.isArray(rowOrder) ? (rowOrder as string[]).filter((key) => rows[key]) : Object.keys(rows);
  const complete = [...order, ...Object.keys(rows).filter((key) => !order.includes(key))];
  return { ...others, layout: complete.map((key) => ({ cells: rows[key], sizes: sizes?.[key] ?? [] })) };
}

/** After a merge: what is not there any more goes, what has no place yet gets a row of its own at the end. */
function gridOf(grid: StepParams, items: readonly string[]): StepParams {
  const { layout, ...others } = grid;
  if (!Array.isArray(layout)) return grid;
  const placed = (layout as readonly PackedRow[]).map(({ cells, sizes }) => {
    const kept = cells.map((cell, index) => ({ cell: cell.filter((uid) => items.includes(uid)), size: sizes[index] }));
    return kept.filter(({ cell }) => cell.length > 0);
  });
  const seen = new Set(placed.flat().flatMap(({ cell }) => cell));
  const homeless = items.filter((uid) => !seen.has(uid)).map((uid) => [{ cell: [uid], size: WHOLE_ROW }]);
  const all = [...placed.filter((row) => row.length > 0), ...homeless];
  const keys = all.map((_, index) => `row${index + 1}`);
  const entries = <Value>(value: (row: (typeof all)[number]) => Value) =>
    Object.fromEntries(all.map((row, index) => [keys[index] ?? '', value(row)]));
  return {
    ...others,
    rows: entries((row) => row.map(({ cell }) => cell)),
    sizes: entries((row) => row.map(({ size }) => size ?? WHOLE_ROW)),
    rowOrder: keys,
  };
}

const WHOLE_ROW = 24;
