export { type CompiledForm, compileForm } from './compile-form';
