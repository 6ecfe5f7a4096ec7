import { useNavigate, useParams } from '@solidjs/router';
import { createMemo, type JSX, Match, onMount, Switch } from 'solid-js';
import { useApp } from '../../../app.ts';
import { Looking } from '../looking.tsx';
import { NotHere } from '../not-here.tsx';
import { AskingFlow } from './asking-flow.tsx';
import '../../../css/asking.css';

/** Asking for one badge: its questions, one a screen; what was asked already is shown instead. */
export const AskingScreen = (): JSX.Element => {
  const app = useApp();
  const params = useParams<{ mould: string }>();
  // Once per badge and language, not at every look.
  const asking = createMemo(() => inLocale(app.locale(), app.asking(params.mould)));
  const found = () => asking()();
  return (
    <Switch fallback={<Looking scene={{ picture: 'ask-badge' }} />}>
      <Match when={found() === null}>
        <NotHere back="/road" />
      </Match>
      <Match when={found()?.view.waiting}>{(request) => <Leave to={`/asked/${request()}`} />}</Match>
      <Match when={found()} keyed>
        {(now) => <AskingFlow asking={now} />}
      </Match>
    </Switch>
  );
};

/** Read anew in another language. */
const inLocale = <T,>(_locale: string, read: T): T => read;

/** Elsewhere at once, and Back does not come here again. */
const Leave = (props: { readonly to: string }): JSX.Element => {
  const navigate = useNavigate();
  onMount(() => navigate(props.to, { replace: true }));
  return null;
};
