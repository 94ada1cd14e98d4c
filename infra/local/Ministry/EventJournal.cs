using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kinerja.Local.Ministry;

/// <summary>
/// What came, in the order in which it came, and up to which number each agency was read: a line of JSON each, only
/// ever added. A line that a crash cut off is not there. One program at a time writes.
/// </summary>
internal sealed class EventJournal
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _path;
    private readonly Dictionary<(string Agency, string Id, string Sha256), ReceivedEvent> _events = [];
    private readonly Dictionary<string, long> _read = [];

    private EventJournal(string path) => _path = path;

    /// <summary>Each once, however often it came; other bytes under the same id are another one.</summary>
    internal IReadOnlyCollection<ReceivedEvent> Events => _events.Values;

    internal static EventJournal Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var journal = new EventJournal(Path.Combine(folder, "events.jsonl"));
        if (File.Exists(journal._path))
        {
            journal.CutUnfinished();
            foreach (var line in File.ReadLines(journal._path))
            {
                journal.Take(JsonElement.Parse(line));
            }
        }

        return journal;
    }

    /// <summary>The number after which the agency is read next; 0 at the beginning.</summary>
    internal long ReadUpTo(string agency) => _read.GetValueOrDefault(agency);

    /// <summary>On disk when it comes back; only then may a message be completed.</summary>
    internal void Add(IEnumerable<ReceivedEvent> events)
    {
        var lines = new StringBuilder();
        foreach (var one in events.Where(one => _events.TryAdd(KeyOf(one), one)))
        {
            lines.Append(JsonSerializer.Serialize(one, Json)).Append('\n');
        }

        Write(lines);
    }

    /// <summary>The same of what was read over HTTP, with the number up to which it was.</summary>
    internal void Add(string agency, EventPage page)
    {
        Add(page.Events);
        if (page.Last > ReadUpTo(agency))
        {
            _read[agency] = page.Last;
            Write(new StringBuilder(JsonSerializer.Serialize(new { agency, readUpTo = page.Last }, Json)).Append('\n'));
        }
    }

    private static (string, string, string) KeyOf(ReceivedEvent one) => (one.Agency, one.Id, one.Sha256);

    private void Take(JsonElement line)
    {
        if (line.TryGetProperty("readUpTo", out var number))
        {
            _read[line.GetProperty("agency").GetString()!] = number.GetInt64();
            return;
        }

        var one = line.Deserialize<ReceivedEvent>(Json)!;
        _events.TryAdd(KeyOf(one), one);
    }

    private void Write(StringBuilder lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        using var file = new FileStream(_path, FileMode.Append, FileAccess.Write);
        file.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        file.Flush(flushToDisk: true);
    }

    private void CutUnfinished()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite);
        var whole = file.Length;
        for (; whole > 0; whole--)
        {
            file.Position = whole - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }
        }

        file.SetLength(whole);
    }
}
