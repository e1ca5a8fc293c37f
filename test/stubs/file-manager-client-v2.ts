import { FieldModel } from './client-v2';

/** What our model of a file field extends; NocoBase's flows put `customRequest` into its props. */
export class UploadFieldModel extends FieldModel {}
