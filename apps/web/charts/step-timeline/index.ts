export { type Lane, sortLanes, spanLanes, tickYears } from './scale.ts';
export { StepTimeline, type StepTimelineProps } from './step-timeline.tsx';
export { TimelineKey } from './timeline-key.tsx';
