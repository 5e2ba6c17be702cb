/** The web process, driven. */
import './driven.ts'
import '../../../src/main.ts'
