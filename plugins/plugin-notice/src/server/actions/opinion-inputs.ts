import { z } from 'zod';
import type {
  BeginCollectionBody,
  CloseCollectionBody,
  CollectionBody,
  CollectionListQuery,
  DecideOpinionBody,
  OpinionListQuery,
  ReceiveOpinionBody,
} from '../../common/api';
import { staff } from './inputs';
import { day, given, id, page, search, text } from './objection-inputs';

const COLLECTION_STATUSES = ['draft', 'open', 'sorting', 'closed', 'cancelled'] as const;
const OPINION_STATUSES = ['received', 'adopted', 'partly', 'declined'] as const;

export const CollectionsAsked = z.object({
  noticeId: id.optional(),
  status: z.array(z.enum(COLLECTION_STATUSES)).max(COLLECTION_STATUSES.length).optional(),
  search,
  ...page,
}) satisfies z.ZodType<CollectionListQuery, z.ZodTypeDef, unknown>;

export const Collection = z.object({
  noticeId: id,
  title: z.string().max(1_000),
  opensOn: day,
  closesOn: day,
}) satisfies z.ZodType<CollectionBody, z.ZodTypeDef, unknown>;

export const Begin = z.object({
  title: z.string().max(1_000),
  text,
  placeId: id,
  days: z.number().int().min(1).max(366),
  staff,
}) satisfies z.ZodType<BeginCollectionBody, z.ZodTypeDef, unknown>;

export const Close = z.object({ id, feedback: text.optional() }) satisfies z.ZodType<CloseCollectionBody, z.ZodTypeDef, unknown>;

export const OpinionsAsked = z.object({
  id,
  status: z.array(z.enum(OPINION_STATUSES)).max(OPINION_STATUSES.length).optional(),
  ...page,
}) satisfies z.ZodType<OpinionListQuery, z.ZodTypeDef, unknown>;

export const ReceiveOpinion = z.object({ ...given, collectionId: id }) satisfies z.ZodType<
  ReceiveOpinionBody,
  z.ZodTypeDef,
  unknown
>;

export const Decide = z.object({ id, status: z.enum(['adopted', 'partly', 'declined']), reason: text }) satisfies z.ZodType<
  DecideOpinionBody,
  z.ZodTypeDef,
  unknown
>;
