import type { ModdleElement } from '@wuxin/bpmn-core';
import { type Create, textIn } from '../settings';

/** The parts of bpmn-js that are used here; it declares its services as any. */
export interface Shape {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleElement;
  readonly labelTarget?: Shape;
  readonly parent?: Shape;
  readonly children?: readonly Shape[];
  readonly outgoing?: readonly Connection[];
  readonly incoming?: readonly Connection[];
  /** Events on the edge of an activity, and whose edge one is on. */
  readonly attachers?: readonly Shape[];
  readonly host?: Shape;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A flow that is drawn. */
export interface Connection extends Shape {
  readonly waypoints: readonly Point[];
  readonly source?: Shape;
  readonly target?: Shape;
}

export const isConnection = (element: Shape): element is Connection => 'waypoints' in element;

export const nameOf = ({ businessObject }: Shape): string => textIn(businessObject, 'name').trim();

export interface SpaceTool {
  calculateAdjustments(
    elements: readonly Shape[],
    axis: 'x' | 'y',
    delta: number,
    start: number,
  ): { readonly movingShapes: readonly Shape[]; readonly resizingShapes: readonly Shape[] };
  makeSpace(moving: readonly Shape[], resizing: readonly Shape[], delta: Point, direction: 'e' | 's', start: number): void;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Canvas {
  zoom(level: number | 'fit-viewport', center?: 'auto'): number;
  zoom(): number;
  resized(): void;
  getSize(): Pick<Box, 'width' | 'height'>;
  viewbox(): Box & { readonly inner: Box; readonly outer: Pick<Box, 'width' | 'height'> };
  viewbox(box: Box): void;
  getRootElement(): Shape;
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
  scrollToElement(element: Shape, padding?: number): void;
  getContainer(): HTMLElement;
  focus(): void;
}

export interface Registry {
  get(elementId: string): Shape | undefined;
  /** The whole, its shapes and its flows. */
  getAll(): readonly Shape[];
  getGraphics(element: Shape): SVGElement;
}

export interface Keyboard {
  addListener(priority: number, listener: (event: { readonly keyEvent: KeyboardEvent }) => true | undefined): void;
  isKey(keys: readonly string[], event: KeyboardEvent): boolean;
  hasModifier(event: KeyboardEvent): boolean;
}

export interface Selection {
  get(): readonly Shape[];
  select(element: Shape | null): void;
}

export interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
  execute(command: string, context: object): void;
  registerHandler(command: string, handler: object): void;
}

export interface Modeling {
  updateProperties(element: Shape, properties: Readonly<Record<string, unknown>>): void;
  createElements(shapes: readonly Shape[], position: Point, target: Shape, hints?: { readonly attach: true }): readonly Shape[];
  /** As the two elements may be connected; nothing where they may not. */
  connect(source: Shape, target: Shape): Connection | undefined;
  resizeShape(shape: Shape, newBounds: Box): void;
  /** Of a lane or pool; the lanes beside it make room. */
  resizeLane(shape: Shape, newBounds: Box, isBalanced: boolean): void;
  updateModdleProperties(element: Shape, inside: ModdleElement, properties: Readonly<Record<string, unknown>>): void;
}

export interface Factory {
  readonly create: Create;
}

export interface ElementFactory {
  createShape(attributes: object): Shape;
  createParticipantShape(attributes: object): Shape;
}

/** What was copied, by how deep it stands in what was copied. */
export interface Clipboard {
  get(): Readonly<Record<number, readonly Partial<Box>[]>> | undefined;
}

export interface CopyPaste {
  paste(at: { readonly element: Shape; readonly point: Point }): readonly Shape[] | undefined;
}

export interface Rules {
  /** What may be done, in words of the rule; nothing or false where it may not. */
  allowed(rule: string, context: object): unknown;
}

export interface AutoPlace {
  append(source: Shape, shape: Shape): void;
}

export interface CreateTool {
  start(event: Event, shape: Shape, context?: object): void;
}

export interface PopupMenu {
  registerProvider(id: string, provider: object): void;
  open(target: Shape, id: string, position: object, options?: object): void;
}

export interface Providers {
  registerProvider(priority: number, provider: object): void;
}

export interface Palette extends Providers {
  getEntries(): Entries;
}

export interface SearchPad {
  open(): void;
}

/** An entry of palette or context pad. */
export interface Entry {
  readonly group: string;
  readonly className: string;
  readonly title: string;
  readonly action: Readonly<Record<string, (event: Event, target: Shape) => unknown>>;
}
export type Entries = Readonly<Record<string, Entry>>;
