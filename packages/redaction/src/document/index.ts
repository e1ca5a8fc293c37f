export type {
  Block,
  NoticeDocument,
  Replacement,
  Span,
  TableBlock,
  TableCell,
  TextBlock,
  TextPlace,
  TextSource,
} from './document';
export { groupByPlace, placeKey, replaceSpans, textAt } from './replace';
