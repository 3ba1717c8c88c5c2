import { SetMetadata } from '@nestjs/common';
import type { Action } from '../policy.js';

/** Metadata key under which a door keeps its actions. */
export const ALLOWED_ACTIONS = 'daiko:allowed-actions';

/**
 * Opens a door (a controller method) to partners that may do one of `actions`. A door without it stays shut.
 * A method that several kinds use asks `callerMay` for the difference.
 */
export const Allow = (...actions: [Action, ...Action[]]) => SetMetadata(ALLOWED_ACTIONS, actions);
