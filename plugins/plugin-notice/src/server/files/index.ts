export { addFile, MAX_FILE_BYTES, readFile, removeFile } from './attach';
export { attachmentsOf, bytesOf, dropFiles, fileView, keepFile, rewriteFile } from './store';
export { DOCX_FILE, PICTURES, readDocxOr, recognised, type RecognisedFile } from './type-of';
