import { useNavigate } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { SoundChoice } from './sound-choice.tsx';

/** The voice, asked again by whoever wants to change it. */
export const MySound = (): JSX.Element => {
  const navigate = useNavigate();
  return <SoundChoice back="/me" onChosen={() => navigate('/me')} />;
};
