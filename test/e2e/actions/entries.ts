import { LAWFUL, registered } from '../deliberations/entries';
import type { Entries } from '../pages/task-form';
import type { UploadedFile } from '../pages/uploaded-file';

const pdf = (name: string): UploadedFile => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n% ${name}`) });

/** In the field 方案附件 of the form, and beside the form. */
export const PLAN_FILE = pdf('车位平面图.pdf');
export const CONSENT_FILE = pdf('居民联名建议.pdf');

export const REGISTERED: Entries = { ...registered(5), ...LAWFUL, 应急事由: '暴雨后边坡垮塌，危及停车位。' };
