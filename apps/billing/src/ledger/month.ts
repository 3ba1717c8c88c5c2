const japanOffsetMs = 9 * 60 * 60 * 1000;

/** Month in Japan of an instant, `YYYY-MM`: the 処理月 of what happens then (cut-off at 24:00 JST). */
export function monthInJapan(instant: Date): string {
  return new Date(instant.getTime() + japanOffsetMs).toISOString().slice(0, 7);
}
