/** Texts remembered at most; then a function begins anew. */
const TEXTS_MAX = 256;

/** A function of a text alone that remembers what it said of the texts asked last: few are written again and again. */
export function remembering<T>(answerOf: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      if (answers.size === TEXTS_MAX) answers.clear();
      answers.set(text, (answer = answerOf(text)));
    }
    return answer;
  };
}
