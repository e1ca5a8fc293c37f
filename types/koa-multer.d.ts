// The part of @koa/multer that we use; NocoBase brings the package along without types.
declare module '@koa/multer' {
  interface Options {
    dest: string;
    limits: { fileSize: number; files: number; fields: number };
  }
  type Middleware = (context: never, next: () => Promise<void>) => Promise<void>;
  export default function multer(options: Options): { single(field: string): Middleware };
}
