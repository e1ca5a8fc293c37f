// A drawing as the editor holds it, without the editor: bpmn-moddle reads and writes it, changes are put in as bpmn-js puts them.
import { wuxinDescriptor, type ModdleElement } from '@wuxin/bpmn-core';
import { BpmnModdle } from 'bpmn-moddle';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsIn, changesFor, textIn, type Create, type ElementChange } from '../settings';

export const COVENANT = readFileSync(join(__dirname, '../../../../../../workflows/38-covenant/process.bpmn'), 'utf8');

const moddle = new BpmnModdle({ wuxin: wuxinDescriptor });
const create: Create = (type, properties) => moddle.create(type, properties) as ModdleElement; // what moddle makes

export class Drawing {
  private constructor(readonly definitions: ModdleElement) {}

  static async read(xml: string): Promise<Drawing> {
    const { rootElement, warnings } = await moddle.fromXML(xml);
    expect(warnings).toEqual([]);
    return new Drawing(rootElement as ModdleElement); // what moddle reads
  }

  element(id: string): ModdleElement {
    const found = this.all(elementsIn(this.definitions, 'rootElements')).find((one) => textIn(one, 'id') === id);
    if (!found) throw new Error(`no element ${id}`);
    return found;
  }

  change(element: ModdleElement, change: ElementChange): void {
    for (const changed of changesFor(create, element, change))
      for (const [name, value] of Object.entries(changed.properties))
        (changed.element as unknown as { set(name: string, value: unknown): void }).set(name, value); // as bpmn-js sets properties
  }

  async xml(): Promise<string> {
    return (await moddle.toXML(this.definitions, { format: true })).xml;
  }

  private all(elements: readonly ModdleElement[]): ModdleElement[] {
    return elements.flatMap((one) => [one, ...this.all(elementsIn(one, 'flowElements'))]);
  }
}
