import { useSyncExternalStore } from 'react';

const neverChanges = () => () => {};

/**
 * Whether the page's script has taken over what the server drew. Until then a form's fields hold nothing, and what is
 * typed into them would be written over: they are to be disabled so long.
 */
export const useIsAwake = () =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
