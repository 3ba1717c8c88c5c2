/** The 代行機関番号 of a platform that nobody has configured: fictitious, with a valid check digit. */
export const demonstrationAgency = '91399998';
