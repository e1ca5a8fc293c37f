import { useMemo } from 'react';
import { useLanguage } from '../i18n';
import { makeRoom } from './label-room';

const WUXIN = 'urn:wuxin:bpmn:1';

/** The same BPMN with the English names of its shapes, where it has them; unreadable XML stays as it is. */
export function withEnglishNames(xml: string): string {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) return xml;
  const names = new Map<string, string>();
  for (const element of document.getElementsByTagNameNS('*', '*')) {
    const english = element.getAttributeNS(WUXIN, 'nameEn')?.trim();
    if (!english || !element.hasAttribute('name')) continue;
    element.setAttribute('name', english);
    names.set(element.getAttribute('id') ?? '', english);
  }
  makeRoom(document, names);
  return new XMLSerializer().serializeToString(document);
}

/** A process as the reader reads it. */
export function useReadersXml(xml: string): string {
  const language = useLanguage();
  return useMemo(() => (language === 'en-US' ? withEnglishNames(xml) : xml), [language, xml]);
}
