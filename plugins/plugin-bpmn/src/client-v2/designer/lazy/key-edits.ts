import { freePlace } from './free-place';
import { resizedBy } from './resized';
import {
  type Box,
  type Canvas,
  type Clipboard,
  type CopyPaste,
  isConnection,
  type Modeling,
  type Point,
  type Rules,
  type Selection,
  type Shape,
} from './services';

const GAP_PX = 40;
const ROOM_AROUND_PX = 120;
const STEP_SIZE = { width: 100, height: 80 };
const LANES = ['bpmn:Lane', 'bpmn:Participant'];

/** What bpmn-js does with the pointer only: putting down what was copied, and changing how large something is. */
export class KeyEdits {
  static readonly $inject = ['clipboard', 'copyPaste', 'modeling', 'canvas', 'selection', 'rules'];

  constructor(
    private readonly clipboard: Clipboard,
    private readonly copyPaste: CopyPaste,
    private readonly modeling: Modeling,
    private readonly canvas: Canvas,
    private readonly selection: Selection,
    private readonly rules: Rules,
  ) {}

  /** At a free place below what is chosen, or in the middle of what is seen. */
  paste(): boolean {
    const copied = this.clipboard.get();
    if (!copied) return false;
    const [chosen] = this.selection.get();
    const beside = chosen?.labelTarget ?? chosen;
    const root = this.canvas.getRootElement();
    const element = beside && beside !== root ? (beside.parent ?? root) : root;
    const size = sizeOf((copied[0] ?? []).flatMap(boxOf));
    const taken = (element.children ?? []).filter(isPlainShape).flatMap(boxOf);
    const point = freePlace(this.wanted(beside, size), size, taken);
    const pasted = this.copyPaste.paste({ element, point }) ?? [];
    const [first] = pasted.filter(isPlainShape);
    if (!first) return true;
    this.selection.select(first);
    this.canvas.scrollToElement(first, ROOM_AROUND_PX);
    return true;
  }

  /** Of what is chosen, where it has no fixed size. */
  resize(by: Point): boolean {
    const [shape, ...more] = this.selection.get();
    const [box] = shape ? boxOf(shape) : [];
    if (!shape || !box || more.length > 0) return false;
    const newBounds = resizedBy(box, by, contentsOf(shape, box).flatMap(boxOf));
    if (!newBounds || !this.rules.allowed('shape.resize', { shape, newBounds })) return false;
    if (LANES.includes(shape.type)) this.modeling.resizeLane(shape, newBounds, true);
    else this.modeling.resizeShape(shape, newBounds);
    return true;
  }

  private wanted(beside: Shape | undefined, { height }: Pick<Box, 'height'>): Point {
    const [box] = beside ? boxOf(beside) : [];
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height + GAP_PX + height / 2 };
    const seen = this.canvas.viewbox();
    return { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 };
  }
}

function boxOf({ x, y, width, height }: Partial<Box>): Box[] {
  return x === undefined || y === undefined || width === undefined || height === undefined ? [] : [{ x, y, width, height }];
}

/** Steps stand in a pool, not in its lanes: those that are seen in a lane are in it. */
function contentsOf(shape: Shape, box: Box): readonly Shape[] {
  const around = shape.type === 'bpmn:Lane' ? poolOf(shape) : shape;
  return (around.children ?? []).filter((one) => isPlainShape(one) && boxOf(one).some((inner) => isMiddleIn(inner, box)));
}

const poolOf = (shape: Shape): Shape => (shape.type === 'bpmn:Lane' && shape.parent ? poolOf(shape.parent) : shape);

const isPlainShape = (one: Shape) => !isConnection(one) && one.labelTarget === undefined && one.type !== 'bpmn:Lane';

const isMiddleIn = (inner: Box, { x, y, width, height }: Box) =>
  inner.x + inner.width / 2 >= x &&
  inner.x + inner.width / 2 <= x + width &&
  inner.y + inner.height / 2 >= y &&
  inner.y + inner.height / 2 <= y + height;

/** How much room all of them take together. */
function sizeOf(boxes: readonly Box[]): Pick<Box, 'width' | 'height'> {
  if (boxes.length === 0) return STEP_SIZE;
  const ends = (start: (box: Box) => number, length: (box: Box) => number) =>
    Math.max(...boxes.map((box) => start(box) + length(box))) - Math.min(...boxes.map(start));
  return {
    width: ends(
      ({ x }) => x,
      ({ width }) => width,
    ),
    height: ends(
      ({ y }) => y,
      ({ height }) => height,
    ),
  };
}
