import { join } from 'node:path';

/** The checkout that this command belongs to; its `.daiko` is the default platform, another folder where DAIKO_STATE_FOLDER says so. */
export const checkout = join(import.meta.dirname, '../../../..');
export const stateFolder = process.env.DAIKO_STATE_FOLDER ?? join(checkout, '.daiko');
