export { findAddresses } from './addresses';
