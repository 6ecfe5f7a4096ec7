/** Where media stand in their place: by whose they are, then by what they are. */
export const mediaName = (owner: string, media: string): string => `media/${owner}/${media}`;

/** Where all uploads that are not finished stand, or those of one owner. */
export const uploadsOf = (owner?: string): string => (owner === undefined ? 'uploads' : `uploads/${owner}`);

/** Where one upload keeps what was announced, and its parts. */
export const uploadFolder = (owner: string, media: string): string => `${uploadsOf(owner)}/${media}`;
