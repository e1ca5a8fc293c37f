import { PopupEntries } from 'bpmn-js/lib/features/popup-menu/PopupEntries';
import type { MenuWords } from '../contract';
import { ConnectMenu } from './connect-menu';
import { CreateMenu } from './create-menu';
import { newUserTask } from './new-task';
import type {
  AutoPlace,
  CreateTool,
  ElementFactory,
  Entries,
  Entry,
  Factory,
  Keyboard,
  PopupMenu,
  Providers,
  Registry,
  Selection,
  Shape,
} from './services';

const MENU = 'wuxin-append';
const USER_TASK = 'bpmn-icon-user-task';
/** Of keys, before those of bpmn-js. */
export const BEFORE_OTHERS = 1500;
/** After bpmn-js's own providers, so that what they offer can be changed. */
const AFTER_OTHERS = 500;

/** What can follow a step, in the order of how often it does. What our engine refuses, or the panel cannot set yet, is not offered. */
const FOLLOWING = [
  'user-task',
  'exclusive-gateway',
  'parallel-gateway',
  'inclusive-gateway',
  'rule-task',
  'call-activity',
  'service-task',
  'expanded-subprocess',
  'timer-intermediate-catch',
  'message-intermediate-catch',
  'message-intermediate-throw',
  'signal-intermediate-catch',
  'signal-intermediate-throw',
  'none-end-event',
  'terminate-end',
] as const;

interface Following {
  readonly label: string;
  readonly className: string;
  readonly target: object;
}
const CATALOGUE: Readonly<Record<string, Following | undefined>> = PopupEntries;

type Translate = (template: string) => string;

class AppendMenu {
  static readonly $inject = ['popupMenu', 'elementFactory', 'bpmnFactory', 'autoPlace', 'create', 'translate', 'config.words'];

  constructor(
    popupMenu: PopupMenu,
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: Factory,
    private readonly autoPlace: AutoPlace,
    private readonly create: CreateTool,
    private readonly translate: Translate,
    private readonly words: MenuWords,
  ) {
    popupMenu.registerProvider(MENU, this);
  }

  getPopupMenuEntries(source: Shape): Record<string, object> {
    const offered = FOLLOWING.map((id) => {
      const entry = CATALOGUE[id];
      if (!entry) throw new Error(`bpmn-js offers no ${id} any more`);
      return [`append-${id}`, this.entry(source, entry, id === 'user-task')] as const;
    });
    return Object.fromEntries(offered);
  }

  private entry(source: Shape, { label, className, target }: Following, isOfPeople: boolean): object {
    const made = () =>
      isOfPeople ? newUserTask(this.elementFactory, this.bpmnFactory, this.words) : this.elementFactory.createShape(target);
    return {
      label: this.translate(label),
      className,
      action: {
        click: () => this.autoPlace.append(source, made()),
        dragstart: (event: Event) => this.create.start(event, made(), { source }),
      },
    };
  }
}

/** The next step is one of people, unless somebody says otherwise: a task without a kind is passed by. */
class OwnContextPad {
  static readonly $inject = [
    'contextPad',
    'popupMenu',
    'elementFactory',
    'bpmnFactory',
    'autoPlace',
    'create',
    'config.words',
    'keyboard',
    'selection',
    'elementRegistry',
  ];

  constructor(
    contextPad: Providers,
    private readonly popupMenu: PopupMenu,
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: Factory,
    private readonly autoPlace: AutoPlace,
    private readonly create: CreateTool,
    private readonly words: MenuWords,
    keyboard: Keyboard,
    selection: Selection,
    private readonly registry: Registry,
  ) {
    contextPad.registerProvider(AFTER_OTHERS, this);
    keyboard.addListener(BEFORE_OTHERS, ({ keyEvent }) => {
      const [source, ...more] = selection.get();
      if (!source || more.length > 0 || !keyboard.isKey(['a', 'A'], keyEvent) || keyboard.hasModifier(keyEvent)) return undefined;
      this.openAt(source);
      return true;
    });
  }

  getContextPadEntries(): (entries: Entries) => Entries {
    return (entries) => {
      const { 'append.append-task': plain, ...others } = entries;
      if (!plain) return entries;
      return { 'append.append-task': this.task(plain), 'append.more': this.menu(), ...others };
    };
  }

  private task(plain: Entry): Entry {
    const made = () => newUserTask(this.elementFactory, this.bpmnFactory, this.words);
    return {
      ...plain,
      className: USER_TASK,
      title: this.words.appendTask,
      action: {
        click: (_event, source) => this.autoPlace.append(source, made()),
        dragstart: (event, source) => this.create.start(event, made(), { source }),
      },
    };
  }

  private menu(): Entry {
    return {
      group: 'model',
      className: 'wuxin-append',
      title: this.words.append,
      action: { click: (_event, source) => this.openAt(source) },
    };
  }

  /** Beside the element; with the keyboard as with the pointer. */
  private openAt(source: Shape): void {
    const { right, top } = this.registry.getGraphics(source).getBoundingClientRect();
    const position = { x: right, y: top };
    this.popupMenu.open(source, MENU, { ...position, cursor: position }, { title: this.words.append, width: 300, search: true });
  }
}

class OwnPalette {
  static readonly $inject = ['palette', 'elementFactory', 'bpmnFactory', 'create', 'config.words'];

  constructor(
    palette: Providers,
    private readonly elementFactory: ElementFactory,
    private readonly bpmnFactory: Factory,
    private readonly create: CreateTool,
    private readonly words: MenuWords,
  ) {
    palette.registerProvider(AFTER_OTHERS, this);
  }

  getPaletteEntries(): (entries: Entries) => Entries {
    return (entries) => {
      const { 'create.task': plain } = entries;
      if (!plain) return entries;
      const begin = (event: Event) => this.create.start(event, newUserTask(this.elementFactory, this.bpmnFactory, this.words));
      const own = {
        ...plain,
        className: USER_TASK,
        title: this.words.createTask,
        action: { click: begin, dragstart: begin },
      };
      return { ...entries, 'create.task': own };
    };
  }
}

export const ownMenus = {
  __init__: ['wuxinAppendMenu', 'wuxinContextPad', 'wuxinPalette', 'wuxinCreateMenu', 'wuxinConnectMenu'],
  wuxinAppendMenu: ['type', AppendMenu],
  wuxinContextPad: ['type', OwnContextPad],
  wuxinPalette: ['type', OwnPalette],
  wuxinCreateMenu: ['type', CreateMenu],
  wuxinConnectMenu: ['type', ConnectMenu],
};
