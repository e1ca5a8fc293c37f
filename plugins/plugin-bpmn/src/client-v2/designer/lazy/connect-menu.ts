import type { MenuWords } from '../contract';
import { readingOrder } from './reading-order';
import {
  type Canvas,
  isConnection,
  type Modeling,
  nameOf,
  type PopupMenu,
  type Registry,
  type Rules,
  type Selection,
  type Shape,
} from './services';

const MENU = 'wuxin-connect';

/** Whatever the chosen element may be connected with, by name, for the keyboard; the new flow is chosen then. */
export class ConnectMenu {
  static readonly $inject = ['popupMenu', 'modeling', 'canvas', 'selection', 'elementRegistry', 'rules', 'config.words'];

  constructor(
    private readonly popupMenu: PopupMenu,
    private readonly modeling: Modeling,
    private readonly canvas: Canvas,
    private readonly selection: Selection,
    private readonly registry: Registry,
    private readonly rules: Rules,
    private readonly words: MenuWords,
  ) {
    popupMenu.registerProvider(MENU, this);
  }

  /** @returns whether something is chosen from which a flow can lead */
  open(): boolean {
    const [source, ...more] = this.selection.get();
    if (!source || more.length > 0 || isConnection(source)) return false;
    const { right, top } = this.registry.getGraphics(source).getBoundingClientRect();
    const position = { x: right, y: top };
    const title = this.words.connect;
    this.popupMenu.open(source, MENU, { ...position, cursor: position }, { title, width: 300, search: true });
    return true;
  }

  getPopupMenuEntries(source: Shape): Record<string, object> {
    const targets = readingOrder(this.canvas.getRootElement()).filter(
      (target) => target !== source && !isConnection(target) && this.rules.allowed('connection.create', { source, target }),
    );
    const entries = targets.map((target) => [
      `connect-${target.id}`,
      { label: nameOf(target) || this.words.unnamed, action: () => this.connect(source, target) },
    ]);
    return Object.fromEntries(entries) as Record<string, object>; // of the pairs above
  }

  getEmptyPlaceholder(): string {
    return this.words.nothingFound;
  }

  private connect(source: Shape, target: Shape): void {
    const flow = this.modeling.connect(source, target);
    if (flow) this.selection.select(flow);
  }
}
