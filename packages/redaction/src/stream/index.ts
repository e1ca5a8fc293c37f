export { headerKinds, StreamLabels } from './labels';
export type { Label, LabelKind } from './labels';
export { spansOf, streamsOf } from './stream';
export type { Stream, StreamText } from './stream';
