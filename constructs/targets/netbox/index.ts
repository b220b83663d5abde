export { target } from './target';
