import type { KeyPressed } from '../contract';
import type { ConnectMenu } from './connect-menu';
import type { CreateMenu } from './create-menu';
import { BEFORE_OTHERS } from './menus';
import { readingOrder } from './reading-order';
import type { Canvas, Keyboard, Selection, Shape } from './services';

const ROOM_AROUND_PX = 80;

/** Keys that bpmn-js has none for; what has one there (delete, undo, move, copy, find, rename, replace) keeps it. */
export class Keys {
  static readonly $inject = ['keyboard', 'canvas', 'selection', 'wuxinCreateMenu', 'wuxinConnectMenu', 'config.onKey'];

  constructor(
    keyboard: Keyboard,
    private readonly canvas: Canvas,
    private readonly selection: Selection,
    createMenu: CreateMenu,
    connectMenu: ConnectMenu,
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
      [['Enter', 'F6'], told('panel')],
      [['?'], told('help')],
    ];
    keyboard.addListener(BEFORE_OTHERS, ({ keyEvent }) => {
      if (keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey) return undefined;
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
