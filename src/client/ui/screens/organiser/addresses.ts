/** Where the organiser's screens are; `routes.tsx` says the same. */
export const JOIN = '/o';
export const EVENTS = '/event';
/** The list itself, although exactly one event is open. */
export const ALL_EVENTS = `${EVENTS}?all`;
export const eventAddress = (id: string): string => `${EVENTS}/${id}`;
export const posterAddress = (id: string): string => `${eventAddress(id)}/poster`;
