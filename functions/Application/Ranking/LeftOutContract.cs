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
    internal static IReadOnlyList<ProvablePage> Pages(EvaluationRun run, AgencyRanking ranking)
    {
        IEnumerable<ProvableLine> people =
            [.. ranking.ExcludedFromReward.Select(Excluded), .. ranking.NotAssessed.Select(NotAssessed)];
        return [.. people.Chunk(PeoplePerPage).DefaultIfEmpty([])
            .Select((page, i) => ProvableLines.PageOf(run, ProvableList.LeftOut, i + 1, page))];
    }

    internal static IReadOnlyList<string> NamesOf(RewardExclusions reasons) =>
        [.. Enum.GetValues<RewardExclusions>().Where(r => r != 0 && reasons.HasFlag(r)).Select(JsonFormat.Name)];

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

    private static ProvableLine Excluded(ExcludedPerson person) => new(person.EmployeeId, json =>
    {
        json.WriteString("employeeId", person.EmployeeId.ToString());
        json.WriteNumber("place", person.Place);
        json.WriteStartArray("excludedFromReward");
        foreach (var reason in NamesOf(person.Reasons))
        {
            json.WriteStringValue(reason);
        }

        json.WriteEndArray();
    });

    private static ProvableLine NotAssessed(NotAssessedPerson person) => new(person.EmployeeId, json =>
    {
        json.WriteString("employeeId", person.EmployeeId.ToString());
        json.WriteString("notAssessed", JsonFormat.Name(person.Reason));
    });
}
