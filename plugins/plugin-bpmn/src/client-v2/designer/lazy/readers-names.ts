import type { ModdleElement } from '@wuxin/bpmn-core';
import { elementAt, elementsIn, type Language, nameAttributes, nameAttributesInFile, namesInFile, readNames } from '../settings';

interface Named extends ModdleElement {
  readonly $descriptor: { readonly propertiesByName: Readonly<Record<string, unknown>> };
  set(name: string, value: unknown): void;
}

export interface ReadersNames {
  /** Of a file that was read: what is drawn is called as the reader reads it; see {@link readNames}. */
  readonly show: (definitions: ModdleElement) => void;
  /** As files have them, until {@link written}. Writes may overlap. */
  readonly write: (definitions: ModdleElement) => void;
  readonly written: (definitions: ModdleElement) => void;
}

/** Names in an open drawing in the reader's language, and in both of them in its file. */
export function readersNames(language: Language): ReadersNames {
  let writes = 0;
  const show = (definitions: ModdleElement) => {
    if (language === 'zh-CN') return;
    for (const element of drawnIn(definitions)) put(element, nameAttributes(namesInFile(element), language));
  };
  const keep = (definitions: ModdleElement) => {
    if (language === 'zh-CN') return;
    for (const element of drawnIn(definitions)) put(element, nameAttributesInFile(readNames(element, language)));
  };
  return {
    show,
    write(definitions) {
      writes += 1;
      if (writes === 1) keep(definitions);
    },
    written(definitions) {
      writes -= 1;
      if (writes === 0) show(definitions);
    },
  };
}

const put = (element: Named, attributes: Readonly<Record<string, string | undefined>>): void =>
  Object.entries(attributes).forEach(([name, value]) => element.set(name, value));

/** What has a place in the drawing and may have names in both languages, each once. */
function drawnIn(definitions: ModdleElement): ReadonlySet<Named> {
  const places = elementsIn(definitions, 'diagrams').flatMap((diagram) => {
    const plane = elementAt(diagram, 'plane');
    return plane ? elementsIn(plane, 'planeElement') : [];
  });
  const drawn = places.flatMap((place) => elementAt(place, 'bpmnElement') ?? []) as Named[]; // moddle makes elements with both
  return new Set(drawn.filter(({ $descriptor }) => Object.hasOwn($descriptor.propertiesByName, 'wuxin:nameEn')));
}
