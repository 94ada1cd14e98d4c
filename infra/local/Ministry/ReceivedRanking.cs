using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kinerja.Local.Ministry;

/// <summary>One line of a ranking as another ministry reads it.</summary>
public sealed record ReceivedLine(int Place, string EmployeeId, string Predicate, decimal Score, string TopShare);

/// <summary>The revision that a manifest replaces, by number and by the hash of its manifest's bytes.</summary>
public sealed record Superseded(int Revision, string ManifestSha256);

/// <summary>
/// One revision of an agency's ranking as it arrives: manifest and pages in any order. It knows the contract and
/// nothing of our code: complete when the manifest and all its pages are there, right when counts, page hashes, the
/// chain and the roots over the lines agree.
/// </summary>
public sealed class ReceivedRanking(string agency, string period, int revision)
{
    private readonly ConcurrentDictionary<int, byte[]> _pages = new();
    private byte[]? _manifest;
    private string? _seal;

    public string Agency { get; } = agency;

    public string Period { get; } = period;

    public int Revision { get; } = revision;

    public bool IsComplete => _manifest is not null && ExpectedPages().All(p => _pages.ContainsKey(p.Number));

    /// <summary>The manifest's own hash: two runs with equal ones published the same ranking, byte for byte.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_manifest!));

    public JsonElement Manifest => JsonElement.Parse(_manifest!);

    /// <summary>Null for a first ranking, which replaces none.</summary>
    public Superseded? Supersedes => Manifest.TryGetProperty("supersedes", out var replaced)
        ? new(replaced.GetProperty("revision").GetInt32(), replaced.GetProperty("manifestSha256").GetString()!)
        : null;

    /// <param name="json">A manifest or a page, byte for byte.</param>
    /// <param name="seal">The attribute <c>seal</c> of the event; pages of a ranking have none.</param>
    public void Take(byte[] json, string? seal = null)
    {
        var body = JsonElement.Parse(json);
        if (body.TryGetProperty("page", out var number))
        {
            _pages[number.GetInt32()] = json;
        }
        else
        {
            (_manifest, _seal) = (json, seal);
        }
    }

    /// <summary>What is wrong with a complete ranking; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        var link = new byte[64];
        foreach (var (number, lines, sha256, root) in ExpectedPages())
        {
            var hash = SHA256.HashData(_pages[number]);
            if (Convert.ToHexStringLower(hash) != sha256)
            {
                faults.Add($"Page {number} is not what the manifest says.");
            }

            if (LineTree.RootOf([.. TextsOf(number)]) != root)
            {
                faults.Add($"The lines of page {number} have another root.");
            }

            if (LinesOf(number).Count() != lines)
            {
                faults.Add($"Page {number} has not {lines} lines.");
            }

            hash.CopyTo(link, 32);
            SHA256.HashData(link).CopyTo(link, 0);
        }

        if (Convert.ToHexStringLower(link.AsSpan(0, 32)) != Manifest.GetProperty("chainSha256").GetString())
        {
            faults.Add("The chain of hashes ends differently.");
        }

        if (LineTree.RootOf([.. ExpectedPages().SelectMany(page => TextsOf(page.Number))]) != Manifest
            .GetProperty("linesRootSha256").GetString())
        {
            faults.Add("The lines have another root.");
        }

        if (Lines().Count() != Manifest.GetProperty("assessed").GetInt32())
        {
            faults.Add("The number of people is not the manifest's.");
        }

        foreach (var share in (string[])["inTopShare", "tiedAtCap", "excludedFromReward"])
        {
            var named = share == "inTopShare" ? "in" : share;
            if (Lines().Count(l => l.TopShare == named) != Manifest.GetProperty(share).GetInt32())
            {
                faults.Add($"The number of people {share} is not the manifest's.");
            }
        }

        return faults;
    }

    /// <summary>
    /// What is wrong with a complete ranking as the successor of another; empty when it names that one's very bytes.
    /// </summary>
    public IReadOnlyList<string> FaultsAfter(ReceivedRanking replaced)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        return Supersedes == new Superseded(replaced.Revision, replaced.Sha256)
            ? []
            : [$"It does not replace revision {replaced.Revision} as it was received."];
    }

    /// <summary>What the manifest's seal says; null without a seal, and where none of the keys made it.</summary>
    public SealedFacts? SealedBy(JsonElement jwks) => _seal is { } seal ? RankingSeal.Open(seal, jwks) : null;

    /// <summary>What is wrong with the manifest's seal under the published keys; empty when nothing is.</summary>
    public IReadOnlyList<string> FaultsOfSeal(JsonElement jwks) => SealedBy(jwks) switch
    {
        null => ["No published key sealed the manifest."],
        var said when (said.Agency, said.Period, said.Revision, said.DataSha256) != (Agency, Period, Revision, Sha256)
            => ["The seal is another manifest's."],
        _ => [],
    };

    /// <summary>
    /// Whether a person's own line, with the proof that the API answers, stands in this ranking; the manifest alone is
    /// read.
    /// </summary>
    public bool Proves(LineProof proof) =>
        LineTree.Proves(
            proof, Manifest.GetProperty("assessed").GetInt32(), Manifest.GetProperty("linesRootSha256").GetString()!);

    public IEnumerable<ReceivedLine> Lines() => ExpectedPages().SelectMany(p => LinesOf(p.Number));

    private IEnumerable<ReceivedLine> LinesOf(int number) =>
        JsonElement.Parse(_pages[number]).GetProperty("lines").EnumerateArray().Select(line => new ReceivedLine(
            line.GetProperty("place").GetInt32(),
            line.GetProperty("employeeId").GetString()!,
            line.GetProperty("predicate").GetString()!,
            line.GetProperty("score").GetDecimal(),
            line.GetProperty("topShare").GetString()!));

    /// <summary>The lines as they stand in the page, from brace to brace.</summary>
    private IEnumerable<string> TextsOf(int number) =>
        JsonElement.Parse(_pages[number]).GetProperty("lines").EnumerateArray().Select(line => line.GetRawText());

    private IEnumerable<(int Number, int Lines, string Sha256, string Root)> ExpectedPages() =>
        Manifest.GetProperty("pages").EnumerateArray().Select(page => (
            page.GetProperty("number").GetInt32(),
            page.GetProperty("lines").GetInt32(),
            page.GetProperty("sha256").GetString()!,
            page.GetProperty("rootSha256").GetString()!));
}
