export { MemoryHost, type MemoryHostOptions } from './memoryHost';
export { StoredInstance, type Caller, type Incident, type Work } from './stored';
