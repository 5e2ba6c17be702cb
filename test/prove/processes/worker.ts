/** The worker process, driven. */
import './driven.ts'
import '../../../src/worker.ts'
