export interface PersonRef {
  id: number;
  name: string;
}

export interface PlaceRef {
  id: string;
  name: string;
}

export type Localized = Record<'zh-CN' | 'en-US', string>;

/** 公示 (people may object), 公开 (without), 公告, 会议通知 */
export type NoticeForm = 'publicity' | 'disclosure' | 'announcement' | 'meetingNotice';

/**
 * 拟制 → 待审批 → 待张贴 → 张贴中 → 公示期 → 已期满; `withdrawn` 已撤下 after it was published, `cancelled` before that.
 * `posting`: approved, but not yet on every board that it needs; its period has not begun.
 */
export type NoticeStatus = 'draft' | 'submitted' | 'approved' | 'posting' | 'running' | 'ended' | 'withdrawn' | 'cancelled';

/** What a notice with a period ends with: nobody objected, no objection stood, or one did. */
export type NoticeOutcome = 'undisputed' | 'rejected' | 'upheld';

/** 拟稿人, 审批人, 张贴人, 异议答复人, 上级, 监督委员会 */
export type NoticePost = 'drafter' | 'approver' | 'poster' | 'decider' | 'superior' | 'supervisor';

export type PeriodUnit = 'calendarDays' | 'workingDays';

/** What proves that a notice hangs on a board: a photo, or a second person. */
export type BoardProof = 'photo' | 'twoPeople';

export type PostingStatus = 'asked' | 'posted' | 'confirmed';

export type FilePurpose = 'attachment' | 'photo' | 'evidence';

/** 公示墙, 窗口, 纸质 */
export type ObjectionChannel = 'wall' | 'window' | 'paper';

/**
 * 待受理 → 已受理 → (听证) → 已答复 → 已办结; `refused` 不予受理; `appealed` 上级复核; `escalated`: not decided in time, so the level above decides.
 */
export type ObjectionStatus = 'received' | 'accepted' | 'hearing' | 'answered' | 'appealed' | 'closed' | 'refused';

export type ObjectionLevel = 'community' | 'township';

/** 成立, 更正 (the text only), 不成立 */
export type ObjectionDecision = 'upheld' | 'corrected' | 'rejected';

/** What the level above says of an answer: 维持, 成立 */
export type ObjectionReconsideration = 'stands' | 'upheld';

export type CollectionStatus = 'draft' | 'open' | 'sorting' | 'closed' | 'cancelled';

/** 采纳, 部分采纳, 不采纳 */
export type OpinionStatus = 'received' | 'adopted' | 'partly' | 'declined';

/** 党务, 居务, 财务 */
export type DisclosureClass = 'party' | 'residents' | 'finance';

export type DisclosureCadence = 'monthly' | 'quarterly' | 'yearly' | 'onEvent';

/** 待公开 → 待监督审查 → 已审查 → 已公开 → 已归档; `waived` with a reason */
export type DisclosureStatus = 'due' | 'drafted' | 'reviewed' | 'published' | 'archived' | 'waived';

/** How sure the source of a duty is, as of parameters: read in the text itself, known, or still to be confirmed. */
export type DisclosureCertainty = 'found' | 'known' | 'unsure';

/** 同意公开, 退回修改 */
export type ReviewVerdict = 'agreed' | 'returned';
