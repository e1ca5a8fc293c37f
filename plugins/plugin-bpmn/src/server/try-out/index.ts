export { keepTest, keptTest, keptTestRows, removeTest, runTests } from './kept-tests';
export { packedTests } from './packed';
export { tryOutPath, tryOutPlace } from './path-schema';
export { publishTested, renewTested } from './publish-tested';
export { refusalsOf, type RefusalWords } from './refusals';
export { tryOutDrawing, tryOutSetup } from './setup';
export { tryOut, tryOutForm, tryOutOptions } from './view';
