using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Kinerja.Application.Telemetry;

namespace Kinerja.Application.Tests.Telemetry;

/// <summary>
/// What this test's own flow measures from here on, and not what tests beside it do. One line a measurement: the
/// instrument, its value, and its attributes in the order of their names.
/// </summary>
internal sealed class Measured : IDisposable
{
    private static readonly AsyncLocal<Measured?> Here = new();

    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _lines = [];

    internal Measured()
    {
        Here.Value = this;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Instrumentation.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(Take);
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.Start();
    }

    internal IEnumerable<string> Of(string instrument) =>
        _lines.Where(line => line.StartsWith(instrument + " ", StringComparison.Ordinal));

    public void Dispose() => _listener.Dispose();

    private void Take<T>(
        Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        where T : struct
    {
        if (Here.Value == this)
        {
            var attributes = tags.ToArray().OrderBy(t => t.Key, StringComparer.Ordinal)
                .Select(t => $" {t.Key}={t.Value}");
            _lines.Enqueue(
                string.Create(CultureInfo.InvariantCulture, $"{instrument.Name} {value}{string.Concat(attributes)}"));
        }
    }
}
