export { writeOnce, writeWhole } from './write-whole.js';
