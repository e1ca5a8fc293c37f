/** A file as somebody chooses it. */
export interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What people read of it. */
export const titleOf = ({ name }: UploadedFile): string => name.replace(/\.\w+$/, '');
