import { type JSX, Show } from 'solid-js';

/** Badges, a photo and a sheet in one open box; `saved`: it is closed, and on this device. */
export const FileScene = (props: { readonly saved?: boolean }): JSX.Element => (
  <svg class="file-scene" viewBox="0 0 220 170" aria-hidden="true">
    <Show when={!props.saved}>
      <path d="M64 22h44v58H64z" fill="#fff" stroke="#201a16" stroke-width="4" />
      <path d="M73 38h26M73 50h26M73 62h16" stroke="#918470" stroke-width="5" stroke-linecap="round" />
      <path d="M118 34h50v44h-50z" fill="#dcf3f6" stroke="#201a16" stroke-width="4" />
      <path d="M122 76l16-20 12 13 8-8 8 15z" fill="#0e7183" />
      <path d="M110 4l19 11v22l-19 11-19-11V15z" fill="#3c4bb0" />
      <circle cx="110" cy="26" r="12" fill="#fff" />
      <circle cx="110" cy="26" r="15" fill="none" stroke="#ffd34e" stroke-width="4" stroke-dasharray="25 6.400" />
    </Show>
    <path d="M34 78h152l-12 84H46z" fill="#a98133" />
    <path d="M24 66h172v22H24z" fill={props.saved ? '#c79a45' : '#8a6420'} />
    <Show
      when={props.saved}
      fallback={
        <path
          d="M110 100v38m-16-15l16 16 16-16"
          fill="none"
          stroke="#fff"
          stroke-width="8"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      }
    >
      <path d="M84 118l18 18 36-38" fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round" stroke-linejoin="round" />
      <path d="M104 66h12v22h-12z" fill="#fcefd2" />
    </Show>
  </svg>
);
