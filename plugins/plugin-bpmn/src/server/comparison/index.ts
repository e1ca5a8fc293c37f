export { compareVersions } from './compare-versions';
