import { DiagLogLevel, diag, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { readWithin } from '../within.ts';

const FLUSH_WITHIN_MS = 2_000;

export interface Tracing {
  tracer: Tracer;
  /** Sends what is waiting to be sent. */
  flush(): Promise<void>;
  /** Sends what is left, as far as the collector takes it within two seconds. */
  stop(): Promise<void>;
}

/**
 * Sends traces to an OpenTelemetry collector, by OTLP over HTTP to `<endpoint>/v1/traces`. Sampling, headers and batches
 * follow the standard variables (OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS, OTEL_BSP_*), which the SDK reads.
 */
export function startTracing({
  endpoint,
  serviceName,
  log,
}: {
  endpoint: string;
  serviceName: string;
  log: (message: string) => void;
}): Tracing {
  // A collector that is away would be told of with every batch.
  let isTold = false;
  const tellOnce = (message: string) => {
    if (!isTold) log(`traces cannot be sent to OTEL_EXPORTER_OTLP_ENDPOINT: ${message.slice(0, 300)}`);
    isTold = true;
  };
  const ignore = () => {};
  diag.setLogger(
    { error: tellOnce, warn: ignore, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ [ATTR_SERVICE_NAME]: serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }))],
  });
  provider.register();
  return {
    tracer: provider.getTracer('muster'),
    flush: () => provider.forceFlush(),
    stop: () => readWithin(FLUSH_WITHIN_MS, provider.shutdown()).catch(() => {}),
  };
}
