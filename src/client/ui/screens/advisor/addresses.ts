/** Where the advisor's screens are; `routes.tsx` says the same. */
export const SEE = '/see';
export const personAddress = (person: string): string => `${SEE}/${person}`;
export const requestAddress = (person: string, request: string): string => `${personAddress(person)}/${request}`;
export const giveAddress = (person: string, mould: string): string => `${personAddress(person)}/give/${mould}`;
