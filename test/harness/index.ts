export { BASE_PLUGINS, bootApp, TestApp, type TestUser } from './app';
export type { HttpAnswer, HttpClient, HttpRequest, UploadedFile } from './http-client';
