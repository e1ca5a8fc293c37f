import type { ModdleElement } from '@wuxin/bpmn-core';
import { elementAt, elementsIn, type Language, nameAttributes, nameAttributesInFile, namesInFile, readNames } from '../settings';
import { LabelRoom } from './label-room';

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
  const room = new LabelRoom();
  const show = (definitions: ModdleElement) => {
    if (language === 'zh-CN') return;
    for (const [element, place] of drawnIn(definitions)) {
      const names = namesInFile(element);
      put(element, nameAttributes(names, language));
      if (names.english !== '') room.make(place, names.english);
    }
  };
  const keep = (definitions: ModdleElement) => {
    if (language === 'zh-CN') return;
    for (const element of drawnIn(definitions).keys()) put(element, nameAttributesInFile(readNames(element, language)));
    room.putBack();
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
function drawnIn(definitions: ModdleElement): ReadonlyMap<Named, ModdleElement> {
  const places = elementsIn(definitions, 'diagrams').flatMap((diagram) => {
    const plane = elementAt(diagram, 'plane');
    return plane ? elementsIn(plane, 'planeElement') : [];
  });
  const drawn = places.flatMap((place): [Named, ModdleElement][] => {
    const element = elementAt(place, 'bpmnElement') as Named | undefined; // what moddle makes
    return element && Object.hasOwn(element.$descriptor.propertiesByName, 'wuxin:nameEn') ? [[element, place]] : [];
  });
  return new Map(drawn);
}
