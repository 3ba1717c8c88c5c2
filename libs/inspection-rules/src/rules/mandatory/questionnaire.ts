/** Questions of 標準的な質問票 that the table calls "when available" (flag 7). */
export const questions: readonly string[] = [
  ...['9N716', '9N721', '9N726', '9N731', '9N741', '9N746', '9N751', '9N756', '9N872', '9N766'],
  ...['9N771', '9N782', '9N781', '9N786', '9N791', '9N796', '9N801', '9N808'],
].map(itemOfQuestion);

/** Questions of 後期高齢者の質問票. */
export const elderlyQuestions: readonly string[] = [
  ...['9N932', '9N933', '9N934', '9N935', '9N936', '9N937', '9N938', '9N939', '9N940', '9N941'],
  ...['9N942', '9N943', '9N944', '9N945', '9N946'],
].map(itemOfQuestion);

function itemOfQuestion(question: string): string {
  return `${question}000000000011`;
}
