import type { KeyPressed } from '../contract';
import type { ConnectMenu } from './connect-menu';
import type { CreateMenu } from './create-menu';
import type { KeyEdits } from './key-edits';
import { BEFORE_OTHERS } from './menus';
import { readingOrder } from './reading-order';
import type { Canvas, Keyboard, Point, Selection, Shape } from './services';

const ROOM_AROUND_PX = 80;
/** bpmn-js takes every arrow, also with Alt, for a move. */
const BEFORE_MOVING = BEFORE_OTHERS + 1;
const STEP_PX = 10;
const FAR_PX = 50;
const SIDES: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Keys that bpmn-js has none for; what has one there (delete, undo, move, copy, find, rename, replace) keeps it. There `Ctrl+V` waits for the pointer. */
export class Keys {
  static readonly $inject = [
    'keyboard',
    'canvas',
    'selection',
    'wuxinCreateMenu',
    'wuxinConnectMenu',
    'wuxinKeyEdits',
    'config.onKey',
  ];

  constructor(
    keyboard: Keyboard,
    private readonly canvas: Canvas,
    private readonly selection: Selection,
    createMenu: CreateMenu,
    connectMenu: ConnectMenu,
    edits: KeyEdits,
    onKey: (what: KeyPressed) => void,
  ) {
    const told = (what: KeyPressed) => () => {
      onKey(what);
      return true as const;
    };
    const acts: readonly (readonly [keys: readonly string[], act: () => boolean])[] = [
      [['.'], () => this.choose(1)],
      [[','], () => this.choose(-1)],
      [['Home'], () => this.choose('first')],
      [['End'], () => this.choose('last')],
      [['n', 'N'], () => (createMenu.open(), true)],
      [['c', 'C'], () => connectMenu.open()],
      [['v', 'V'], () => edits.paste()],
      [['Enter', 'F6'], told('panel')],
      [['?'], told('help')],
    ];
    keyboard.addListener(BEFORE_MOVING, ({ keyEvent }) => {
      if (keyEvent.ctrlKey || keyEvent.metaKey) return undefined;
      const side = SIDES[keyEvent.key];
      if (keyEvent.altKey && side) {
        const step = keyEvent.shiftKey ? FAR_PX : STEP_PX;
        edits.resize({ x: side.x * step, y: side.y * step });
        return true; // also where it has a fixed size: the browser would leave the page
      }
      if (keyEvent.altKey) return undefined;
      const [, act] = acts.find(([keys]) => keys.includes(keyEvent.key)) ?? [];
      return act?.() ? true : undefined;
    });
  }

  private choose(step: 1 | -1 | 'first' | 'last'): boolean {
    const order = readingOrder(this.canvas.getRootElement());
    const [chosen] = this.selection.get();
    const next = neighbour(order, chosen?.labelTarget ?? chosen, step);
    if (!next) return false;
    this.selection.select(next);
    this.canvas.scrollToElement(next, ROOM_AROUND_PX);
    return true;
  }
}

/** From nothing chosen, and from the last one, on to the first. */
function neighbour(order: readonly Shape[], from: Shape | undefined, step: 1 | -1 | 'first' | 'last'): Shape | undefined {
  if (step === 'first') return order[0];
  if (step === 'last') return order.at(-1);
  const at = from ? order.indexOf(from) : -1;
  if (at < 0) return step === 1 ? order[0] : order.at(-1);
  return order[(at + step + order.length) % order.length];
}
