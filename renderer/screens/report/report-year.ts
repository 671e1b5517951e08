/** Up to March the report of the last year is written, for the congress at the year's beginning; later the running year is looked at. */
export const yearAtFirst = (today: string): number => Number(today.slice(0, 4)) - (today.slice(5, 7) <= '03' ? 1 : 0)

export const yearsOffered = (today: string): readonly number[] => Array.from({ length: 6 }, (_, index) => Number(today.slice(0, 4)) - index)
