const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day that a moment lies in where the communities are, `YYYY-MM-DD`. */
export const localDateOf = (instant: number): string => DAY.format(instant);
