import dayjs from 'dayjs';

/** `2026-11-22 10:32`: the same shape in both languages, sortable by eye. */
export const formatInstant = (instant: number): string => dayjs(instant).format('YYYY-MM-DD HH:mm');
export const formatDate = (instant: number): string => dayjs(instant).format('YYYY-MM-DD');
export const formatClock = (instant: number): string => dayjs(instant).format('HH:mm');
