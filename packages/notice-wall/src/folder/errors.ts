export type WallFolderCode = 'wall.pathUnsafe' | 'wall.notAFolder';

const MESSAGES = {
  'wall.pathUnsafe': {
    'zh-CN': (path: string) => `“${path}”不是公示墙的文件路径，没有写入。`,
    'en-US': (path: string) => `"${path}" is no path of a wall; nothing was written.`,
  },
  'wall.notAFolder': {
    'zh-CN': (path: string) => `公示墙目录中的“${path}”不是文件夹（可能是链接），没有写入。`,
    'en-US': (path: string) => `"${path}" in the folder of the wall is no folder (perhaps a link); nothing was written there.`,
  },
} as const;

/** A path that is not written. `code` is stable, `messages` says the same in both languages. */
export class WallFolderError extends Error {
  override readonly name = 'WallFolderError';
  readonly messages: Readonly<Record<'zh-CN' | 'en-US', string>>;

  constructor(
    readonly code: WallFolderCode,
    readonly data: { readonly path: string },
  ) {
    const messages = { 'zh-CN': MESSAGES[code]['zh-CN'](data.path), 'en-US': MESSAGES[code]['en-US'](data.path) };
    super(`${code}: ${messages['en-US']}`);
    this.messages = messages;
  }
}
