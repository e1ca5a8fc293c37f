export { textOfDocx } from './docx';
export { bootApp, TestApp, type TestUser } from './app';
export { BASE_PLUGINS } from './base-plugins';
export { Gate } from './gate';
export type { HttpAnswer, HttpClient, HttpRequest, UploadedFile } from './http-client';
export { BEFORE_COMMIT, beforeCommitOf, type Finish, type Point, type Race, RaceTrack } from './race-track';
export { TestPeople } from './people';
export { StoredDatabases } from './stored-databases';
