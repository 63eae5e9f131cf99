export type { TrackDay, TrackDomain, TrackWindow } from './geometry.ts';
export { placeDay, spanWindows } from './geometry.ts';
export { WindowTrack, type WindowTrackProps } from './window-track.tsx';
