import type { MenuWords } from '../contract';
import { freePlace } from './free-place';
import { newUserTask } from './new-task';
import {
  type Box,
  type Canvas,
  type ElementFactory,
  type Factory,
  isConnection,
  type Modeling,
  type Palette,
  type Point,
  type PopupMenu,
  type Rules,
  type Selection,
  type Shape,
} from './services';

const MENU = 'wuxin-create';
const USER_TASK = 'create.task';
const SUB_PROCESS = 'create.subprocess-expanded';
const POOL = 'create.participant-expanded';
const BOUNDARY = 'create.intermediate-event';
/** What each entry of the palette makes that is one plain shape. */
const PLAIN: Readonly<Record<string, string>> = {
  'create.start-event': 'bpmn:StartEvent',
  'create.intermediate-event': 'bpmn:IntermediateThrowEvent',
  'create.end-event': 'bpmn:EndEvent',
  'create.exclusive-gateway': 'bpmn:ExclusiveGateway',
  'create.data-object': 'bpmn:DataObjectReference',
  'create.data-store': 'bpmn:DataStoreReference',
  'create.group': 'bpmn:Group',
};
/** Entries of the palette that this menu has; its test compares them with bpmn-js's. */
export const CREATED: readonly string[] = [...Object.keys(PLAIN), USER_TASK, SUB_PROCESS, POOL];

const START_IN_SUB_PROCESS = { x: 40, y: 82 };
const ROOM_IN_POOL_PX = 60;
const BELOW_PX = 120;

/** Everything that the palette makes, for the keyboard: put at a free place near what is chosen, or in the middle of what is seen. */
export class CreateMenu {
  static readonly $inject = [
    'popupMenu',
    'palette',
    'elementFactory',
    'bpmnFactory',
    'modeling',
    'canvas',
    'selection',
    'rules',
    'config.words',
  ];

  constructor(
    private readonly popupMenu: PopupMenu,
    private readonly palette: Palette,
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: Factory,
    private readonly modeling: Modeling,
    private readonly canvas: Canvas,
    private readonly selection: Selection,
    private readonly rules: Rules,
    private readonly words: MenuWords,
  ) {
    popupMenu.registerProvider(MENU, this);
  }

  open(): void {
    const { left, top, width } = this.canvas.getContainer().getBoundingClientRect();
    const position = { x: left + width / 3, y: top + 60 };
    const options = { title: this.words.create, width: 300, search: true };
    this.popupMenu.open(this.canvas.getRootElement(), MENU, { ...position, cursor: position }, options);
  }

  getPopupMenuEntries(): Record<string, object> {
    const entries = this.palette.getEntries();
    const offered = Object.entries(entries)
      .filter(([id]) => CREATED.includes(id))
      .map(([id, { title, className }]) => [id, { label: title, className, action: () => this.create(id) }] as const);
    const host = this.chosen();
    if (!host || !isActivity(host)) return Object.fromEntries(offered);
    const className = entries[BOUNDARY]?.className;
    const attached = { label: this.words.createBoundary, className, action: () => this.attachTo(host) };
    return Object.fromEntries([...offered, ['create.boundary-event', attached]]);
  }

  private chosen(): Shape | undefined {
    const [shape, ...more] = this.selection.get();
    return shape && more.length === 0 && !isConnection(shape) ? (shape.labelTarget ?? shape) : undefined;
  }

  private create(id: string): void {
    if (id === POOL) return this.createPool();
    const shapes = this.shapesOf(id);
    const [first] = shapes;
    if (!first) return;
    const [parent, wanted] = this.wantedPlace(first);
    const { children = [] } = parent;
    const taken = children.filter((one) => !isConnection(one) && !holdsOthers(one)).flatMap(boxOf);
    this.add(shapes, freePlace(wanted, sizeOf(first), taken), parent);
  }

  private shapesOf(id: string): Shape[] {
    if (id === USER_TASK) return [newUserTask(this.elementFactory, this.bpmnFactory, this.words)];
    if (id !== SUB_PROCESS) return [this.elementFactory.createShape({ type: PLAIN[id] })];
    const around = this.elementFactory.createShape({ type: 'bpmn:SubProcess', x: 0, y: 0, isExpanded: true });
    const start = this.elementFactory.createShape({ type: 'bpmn:StartEvent', ...START_IN_SUB_PROCESS, parent: around });
    return [around, start];
  }

  /** Inside what is chosen, if that holds others; else beside it; else in the middle of what is seen. */
  private wantedPlace(shape: Shape): [parent: Shape, middle: Point] {
    const root = this.canvas.getRootElement();
    const chosen = this.chosen();
    const middle = middleOf(this.canvas.viewbox());
    const places: [Shape, Point][] = [];
    if (chosen && holdsOthers(chosen)) {
      const holder = chosen.type === 'bpmn:Lane' ? poolOf(chosen) : chosen;
      places.push(...boxOf(chosen).map((box): [Shape, Point] => [holder, middleOf(box)]));
    } else if (chosen?.parent) {
      const { parent } = chosen;
      places.push(...boxOf(chosen).map((box): [Shape, Point] => [parent, { ...middleOf(box), y: middleOf(box).y + BELOW_PX }]));
    }
    const pools = (root.children ?? []).filter(({ type }) => type === 'bpmn:Participant');
    places.push(...pools.flatMap((pool) => boxOf(pool).map((box): [Shape, Point] => [pool, middleOf(box)])), [root, middle]);
    const allowed = places.find(([target, position]) =>
      this.rules.allowed('elements.create', { elements: [shape], target, position }),
    );
    return allowed ?? [root, middle];
  }

  /** Around everything that is there. */
  private createPool(): void {
    const root = this.canvas.getRootElement();
    const { inner } = this.canvas.viewbox();
    const isFirst = root.type === 'bpmn:Process' && (root.children ?? []).length > 0;
    const around = { width: inner.width + 2 * ROOM_IN_POOL_PX, height: inner.height + 2 * ROOM_IN_POOL_PX };
    const pool = this.elementFactory.createParticipantShape(isFirst ? around : {});
    const below = { x: inner.x + inner.width / 2, y: inner.y + inner.height + ROOM_IN_POOL_PX + sizeOf(pool).height / 2 };
    this.add([pool], isFirst ? middleOf(inner) : below, root);
  }

  private attachTo(host: Shape): void {
    const event = this.elementFactory.createShape({ type: 'bpmn:BoundaryEvent' });
    const [box] = boxOf(host);
    if (!box) return;
    const taken = host.attachers?.length ?? 0;
    const place = { x: box.x + box.width - ((taken * 40 + 20) % Math.max(box.width, 40)), y: box.y + box.height };
    this.add([event], place, host, { attach: true });
  }

  private add(shapes: readonly Shape[], middle: Point, parent: Shape, hints?: { readonly attach: true }): void {
    const [made] = this.modeling.createElements(shapes, middle, parent, hints);
    if (!made) return;
    this.canvas.scrollToElement(made, BELOW_PX);
    this.selection.select(made);
  }
}

const isActivity = ({ type }: Shape) => /Task$|SubProcess$|CallActivity$|Transaction$/.test(type);
const holdsOthers = ({ type, children = [] }: Shape) =>
  type === 'bpmn:Participant' || type === 'bpmn:Lane' || (/SubProcess$|Transaction$/.test(type) && children.length > 0);

/** Lanes lie in lanes. */
const poolOf = (lane: Shape): Shape => (lane.type === 'bpmn:Lane' && lane.parent ? poolOf(lane.parent) : lane);

function boxOf({ x, y, width, height }: Shape): Box[] {
  return x === undefined || y === undefined || width === undefined || height === undefined ? [] : [{ x, y, width, height }];
}

const sizeOf = ({ width = 100, height = 80 }: Shape) => ({ width, height });
const middleOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });
