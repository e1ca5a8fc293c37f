import { type ModdleElement, wuxinDescriptor } from '@wuxin/bpmn-core';
import Modeler from 'bpmn-js/lib/Modeler';
import type { DesignerHandle, DesignerMark, DesignerOptions } from '../contract';
import { changesFor, processOf } from '../settings';
import { firstView, roomOf } from './first-view';
import { INSERT, InsertStep } from './insert-step';
import { KeyEdits } from './key-edits';
import { Keys } from './keys';
import { ownMenus } from './menus';
import { newUserTask } from './new-task';
import { readersNames } from './readers-names';
import { SEVERAL, SeveralChanges } from './several-changes';
import type { Canvas, CommandStack, ElementFactory, Factory, Modeling, Registry, SearchPad, Selection, Shape } from './services';
import { standingOf } from './standing';
import { translating } from './translate';

const ZOOM_STEP = 1.25;
const ROOM_AROUND = 120;
/** Of bpmn-js: what is moved with the keyboard stays in line with what is moved with the pointer. */
const GRID_PX = 10;
const LETTERS = { defaultStyle: { fontSize: 14, lineHeight: 1.15 }, externalStyle: { fontSize: 12 } };

const classOf = (kind: DesignerMark['kind']) => `wuxin-${kind}`;

const definitionsOf = (modeler: Modeler) => modeler.getDefinitions() as ModdleElement; // bpmn-js leaves elements untyped

/** The editor: bpmn-js with the `wuxin:` extension, our menus and its words in the reader's language. */
export function createDesigner(container: HTMLElement, { language, words, onChanged, onKey }: DesignerOptions): DesignerHandle {
  const modeler = new Modeler({
    container,
    words,
    onKey,
    keyboardMoveSelection: { moveSpeed: GRID_PX, moveSpeedAccelerated: 5 * GRID_PX },
    textRenderer: LETTERS,
    moddleExtensions: { wuxin: wuxinDescriptor },
    additionalModules: [
      ownMenus,
      {
        __init__: ['wuxinKeys'],
        wuxinKeys: ['type', Keys],
        wuxinKeyEdits: ['type', KeyEdits],
        translate: ['value', translating(language)],
      },
    ],
  });
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<Registry>('elementRegistry');
  const selection = modeler.get<Selection>('selection');
  const commands = modeler.get<CommandStack>('commandStack');
  const modeling = modeler.get<Modeling>('modeling');
  const factory = modeler.get<Factory>('bpmnFactory');
  commands.registerHandler(SEVERAL, SeveralChanges);
  commands.registerHandler(INSERT, InsertStep);
  let marked: readonly DesignerMark[] = [];
  let isOpening = false;
  /** The drawing as text, until it is changed: the check and the save want the same. */
  let written: Promise<string> | undefined;

  const observer = new ResizeObserver(() => canvas.resized());
  observer.observe(container);
  const names = readersNames(language);
  // nothing of a file that cannot be read
  modeler.on('import.parse.complete', ({ definitions }: { definitions?: ModdleElement }) => {
    if (definitions) names.show(definitions);
  });
  // before anything is drawn: letters are laid out anew for each size
  modeler.on('import.render.start', ({ definitions }: { definitions: ModdleElement }) => {
    const room = roomOf(definitions);
    const window = canvas.getSize();
    if (room && window.width > 0) canvas.viewbox(firstView(room, window));
  });
  modeler.on('saveXML.start', () => names.write(definitionsOf(modeler)));
  modeler.on('saveXML.done', () => names.written(definitionsOf(modeler)));
  modeler.on('selection.changed', () => onChanged('selection'));
  modeler.on('commandStack.changed', () => {
    written = undefined;
    if (!isOpening) onChanged('drawing');
  });

  const chosenShape = (): Shape => {
    const [shape, ...more] = selection.get();
    return shape && more.length === 0 ? (shape.labelTarget ?? shape) : canvas.getRootElement();
  };

  const write = async () => {
    const { xml: text, error } = await modeler.saveXML({ format: true });
    if (text === undefined) throw error ?? new Error('a drawing is written as XML');
    return text;
  };

  return {
    async open(file) {
      isOpening = true;
      written = undefined;
      try {
        await modeler.importXML(file);
      } finally {
        isOpening = false;
      }
      marked = [];
      onChanged('selection');
    },
    xml() {
      written ??= write().catch((error: unknown) => {
        written = undefined;
        throw error;
      });
      return written;
    },
    chosen() {
      const { businessObject } = chosenShape();
      const isWhole = ['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Participant'].includes(businessObject.$type);
      return isWhole ? processOf(businessObject) : businessObject;
    },
    standing: () => standingOf(canvas.getRootElement(), selection.get()),
    choose(elementId) {
      const shape = registry.get(elementId);
      if (!shape) return;
      canvas.scrollToElement(shape, ROOM_AROUND);
      selection.select(shape);
    },
    change(element, change) {
      const changes = changesFor((type, given) => factory.create(type, given), element, change);
      const shape = registry.get(String(element.get('id')));
      const [only, ...more] = changes;
      if (!only) return;
      if (more.length > 0) commands.execute(SEVERAL, { shape: shape ?? canvas.getRootElement(), changes });
      else if (shape && shape.businessObject === only.element) modeling.updateProperties(shape, only.properties);
      else modeling.updateModdleProperties(shape ?? canvas.getRootElement(), only.element, only.properties);
    },
    insertOn(flow, what) {
      const connection = registry.get(String(flow.get('id')));
      if (!connection) return;
      const elements = modeler.get<ElementFactory>('elementFactory');
      const isTask = what === 'userTask';
      const shape = isTask ? newUserTask(elements, factory, words) : elements.createShape({ type: 'bpmn:ParallelGateway' });
      commands.execute(INSERT, { flow: connection, shape });
      selection.select(shape);
      canvas.scrollToElement(shape, ROOM_AROUND);
    },
    steps: () => ({ canUndo: commands.canUndo(), canRedo: commands.canRedo() }),
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    zoom(step) {
      if (step === 'fit') canvas.zoom('fit-viewport', 'auto');
      else canvas.zoom(canvas.zoom() * (step === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP), 'auto');
    },
    // after the click that asks for it, which would close it as one outside of it
    find: () => void setTimeout(() => modeler.get<SearchPad>('searchPad').open()),
    focus: () => canvas.focus(),
    mark(marks) {
      for (const { elementId, kind } of marked) if (registry.get(elementId)) canvas.removeMarker(elementId, classOf(kind));
      marked = marks.filter(({ elementId }) => registry.get(elementId));
      for (const { elementId, kind } of marked) canvas.addMarker(elementId, classOf(kind));
    },
    destroy() {
      observer.disconnect();
      modeler.destroy();
    },
  };
}
