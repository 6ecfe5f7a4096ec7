import { type JSX, onCleanup, onMount } from 'solid-js';

interface ScreenProps {
  /** Which screen it is, for CSS and for tests. */
  readonly name: string;
  // One prop each: an object of parts would be made again at every look into it.
  readonly topStart: JSX.Element;
  readonly topMiddle: JSX.Element;
  readonly topEnd: JSX.Element;
  readonly bottomStart: JSX.Element;
  readonly bottomMiddle: JSX.Element;
  readonly bottomEnd: JSX.Element;
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
    <div class="screen" data-screen={props.name} ref={(frame) => onMount(() => onCleanup(beginAtTitle(frame)))}>
      <header class="bar bar-top">
        <div class="bar-start">{props.topStart}</div>
        <div class="bar-middle">{props.topMiddle}</div>
        <div class="bar-end">{props.topEnd}</div>
      </header>
      <main ref={hear} class={`main main-${props.name}`}>
        {props.children}
      </main>
      <nav class="bar bar-bottom">
        <div class="bar-start">{props.bottomStart}</div>
        <div class="bar-middle">{props.bottomMiddle}</div>
        <div class="bar-end">{props.bottomEnd}</div>
      </nav>
    </div>
  );
};

/**
 * What was pressed is gone with its screen: whoever uses a keyboard, a switch or a screen reader goes on from the title of the new one.
 * With the frame that draws it, because focus asks for a layout, and a cold start has none to spare. Returns its undoing.
 */
const beginAtTitle = (frame: HTMLElement): (() => void) => {
  const title = frame.querySelector('h1');
  if (!title) return () => undefined;
  title.tabIndex = -1;
  const drawing = requestAnimationFrame(() => title.focus({ preventScroll: true }));
  return () => cancelAnimationFrame(drawing);
};
