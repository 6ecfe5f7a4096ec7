// biome-ignore assist/source/organizeImports: the secret leaves the address before any other script has run.
import { brought } from './brought.ts';
import { render } from 'solid-js/web';
import { Screens } from '#client/ui/routes.tsx';
import { LOCALES } from '#i18n/locales';
import { createApp } from './create-app.ts';
import { keepOffline } from './keep-offline.ts';

const offline = keepOffline();
const app = createApp({ origin: location.origin, brought, locales: LOCALES.map(({ tag }) => tag), offline });

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
render(() => <Screens app={app} secure={isSecureContext} />, place);
