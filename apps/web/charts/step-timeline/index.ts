export { drawTimeline, listMarks } from './draw.tsx';
export { frameTimeline, type TimelineData } from './frame.ts';
export { type Lane, pickLanes, sortLanes, spanLanes, tickYears } from './scale.ts';
export { StepTimeline } from './step-timeline.tsx';
