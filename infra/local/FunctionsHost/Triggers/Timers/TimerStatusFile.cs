using System.Text.Json;

namespace Kinerja.FunctionsHost.Triggers.Timers;

/// <summary>Keeps {Last, Next, LastUpdated} of one timer between runs of the host.</summary>
internal sealed class TimerStatusFile(string folder, string function)
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    private readonly string _path = Path.Combine(folder, $"{Uri.EscapeDataString(function)}.json");

    public TimerStatus? Read()
    {
        if (!File.Exists(_path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TimerStatus>(File.ReadAllBytes(_path));
        }
        catch (JsonException)
        {
            // A file that cannot be read says nothing about the past: begin anew.
            return null;
        }
    }

    public void Write(TimerStatus status)
    {
        // Moved into place, so that a killed host leaves the old status or the new one, never half of it.
        var fresh = $"{_path}.new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(status, Layout));
        File.Move(fresh, _path, overwrite: true);
    }
}
