import { parentPort } from 'node:worker_threads';
import { type Task, work } from './jobs.ts';

// A thread that does tasks for another one, until it is told to end.
parentPort?.on('message', (task: Task | 'end') => {
  if (task === 'end') parentPort?.close();
  else parentPort?.postMessage(work(task));
});
