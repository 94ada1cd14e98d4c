using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Ranking;

/// <summary>What a published line says of a person beside the result; null: not released, or not known.</summary>
internal readonly record struct ReleasedLine(UnitId? UnitId, PersonFacts Facts);

/// <summary>
/// The published ranking: pages of lines, and a manifest with counts and hashes by which a consumer knows that it has
/// all of it, unchanged. A later revision names the manifest that it supersedes. Chain: h₀ = 32 zero bytes, hₙ =
/// SHA-256(hₙ₋₁ ‖ SHA-256(page n)). The roots commit to every single line, so that a person can prove the own one
/// without the others. No time enters any of these bytes.
/// </summary>
internal static class RankingContract
{
    /// <summary>A power of two, so that every full page is a subtree of the tree over all lines.</summary>
    internal const int LinesPerPage = 256;

    /// <summary>At least one page: a ranking of nobody can be read too.</summary>
    /// <param name="run">Whose pages.</param>
    /// <param name="ranking">The lines, in their order.</param>
    /// <param name="releases">What the lines say of a person beside the result.</param>
    /// <param name="evaluations">Where that is taken from; nobody's is asked for where nothing is released.</param>
    internal static IReadOnlyList<ProvablePage> Pages(
        EvaluationRun run,
        AgencyRanking ranking,
        ReleasedFacts releases = ReleasedFacts.None,
        IEnumerable<EmployeeEvaluation>? evaluations = null)
    {
        var people = releases == ReleasedFacts.None ? null : evaluations?.ToDictionary(one => one.EmployeeId);
        return [.. ranking.Lines.Select(line => LineOf(line, releases, people?[line.EmployeeId]))
            .Chunk(LinesPerPage).DefaultIfEmpty([])
            .Select((lines, i) => ProvableLines.PageOf(run, ProvableList.Ranking, i + 1, lines))];
    }

    internal static RankingPage Manifest(
        EvaluationRun run,
        AgencyRanking ranking,
        IReadOnlyList<ProvablePage> pages,
        IReadOnlyList<ProvablePage> leftOut,
        string inputsSha256,
        RankingPage? superseded = null) => new(0, Write(json =>
        {
            var roots = pages.Select(page => MerkleTree.RootOf(page.Leaves)).ToList();
            var hashes = pages.Select(page => SHA256.HashData(page.Json.Span)).ToList();
            WriteHead(json, run);
            if (superseded is not null)
            {
                json.WriteStartObject("supersedes");
                json.WriteNumber("revision", run.Revision - 1);
                json.WriteString("manifestSha256", Convert.ToHexStringLower(SHA256.HashData(superseded.Json.Span)));
                json.WriteEndObject();
            }

            json.WriteString("evaluationPolicy", run.EvaluationPolicyVersion);
            json.WriteString("rankingPolicy", run.RankingPolicyVersion);
            json.WriteString("inputsSha256", inputsSha256);
            json.WriteNumber("assessed", ranking.Assessed);
            json.WriteNumber("notAssessed", ranking.NotAssessed.Count);
            json.WriteNumber("cap", ranking.Cap);
            json.WriteNumber("inTopShare", ranking.InTopShare);
            json.WriteNumber("tiedAtCap", ranking.TiedAtCap);
            json.WriteNumber("excludedFromReward", ranking.ExcludedFromReward.Count);
            json.WriteBoolean("belowMinimumCohort", ranking.BelowMinimumCohort);
            json.WriteStartArray("pages");
            foreach (var (page, root, hash) in pages.Zip(roots, hashes))
            {
                json.WriteStartObject();
                json.WriteNumber("number", page.Number);
                json.WriteNumber("lines", page.Leaves.Count);
                json.WriteString("sha256", Convert.ToHexStringLower(hash));
                json.WriteString("rootSha256", Convert.ToHexStringLower(root));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("chainSha256", Chain(hashes));
            json.WriteString("linesRootSha256", Convert.ToHexStringLower(MerkleTree.RootOf(roots)));
            // Who is left out can prove it, and nobody is told who that is.
            json.WriteString(
                "leftOutRootSha256",
                Convert.ToHexStringLower(MerkleTree.RootOf([.. leftOut.SelectMany(page => page.Leaves)])));
        }));

    internal static OutgoingEvent EventOf(EvaluationRun run, RankingPage page) => new(
        string.Create(
            CultureInfo.InvariantCulture, $"{run.AgencyId}_{run.Period}_{run.RevisionName}_ranking_{page.Number:D5}"),
        (page.Number, run.Revision) switch
        {
            (0, 1) => EventTypes.RankingPublished,
            (0, _) => EventTypes.RankingSuperseded,
            _ => EventTypes.RankingPage,
        },
        run.AgencyId,
        run.Period,
        run.PlannedAt,
        page.Json)
    { Traceparent = Activity.Current?.Id };

    /// <summary>The lines of a page that are in the top share or tied at its cap, best first.</summary>
    internal static IEnumerable<(EmployeeId Person, int Place, TopShare Top)> ReadTop(RankingPage page)
    {
        using var json = JsonDocument.Parse(page.Json);
        return [.. json.RootElement.GetProperty("lines").EnumerateArray()
            .Select(line => (
                EmployeeId.Parse(line.GetProperty("employeeId").GetString()).Value,
                line.GetProperty("place").GetInt32(),
                EnumNames<TopShare>.ByName[line.GetProperty("topShare").GetString()!]))
            .Where(line => line.Item3 != TopShare.Out)];
    }

    /// <summary>The lines of a page of the ranking, as they were ranked.</summary>
    internal static IEnumerable<RankingLine> ReadLines(RankingPage page)
    {
        using var json = JsonDocument.Parse(page.Json);
        return [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(ReadLine)];
    }

    /// <summary>The same with what each says of its person beside the result.</summary>
    internal static IEnumerable<(RankingLine Line, ReleasedLine Released)> ReadReleasedLines(RankingPage page)
    {
        using var json = JsonDocument.Parse(page.Json);
        return [.. json.RootElement.GetProperty("lines").EnumerateArray().Select(l => (ReadLine(l), ReadReleased(l)))];
    }

    private static RankingLine ReadLine(JsonElement line) => new(
        line.GetProperty("place").GetInt32(),
        EmployeeId.Parse(line.GetProperty("employeeId").GetString()).Value,
        EnumNames<Predicate>.ByName[line.GetProperty("predicate").GetString()!],
        ReadScore(line.GetProperty("score")),
        ReadScore(line.GetProperty("behaviourScore")),
        EnumNames<TopShare>.ByName[line.GetProperty("topShare").GetString()!],
        line.GetProperty("percentRank").GetDouble())
    {
        UnitPlace = line.TryGetProperty("unitPlace", out var place) ? place.GetInt32() : null,
    };

    private static ReleasedLine ReadReleased(JsonElement line) => new(
        line.TryGetProperty("unitId", out var unit) ? UnitId.Parse(unit.GetString()).Value : null,
        new(
            line.TryGetProperty("employmentKind", out var kind)
                ? EnumNames<EmploymentKind>.ByName[kind.GetString()!]
                : null,
            line.TryGetProperty("postCategory", out var category) ? category.GetString() : null,
            line.TryGetProperty("postClass", out var postClass) ? postClass.GetInt32() : null));

    private static Score ReadScore(JsonElement score) => Score.FromHundredths((int)(score.GetDecimal() * 100));

    private static string Chain(IReadOnlyList<byte[]> pages)
    {
        var link = new byte[64];
        foreach (var page in pages)
        {
            page.CopyTo(link.AsSpan(32));
            SHA256.HashData(link).CopyTo(link.AsSpan(0, 32));
        }

        return Convert.ToHexStringLower(link.AsSpan(0, 32));
    }

    private static ProvableLine LineOf(
        RankingLine line, ReleasedFacts releases, EmployeeEvaluation? person) => new(line.EmployeeId, json =>
    {
        json.WriteNumber("place", line.Place);
        json.WriteNumber("percentRank", line.PercentRank);
        if (line.UnitPlace is { } unitPlace)
        {
            json.WriteNumber("unitPlace", unitPlace);
        }

        json.WriteString("employeeId", line.EmployeeId.ToString());
        json.WriteString("predicate", JsonFormat.Name(line.Predicate));
        json.WriteNumber("score", line.Score.Hundredths / 100m);
        json.WriteNumber("behaviourScore", line.BehaviourScore.Hundredths / 100m);
        json.WriteString("topShare", JsonFormat.Name(line.Top));
        if (person is not null)
        {
            WriteReleased(json, releases, person);
        }
    });

    /// <summary>The run froze no other facts than those that are released; the unit it froze of everybody.</summary>
    private static void WriteReleased(Utf8JsonWriter json, ReleasedFacts releases, EmployeeEvaluation person)
    {
        if (releases.HasFlag(ReleasedFacts.Unit) && person.UnitId is { } unit)
        {
            json.WriteString("unitId", unit.ToString());
        }

        if (person.Facts.PostCategory is { } category)
        {
            json.WriteString("postCategory", category);
        }

        if (person.Facts.PostClass is { } postClass)
        {
            json.WriteNumber("postClass", postClass);
        }

        if (person.Facts.Kind is { } kind)
        {
            json.WriteString("employmentKind", JsonFormat.Name(kind));
        }
    }

    internal static void WriteHead(Utf8JsonWriter json, EvaluationRun run)
    {
        json.WriteString("agencyId", run.AgencyId.ToString());
        json.WriteString("period", run.Period.ToString());
        json.WriteNumber("revision", run.Revision);
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
