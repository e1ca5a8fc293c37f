export { heldPosts } from './held';
export { post } from './kind';
export { postHoldersNear } from './near';
export { places } from './places-provider';
