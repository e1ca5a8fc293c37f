import type {
  BoardProof,
  FilePurpose,
  NoticeBlock,
  NoticeForm,
  NoticeKind,
  NoticeOutcome,
  NoticePost,
  NoticeStatus,
  PeriodUnit,
} from '../../../common/api';

/** That a person has looked at what the redaction check found in one text. */
export interface RedactionRecord {
  /** Of the text and the attachments that were looked at; another text has to be checked anew. */
  readonly digest: string;
  readonly checkedAt: number;
  readonly checkedById: number;
  readonly checkedByName: string;
  /** How many findings of each kind there were, and how many of them a person let stand, with the reasons; never what was found. */
  readonly kinds: Readonly<Record<string, { readonly masked: number; readonly kept: number }>>;
  readonly reasons: readonly string[];
  /** What somebody said after looking at what no check of words can read, by file. */
  readonly looked: readonly { readonly fileId: string; readonly words: string }[];
}

/** A name that the case knows, and how names of its class may be shown. Erased when the notice has ended. */
export interface NoticeName {
  readonly name: string;
  readonly fieldClass: string;
}

export interface NoticeRecord {
  readonly id: string;
  /** As people quote it: 2026-000007. */
  readonly number: string;
  readonly kindKey: string;
  readonly form: NoticeForm;
  readonly title: string;
  readonly body: readonly NoticeBlock[];
  readonly placeId: string | null;
  readonly status: NoticeStatus;
  /** Whole days after the day of the last required publication; 0: as long as it is kept. */
  readonly periodDays: number;
  readonly periodUnit: PeriodUnit;
  /** Calendar days after the period for which it stays readable. */
  readonly keepDays: number;
  readonly takesObjections: boolean;
  /** The boards on which it has to be posted before its period begins. */
  readonly boardIds: readonly string[];
  readonly boardProof: BoardProof;
  /** The first day on which it may be published. */
  readonly notBefore: string | null;
  /** What it is about, as objections and the calendar name it. */
  readonly matter: string | null;
  /** What the redaction check found in which text, and what a person decided on each. */
  readonly check: RedactionRecord | null;
  /** People whom the case knows; the check looks for them. Null: none, or it has ended. */
  readonly knownNames: readonly NoticeName[] | null;
  readonly submittedAt: number | null;
  readonly approvedAt: number | null;
  readonly approvedById: number | null;
  readonly approvedByName: string | null;
  /** Of the address on the wall; nobody can guess it. */
  readonly wallToken: string | null;
  /** On the wall. */
  readonly publishedAt: number | null;
  /** The day of the last required publication. */
  readonly startsOn: string | null;
  /** The last day of its period. */
  readonly endsOn: string | null;
  readonly keepUntilOn: string | null;
  readonly endedAt: number | null;
  readonly takenDownAt: number | null;
  readonly outcome: NoticeOutcome | null;
  /** Of what was published: title, body, attachments. */
  readonly contentHash: string | null;
  /** The notice that it corrects and stands for. */
  readonly previousId: string | null;
  /** The case and the token that wait for it. */
  readonly instanceId: string | null;
  readonly tokenId: string | null;
  /** The process goes on at once with an objection that was upheld; else the notice is corrected and posted again. */
  readonly returnsUpheld: boolean;
  /** Steps of its process of which an upheld objection names one; null: it is not asked. */
  readonly affectedSteps: readonly string[] | null;
  readonly revision: number;
  readonly createdAt: number;
  readonly createdById: number | null;
  readonly createdByName: string | null;
}

/** Who does what for a notice. */
export interface StaffRecord {
  readonly id: string;
  readonly noticeId: string;
  readonly userId: number;
  readonly name: string;
  readonly post: NoticePost;
}

/** A kind of notice; its numbers are parameters. */
export interface KindRecord {
  readonly key: string;
  readonly kind: NoticeKind;
  /** Digest of what came with the software when this was last taken from it; null: a kind of one’s own. */
  readonly shippedDigest: string | null;
  readonly changedAt: number;
  readonly changedById: number | null;
  readonly changedByName: string | null;
}

/** A file of a notice or of an objection, without its bytes. */
export interface FileRecord {
  readonly id: string;
  /** A notice, a posting (its photo) or an objection. */
  readonly ownerId: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: number;
  readonly addedById: number | null;
}

/** Base64, so that every database and a transaction of ours keep it alike; never part of a list. */
export interface FileBytesRecord {
  readonly id: string;
  readonly bytes: string;
}
