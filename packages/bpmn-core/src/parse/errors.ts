import { CodedError } from '../errors';

export type ParseErrorCode =
  | 'xmlTooLarge'
  | 'xmlHasDoctype'
  | 'xmlTooManyElements'
  | 'xmlTooDeep'
  | 'xmlUnparsable'
  | 'xmlNotBpmn'
  | 'xmlUnresolvedReference'
  | 'xmlUnknownContent';

/** The text is not a BPMN file that can be read. */
export class ParseError extends CodedError<ParseErrorCode> {}
