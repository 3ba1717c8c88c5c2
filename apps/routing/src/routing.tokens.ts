/** Injection token of the months in which a settled record may come back (過誤の期限, R008). */
export const CORRECTION_MONTHS = Symbol('routing correction months');
