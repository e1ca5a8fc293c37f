import { refuseHostileXml, XmlRefusal } from '@wuxin/xml';
import { BpmnModdle } from 'bpmn-moddle';
import wuxin from '../moddle/wuxin.json';
import { ParseError } from './errors';
import { isModdleElement, type ModdleElement } from './moddle';
import { isTranslation } from './translations';

/**
 * Reads BPMN 2.0 XML into the meta-model, `wuxin:` extension included.
 *
 * @throws ParseError for anything hostile, broken, dangling or unknown: an element that is dropped silently would be a
 * step that is never done. References of the diagram alone (shapes without an element) are let through.
 */
export async function parseDefinitions(xml: string): Promise<ModdleElement> {
  refuseHostile(xml);
  const { rootElement, warnings } = await read(xml);
  if (!isModdleElement(rootElement) || rootElement.$type !== 'bpmn:Definitions') throw new ParseError('xmlNotBpmn');
  for (const warning of warnings) refuseLoss(warning);
  return rootElement;
}

function refuseHostile(xml: string): void {
  try {
    refuseHostileXml(xml);
  } catch (cause) {
    throw cause instanceof XmlRefusal ? new ParseError(cause.code, cause.data, { cause }) : cause;
  }
}

async function read(xml: string): Promise<{ rootElement: unknown; warnings: readonly unknown[] }> {
  try {
    return await new BpmnModdle({ wuxin }).fromXML(xml);
  } catch (cause) {
    throw new ParseError('xmlUnparsable', { reason: messageOf(cause) }, { cause });
  }
}

interface Warning {
  readonly message?: unknown;
  readonly value?: unknown;
  readonly property?: unknown;
  readonly element?: unknown;
}

function refuseLoss(warning: unknown): void {
  const { message, value, property, element }: Warning = typeof warning === 'object' && warning !== null ? warning : {};
  if (isModdleElement(element) && property !== undefined) {
    // a translation that has no language here is kept: the compiler says at which element of the process it stands
    if (element.$type.startsWith('bpmndi:') || isTranslation(property)) return;
    const elementId = element.get('id');
    throw new ParseError('xmlUnresolvedReference', { elementId, property, reference: value });
  }
  throw new ParseError('xmlUnknownContent', { reason: typeof message === 'string' ? message.split('\n')[0] : 'unknown' });
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
}
