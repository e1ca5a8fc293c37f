import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** Every element of a page, as a browser reads it. */
export function elementsOf(page: string): Element[] {
  const all: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) all.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(page));
  return all;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** What is written in a page for people. */
export function textOf(page: string): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(page));
  return texts.join('');
}

/** Files of the wall that a page leads to. */
export const linksOf = (path: string, page: string): string[] =>
  elementsOf(page)
    .filter(({ tagName }) => tagName === 'a')
    .flatMap((element) => attribute(element, 'href') ?? [])
    .filter((href) => !href.startsWith('#') && !/^[a-z]+:/i.test(href))
    .map((href) => new URL(href, `http://wall/${path}`).pathname.slice(1));
