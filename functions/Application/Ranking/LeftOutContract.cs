using System.Buffers;
using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>Why there is no place, or else why a place earns nothing; in the words of the contract.</summary>
internal sealed record LeftOutPerson(
    EmployeeId EmployeeId, string? NotAssessed, IReadOnlyList<string> ExcludedFromReward);

/// <summary>
/// Who is left out of a ranking or of its reward, and why, page by page: first the excluded by place, then the not
/// assessed by id. It stays inside: a published line says that a person is excluded and never why.
/// </summary>
internal static class LeftOutContract
{
    internal const int PeoplePerPage = 500;

    /// <summary>At least one page: that nobody is left out can be read too.</summary>
    internal static IReadOnlyList<RankingPage> Pages(EvaluationRun run, AgencyRanking ranking)
    {
        IEnumerable<Action<Utf8JsonWriter>> people =
        [
            .. ranking.ExcludedFromReward.Select(person => Excluded(run, person)),
            .. ranking.NotAssessed.Select(person => NotAssessed(run, person)),
        ];
        return [.. people.Chunk(PeoplePerPage).DefaultIfEmpty([]).Select((page, i) => PageOf(run, i + 1, page))];
    }

    internal static IReadOnlyList<string> NamesOf(RewardExclusions reasons) =>
        [.. Enum.GetValues<RewardExclusions>().Where(r => r != 0 && reasons.HasFlag(r)).Select(JsonFormat.Name)];

    /// <summary>
    /// Of the tree over everybody on these pages: published, so that who is left out can prove it, and telling of
    /// nobody.
    /// </summary>
    internal static byte[] RootOf(IEnumerable<RankingPage> pages) =>
        MerkleTree.RootOf([.. pages.SelectMany(page => ProvableLines.LeavesOf(page, ProvableList.LeftOut))]);

    /// <summary>The people of a page, in its order.</summary>
    internal static IEnumerable<LeftOutPerson> Read(RankingPage page)
    {
        using var json = JsonDocument.Parse(page.Json);
        return [.. json.RootElement.GetProperty("people").EnumerateArray().Select(person => new LeftOutPerson(
            EmployeeId.Parse(person.GetProperty("employeeId").GetString()).Value,
            person.TryGetProperty("notAssessed", out var reason) ? reason.GetString() : null,
            person.TryGetProperty("excludedFromReward", out var reasons)
                ? [.. reasons.EnumerateArray().Select(r => r.GetString()!)]
                : []))];
    }

    private static Action<Utf8JsonWriter> Excluded(EvaluationRun run, ExcludedPerson person) => json =>
    {
        json.WriteString("employeeId", person.EmployeeId.ToString());
        json.WriteNumber("place", person.Place);
        json.WriteStartArray("excludedFromReward");
        foreach (var reason in NamesOf(person.Reasons))
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
        ProvableLines.WriteSalt(json, run, ProvableList.LeftOut, person.EmployeeId);
    };

    private static Action<Utf8JsonWriter> NotAssessed(EvaluationRun run, NotAssessedPerson person) => json =>
    {
        json.WriteString("employeeId", person.EmployeeId.ToString());
        json.WriteString("notAssessed", JsonFormat.Name(person.Reason));
        ProvableLines.WriteSalt(json, run, ProvableList.LeftOut, person.EmployeeId);
    };

    private static RankingPage PageOf(EvaluationRun run, int number, IEnumerable<Action<Utf8JsonWriter>> people)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            RankingContract.WriteHead(json, run);
            json.WriteNumber("page", number);
            json.WriteStartArray("people");
            foreach (var write in people)
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new(number, buffer.WrittenMemory);
    }
}
