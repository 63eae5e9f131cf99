import { lookAtPages } from './look.ts';

lookAtPages({ width: 1440, height: 900 });
