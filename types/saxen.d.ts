// saxen 11 has no types.
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    /** Prefixes by namespace: names come with these, whatever the file uses. */
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: 'openTag', handle: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text', handle: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', handle: (text: string) => void): this;
    on(event: 'error', handle: (error: Error) => void): this;
    parse(xml: string): this;
  }
}
