export { definition } from './main.js';
