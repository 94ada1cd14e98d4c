using System.Buffers;
using System.Text.Json;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Contracts;

/// <summary>
/// Who is left out of a ranking or of its reward, and why, page by page: first the excluded by place, then the not assessed by id.
/// It stays inside: a published line says that a person is excluded and never why.
/// </summary>
internal static class LeftOutContract
{
    internal const int PeoplePerPage = 500;

    /// <summary>At least one page: that nobody is left out can be read too.</summary>
    internal static IReadOnlyList<RankingPage> Pages(EvaluationRun run, AgencyRanking ranking)
    {
        IEnumerable<Action<Utf8JsonWriter>> people =
        [
            .. ranking.ExcludedFromReward.Select(Excluded),
            .. ranking.NotAssessed.Select(NotAssessed),
        ];
        return [.. people.Chunk(PeoplePerPage).DefaultIfEmpty([]).Select((page, i) => PageOf(run, i + 1, page))];
    }

    private static Action<Utf8JsonWriter> Excluded(ExcludedPerson person) => json =>
    {
        json.WriteString("employeeId", person.EmployeeId.ToString());
        json.WriteNumber("place", person.Place);
        json.WriteStartArray("excludedFromReward");
        foreach (var reason in Enum.GetValues<RewardExclusions>().Where(r => r != 0 && person.Reasons.HasFlag(r)))
        {
            json.WriteStringValue(JsonFormat.Name(reason));
        }

        json.WriteEndArray();
    };

    private static Action<Utf8JsonWriter> NotAssessed(NotAssessedPerson person) => json =>
    {
        json.WriteString("employeeId", person.EmployeeId.ToString());
        json.WriteString("notAssessed", JsonFormat.Name(person.Reason));
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
