/** What the lazily loaded module and the React wrapper agree on; types only, so that bpmn-js stays out of the main bundle. */

export interface DiagramMark {
  elementId: string;
  /** `passed` and `taken` show the way that was gone, `problem` and `warning` what a check complains about. */
  kind: 'passed' | 'taken' | 'current' | 'incident' | 'problem' | 'warning' | 'selected';
}

export interface DiagramBadge {
  elementId: string;
  /** A few characters on the corner of the element. */
  text: string;
  /** In words, as a hint. */
  hint: string;
  kind: 'current' | 'incident' | 'count';
}

export interface DiagramHandle {
  /** Draws the XML, as a whole or, where it is too large to be read as one, from its beginning; rejects when it cannot be read. */
  show(xml: string): Promise<void>;
  mark(marks: readonly DiagramMark[], badges: readonly DiagramBadge[]): void;
  /** Brings an element into the middle, in readable size, unless it can be seen. */
  reveal(elementId: string): void;
  zoom(step: 'in' | 'out' | 'fit'): void;
  destroy(): void;
}

export interface DiagramOptions {
  onPick?: (elementId: string) => void;
}

export interface DiagramModule {
  /** `overview` gets the whole process in small; it is hidden while the diagram itself shows all of it in readable size. */
  readonly createDiagram: (container: HTMLElement, overview: HTMLElement, options: DiagramOptions) => DiagramHandle;
}
