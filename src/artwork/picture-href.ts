import type { PictureName } from './picture-list.ts';

/** Address of a picture inside the product. Apart from the list, which no screen needs. */
export const pictureHref = (name: PictureName): string => `/pictures/${name}.svg`;
