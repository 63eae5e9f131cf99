import { lookAtPages } from './look.ts';

lookAtPages({ width: 360, height: 740 });
