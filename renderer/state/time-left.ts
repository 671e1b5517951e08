/** 还要约 8 秒; '' while there is too little to tell by. */
export function sayTimeLeft(done: number, total: number, sinceMs: number): string {
  // A speed from less than a second is none.
  if (sinceMs < 1000 || done <= 0 || done >= total) return ''
  const seconds = Math.max(1, Math.round(((total - done) * sinceMs) / done / 1000))
  return `还要约 ${seconds < 100 ? `${String(seconds)} 秒` : `${String(Math.round(seconds / 60))} 分钟`}`
}
