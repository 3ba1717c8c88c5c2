// Property tests draw the same examples on every machine; DAIKO_PROPERTY_SEED=random (or a number) explores others.
import { configureGlobal } from 'fast-check';

const given = process.env.DAIKO_PROPERTY_SEED ?? '20240401';
configureGlobal({ seed: given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given) });
