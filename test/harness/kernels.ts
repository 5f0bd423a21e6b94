import { createKernel } from '../../server/src/kernel/kernel.ts';
import { twin } from '../oracle/kernel.ts';

/** The kernel that ships, and the one that defines what is right. */
export const KERNELS = { kernel: createKernel(), twin };
