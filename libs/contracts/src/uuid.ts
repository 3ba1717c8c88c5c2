/** A UUID as all ids of the platform are written: 36 lower-case characters. A regular expression without its ends. */
export const uuidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const whole = new RegExp(`^${uuidPattern}$`);

export function isUuid(text: string): boolean {
  return whole.test(text);
}
