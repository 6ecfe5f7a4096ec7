// The secret leaves the address before any other script has run; then what stands is shown. Side effects keep their place in the order of imports.
import { brought } from './brought.ts';
import './first-paint.ts';
import { render } from 'solid-js/web';
import { makeFirstScreen } from '#client/device/first-screen';
import { takePlace } from '#client/device/take-place';
import { whenQuiet } from '#client/device/when-quiet';
import { Screens } from '#client/ui/routes.tsx';
import { LOCALES } from '#i18n/locales';
import { createApp } from './create-app.ts';
import { keepOffline } from './keep-offline.ts';

const stood = document.getElementById('app');
if (!stood) throw new Error('index.html has no #app');
const place = takePlace(stood);
const offline = keepOffline();
const home = makeFirstScreen({ place, code: new URL(import.meta.url).pathname, tell: offline.keepHome, later: whenQuiet });
const app = createApp({ origin: location.origin, brought, locales: LOCALES.map(({ tag }) => tag), offline, home });

render(() => <Screens app={app} secure={isSecureContext} />, place);
