import { type JSX, onCleanup } from 'solid-js';

interface ScreenProps {
  /** Which screen it is, for CSS and for tests. */
  readonly name: string;
  readonly top: { readonly start: JSX.Element; readonly middle: JSX.Element; readonly end: JSX.Element };
  readonly bottom: { readonly start: JSX.Element; readonly middle: JSX.Element; readonly end: JSX.Element };
  /** Something that informs, and does nothing, was touched: its sound key. */
  readonly onTouch: (key: string) => void;
  readonly children: JSX.Element;
}

/** The frame of every person screen: two bars that never move, and between them one thing to do that never scrolls. */
export const Screen = (props: ScreenProps): JSX.Element => {
  const touch = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target.closest('[data-say]') : null;
    const key = target?.getAttribute('data-say');
    if (key && !target?.matches('a, button')) props.onTouch(key);
  };
  // Hearing what a picture says is a bonus for the eye and the finger; a screen reader has the words. Hence no role and no focus.
  const hear = (main: HTMLElement): void => {
    main.addEventListener('click', touch);
    onCleanup(() => main.removeEventListener('click', touch));
  };
  return (
    <div class="screen" data-screen={props.name}>
      <header class="bar bar-top">
        <div class="bar-start">{props.top.start}</div>
        <div class="bar-middle">{props.top.middle}</div>
        <div class="bar-end">{props.top.end}</div>
      </header>
      <main ref={hear} class={`main main-${props.name}`}>
        {props.children}
      </main>
      <nav class="bar bar-bottom">
        <div class="bar-start">{props.bottom.start}</div>
        <div class="bar-middle">{props.bottom.middle}</div>
        <div class="bar-end">{props.bottom.end}</div>
      </nav>
    </div>
  );
};
