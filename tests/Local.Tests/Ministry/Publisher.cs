using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Local.Ministry;

namespace Kinerja.Local.Tests.Ministry;

/// <summary>Makes the events of one agency's period as the contract says, sealed with a key of its own.</summary>
internal sealed class Publisher : IDisposable
{
    internal const string Agency = "contoh";
    private const string Period = "2026-Q1";

    private static readonly string Nothing = new('0', 64);

    private static readonly JsonSerializerOptions Written = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>As published at <c>/api/v1/receipt-keys</c>.</summary>
    internal string Keys
    {
        get
        {
            var point = _key.ExportParameters(includePrivateParameters: false).Q;
            var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
            return $$"""{"keys":[{"kid":"k1","kty":"EC","crv":"P-256","x":"{{x}}","y":"{{y}}"}]}""";
        }
    }

    public void Dispose() => _key.Dispose();

    /// <summary>The manifest first, then its pages of two lines each; the first person is in the top share.</summary>
    /// <param name="revision">From 1.</param>
    /// <param name="people">Best first.</param>
    /// <param name="replaced">The manifest of the revision before.</param>
    /// <param name="by">Who seals it; this publisher, unless said otherwise.</param>
    internal IReadOnlyList<ReceivedEvent> Ranking(
        int revision, string[] people, ReceivedEvent? replaced = null, Publisher? by = null)
    {
        var lines = people.Select((person, i) => Json(new
        {
            place = i + 1,
            percentRank = 1e-5,
            employeeId = person,
            predicate = "good",
            score = 97.5m - i,
            topShare = i == 0 ? "in" : "out",
            salt = $"{i:x32}",
        })).ToList();
        var pages = lines.Chunk(2).Select((some, i) => (
            Lines: some,
            Event: Event(
                $"r{revision}_page_{i + 1}", "ranking.page.v1", null,
                $"{{{Head(revision)},\"page\":{i + 1},\"lines\":[{string.Join(',', some)}]}}")))
            .ToList();
        var manifest = Json(new
        {
            agencyId = Agency,
            period = Period,
            revision,
            assessed = people.Length,
            notAssessed = 1,
            inTopShare = 1,
            tiedAtCap = 0,
            excludedFromReward = 0,
            pages = pages.Select((page, i) => new
            {
                number = i + 1,
                lines = page.Lines.Length,
                sha256 = page.Event.Sha256,
                rootSha256 = LineTree.RootOf(page.Lines),
            }),
            chainSha256 = pages.Aggregate(Nothing, (link, page) => Link(link, page.Event)),
            linesRootSha256 = LineTree.RootOf(lines),
            supersedes = replaced is null ? null : new { revision = revision - 1, manifestSha256 = replaced.Sha256 },
        });
        return
        [
            Event(
                $"r{revision}_ranking", replaced is null ? "ranking.published.v1" : "ranking.superseded.v1",
                (by ?? this).Seal(revision, manifest, "open", null), manifest),
            .. pages.Select(page => page.Event),
        ];
    }

    /// <summary>A page of final predicates for each two people, the one without a predicate at the end.</summary>
    internal IReadOnlyList<ReceivedEvent> Final(int revision, string[] people, ReceivedEvent manifest, int time = 1)
    {
        var told = people.Select(person => $$"""{"employeeId":"{{person}}","predicate":"good"}""")
            .Append("""{"employeeId":"zul","notAssessed":"noRating"}""").Chunk(2).ToList();
        var (events, chain) = (new List<ReceivedEvent>(), Nothing);
        foreach (var (i, some) in told.Index())
        {
            var numbers = $"\"page\":{i + 1},\"pages\":{told.Count},\"chainBeforeSha256\":\"{chain}\"";
            var data = $"{{{Head(revision)},\"manifestSha256\":\"{manifest.Sha256}\",{numbers},"
                + $"\"people\":[{string.Join(',', some)}]}}";
            var page = Event(
                $"r{revision}_{time}_predicates_{i + 1}", "predicate.finalised.v1",
                Seal(revision, data, "final", $"2026-05-0{time}T00:00:00Z"), data);
            chain = Link(chain, page);
            events.Add(page);
        }

        return events;
    }

    internal static ReceivedEvent Reopened(int revision) => Event(
        $"r{revision}_reopened", "run.reopened.v1", null,
        $"{{{Head(revision)},\"finality\":\"open\"}}");

    /// <summary>Of no result, and with every sign in its text that a reader may stumble over.</summary>
    internal static ReceivedEvent Other() => Event(
        "notice", "notice.given.v1", null, """{"data":{"words":"} \" ]},\"data\":{ \\"},"list":["{",{"data":{}}]}""");

    internal static ReceivedEvent Event(string id, string type, string? seal, string data) =>
        new(Agency, 0, id, $"id.go.kinerja.{type}", seal, data);

    private static string Head(int revision) =>
        $"\"agencyId\":\"{Agency}\",\"period\":\"{Period}\",\"revision\":{revision}";

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, Written);

    private static string Link(string link, ReceivedEvent page) => Convert.ToHexStringLower(
        SHA256.HashData([.. Convert.FromHexString(link), .. SHA256.HashData(page.Bytes)]));

    private string Seal(int revision, string data, string finality, string? since)
    {
        var header = Part("""{"alg":"ES256","typ":"kinerja-ranking-seal+jwt","kid":"k1"}""");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)));
        var payload = Part(JsonSerializer.Serialize(new
        {
            agencyId = Agency,
            period = Period,
            revision,
            dataSha256 = hash,
            finality,
            publishedAt = "2026-04-08T02:05:00Z",
            finalSince = since,
        }));
        var signature = _key.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256);
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
