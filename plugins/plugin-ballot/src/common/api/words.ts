export interface PersonRef {
  id: number;
  name: string;
}

export interface PlaceRef {
  id: string;
  name: string;
}

export type Localized = Record<'zh-CN' | 'en-US', string>;

/** Where a number or a rule comes from: `found` in a text that was read, `known` to whoever works with it, `unsure`. */
export type Certainty = 'found' | 'known' | 'unsure';

/**
 * 准备 → 已召集 → 会议中 ⇄ 休会 → 已结束; `notHeld`: too few came or it was called off after it was convened; `cancelled`: before that.
 */
export type MeetingStatus = 'draft' | 'convened' | 'open' | 'adjourned' | 'closed' | 'notHeld' | 'cancelled';

/** 主持人, 记录人, 计票人 (two), 监票人, 签到员 */
export type MeetingPost = 'chair' | 'minuteTaker' | 'teller' | 'supervisor' | 'clerk';

/** `paper` and `phone` alone, or both in one count (`mixed`), are secret ways; hands and roll-call are open. */
export type Way = 'showOfHands' | 'rollCall' | 'paper' | 'phone' | 'mixed';

/**
 * How secret a vote really is, as people are told: `open` 公开; `linkable` 保密（系统可关联）; `secret` 无记名: slips drawn, choices sealed to a
 * meeting key that no administrator holds.
 */
export type Secrecy = 'open' | 'linkable' | 'secret';

/** 待表决 → 表决中 → 计票中 → 已决定; `withdrawn` 撤回 before it was opened; `void` 无效, to be repeated. */
export type MotionStatus = 'waiting' | 'open' | 'counting' | 'decided' | 'withdrawn' | 'void';

export type Answer = 'approve' | 'oppose' | 'abstain';
