import { afterPaint } from '#client/device/when-quiet';

// Home as it last stood is in the page: it is shown before the program begins, which takes a slow phone a tenth of a second.
if (document.getElementById('app')?.firstElementChild) await new Promise<void>(afterPaint);
