using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinerja.Host.Tests.WorkedExample;

/// <summary>
/// <c>dinas-contoh.json</c> as an agency's app would post it, and what must come out as the file says it.
/// </summary>
internal sealed class ExampleData
{
    internal const string Post = "analis";

    private static readonly JsonSerializerOptions WithoutNulls = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
    };

    private readonly JsonElement _root;

    private ExampleData(JsonElement root) => _root = root;

    internal string Agency => Text(_root, "agency");

    internal string Units => Json(new
    {
        units = Each("units").Select(
            u => new { id = Text(u, "id"), name = Text(u, "id"), zone = AgencyYear.Zone, headId = Text(u, "headId") }),
    });

    internal static ExampleData Read()
    {
        using var file = typeof(ExampleData).Assembly.GetManifestResourceStream("dinas-contoh.json")!;
        return new ExampleData(JsonDocument.Parse(file).RootElement);
    }

    internal JsonElement Expected(string period) => _root.GetProperty("expected").GetProperty(period);

    /// <summary>Everybody as the register has them while that period is evaluated.</summary>
    internal string Employees(string period) => Json(new
    {
        employees = Each("people").Select(p => new
        {
            id = Text(p, "id"),
            unitId = Text(p, "unitId"),
            kind = Text(p, "kind"),
            raterId = Maybe(p, "raterId"),
            startedOn = Maybe(p, "startedOn"),
            postId = Post,
            discipline = p.TryGetProperty("discipline", out var cases) ? Maybe(cases, period) : null,
        }),
    });

    /// <summary>The path's end and the body of each unit's performance; the head's own rater sets it.</summary>
    internal IEnumerable<(string Unit, string Body)> Levels(string period) => Each("units")
        .Where(u => u.GetProperty("levels").TryGetProperty(period, out _))
        .Select(u => (
            Text(u, "id"),
            Json(new { level = Text(u.GetProperty("levels"), period), setById = RaterOf(Text(u, "headId")) })));

    internal IEnumerable<(string Person, string Body)> Ratings(string period) => Each("people")
        .Where(p => p.GetProperty("ratings").TryGetProperty(period, out _))
        .Select(p => (Text(p, "id"), Rating(Text(p.GetProperty("ratings"), period).Split(' '), Text(p, "raterId"))));

    /// <summary>Such as <c>peg-38: 1 veryGood 115.80 in</c>, in the order of the ranking.</summary>
    internal IReadOnlyList<string> Lines(string period) =>
        [.. Expected(period).GetProperty("people").EnumerateObject().Select(p => $"{p.Name}: {p.Value.GetString()}")];

    private static string Rating(string[] words, string rater) => Json(new
    {
        raterId = rater,
        result = words[0],
        behaviour = words[1],
        skpScore = decimal.Parse(words[2], CultureInfo.InvariantCulture),
        behaviourScore = decimal.Parse(words[3], CultureInfo.InvariantCulture),
        newIdea = words.Length > 4
            ? new { words = "Cara baru yang bermanfaat.", evidenceLink = "https://bukti.example/1" }
            : null,
    });

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;

    private static string? Maybe(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static string Json<T>(T body) => JsonSerializer.Serialize(body, WithoutNulls);

    private string RaterOf(string person) => Text(Each("people").Single(p => Text(p, "id") == person), "raterId");

    private IEnumerable<JsonElement> Each(string list) => _root.GetProperty(list).EnumerateArray();
}
