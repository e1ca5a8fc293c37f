export { heldPosts } from './held';
export { higherDeciders } from './higher';
export { post } from './kind';
export { packedPosts } from './pack';
export { postHoldersNear } from './near';
export { places } from './places-provider';
export { supervision } from './supervision';
