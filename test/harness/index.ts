export { TestApp, type TestUser } from './app';
export { BASE_PLUGINS } from './base-plugins';
export type { HttpAnswer, HttpClient, HttpRequest, UploadedFile } from './http-client';
