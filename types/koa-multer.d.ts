// The part of @koa/multer that we use; NocoBase brings the package along without types.
declare module '@koa/multer' {
  interface Options {
    /** Left out: files are held in memory. */
    dest?: string;
    /** Names come as they were sent, with whatever path is in them. */
    preservePath?: boolean;
    limits: { fileSize: number; files: number; fields: number };
  }
  type Middleware = (context: never, next: () => Promise<void>) => Promise<void>;
  export default function multer(options: Options): { single(field: string): Middleware };
}
