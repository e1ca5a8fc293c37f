export { goneMarkPath, noticePath, PATHS, type ListKey, type Scope, type WallPath } from './addresses';
export { WallFolderError, writeWall, type FolderFiles, type WallFolder, type WallFolderCode } from './folder';
export { memoryWall } from './lists';
export type { Direction, ListChanges, ListEntry, ListStore, MemoryWall, WallSource } from './lists';
export { parseNotice, WALL_KINDS } from './notice';
export type {
  LocalDate,
  NoticeReference,
  NoticeSummary,
  OpinionFeedback,
  Responses,
  WallAttachment,
  WallBlock,
  WallKind,
  WallNotice,
  WallPlace,
  WallState,
} from './notice';
export { parseWallOptions, wallPolicy, type WallOptions } from './options';
export { foundPage, tellPage } from './pages';
export { fixedFiles, planChange, rebuildWall, renderParts } from './plan';
export type { FileChanges, WallChange, WallFile, WallPart, WallPlan } from './plan';
export { noticeLink, noticeQr } from './qr';
export { dayInWords, type WallLocale } from './words';
