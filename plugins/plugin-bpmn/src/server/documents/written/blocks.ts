/** What a Word file that we write by ourselves consists of, without how it looks. */
export type DocxBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'strong' | 'note'; readonly text: string }
  /** What is read from some steps away. */
  | { readonly kind: 'posterTitle' | 'posterHeading' | 'posterText' | 'posterStrong'; readonly text: string }
  /** A PNG in the middle of the page; `widthMillimetres` is that of the paper. */
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly widthMillimetres: number; readonly description: string }
  /** `widths` in hundredths of the page's; the first row is its head where `hasHead`. */
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
      readonly hasHead?: true;
      readonly isLarge?: true;
    };

export type PictureBlock = Extract<DocxBlock, { kind: 'picture' }>;
export type DocxTable = Extract<DocxBlock, { kind: 'table' }>;
