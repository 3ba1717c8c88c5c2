/** Rules that compare an institution with its year before. */
export const rulesOfLastYear: readonly string[] = ['B002', 'B004', 'B007'];
