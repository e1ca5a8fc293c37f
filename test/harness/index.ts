export { BASE_PLUGINS, TestApp, type TestUser } from './app';
export type { HttpAnswer, HttpClient, HttpRequest, UploadedFile } from './http-client';
