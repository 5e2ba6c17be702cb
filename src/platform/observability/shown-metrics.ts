/**
 * One address for the figures of all processes: each shows its own in the database every few seconds, and whoever is
 * asked puts them together. The worker needs no port of its own, and a dead process falls silent by itself.
 */
import { AggregatorRegistry, type Registry } from 'prom-client'
import { z } from 'zod'
import { createDb } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { Platform } from '../runtime.ts'
import { newId } from '../values/ids.ts'

const figuresShape = z.array(z.looseObject({ values: z.array(z.looseObject({ value: z.number().or(z.nan()).nullable() })) }))

/** A mean of nothing is no figure: the library would write what no collector reads. */
function finite(figures: unknown): object[] {
  return figuresShape.parse(figures).map((one) => ({ ...one, values: one.values.filter(({ value }) => Number.isFinite(value)) }))
}

/** A process that has not shown its figures for so long is gone. */
const SILENCE_S = 60

/** The name of a process among others of its kind. @param component 'web' or 'worker' */
export function nameProcess(component: string): string {
  return `${component}-${newId().slice(-6)}`
}

/** Shows this process's figures to whoever asks. */
export async function showMetrics(platform: Platform, process: string): Promise<void> {
  const figures = JSON.stringify(finite(await platform.metrics.registry.getMetricsAsJSON()))
  await createDb(platform.pool).run(sql`with gone as (delete from platform.process_metrics where seen_at < clock_timestamp() - make_interval(secs => ${SILENCE_S}))
    insert into platform.process_metrics (process, metrics) values (${process}, ${figures}::jsonb)
    on conflict (process) do update set metrics = excluded.metrics, seen_at = clock_timestamp()`)
}

/**
 * The figures of every live process and those read from the database, in the text format of Prometheus.
 * @param state figures that belong to no process, collected when asked
 */
export async function metricsText(platform: Platform, process: string, state: Registry): Promise<string> {
  const [own, others, common] = await Promise.all([
    platform.metrics.registry.getMetricsAsJSON(),
    createDb(platform.pool).many<{ metrics: unknown }>(sql`select metrics from platform.process_metrics
      where process <> ${process} and seen_at > clock_timestamp() - make_interval(secs => ${SILENCE_S})`),
    state.getMetricsAsJSON(),
  ])
  return AggregatorRegistry.aggregate([finite(own), ...others.map(({ metrics }) => finite(metrics)), finite(common)]).metrics()
}
