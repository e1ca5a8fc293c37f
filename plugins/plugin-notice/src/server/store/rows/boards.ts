import type { PostingStatus } from '../../../common/api';

/** Where notices are posted beside the wall. */
export interface BoardRecord {
  readonly id: string;
  readonly placeId: string | null;
  readonly name: string;
  readonly address: string;
  readonly isInUse: boolean;
}

/** That a notice hangs on a board. */
export interface PostingRecord {
  readonly id: string;
  readonly noticeId: string;
  readonly boardId: string;
  readonly status: PostingStatus;
  readonly postedOn: string | null;
  readonly photoId: string | null;
  readonly postedById: number | null;
  readonly postedByName: string | null;
  readonly confirmedById: number | null;
  readonly confirmedByName: string | null;
  readonly confirmedAt: number | null;
  readonly takenDownOn: string | null;
}
