import { drawPhoto, type PhotoWork } from './draw-photo.ts';

addEventListener('message', (event: MessageEvent<PhotoWork>) => {
  void drawPhoto(event.data)
    .catch(() => null)
    .then((photo) => postMessage(photo, { transfer: photo ? [photo.bytes] : [] }));
});
