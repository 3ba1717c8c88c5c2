export { buildFrontDoor, type FrontDoorOptions } from './front-door.js';
