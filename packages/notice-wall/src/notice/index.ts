export { noticeIdOf, summaryOf, WALL_KINDS } from './notice';
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
export { parseNotice } from './schema';
