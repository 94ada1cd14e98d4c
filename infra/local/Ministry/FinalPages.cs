using System.Security.Cryptography;
using System.Text.Json;

namespace Kinerja.Local.Ministry;

/// <summary>
/// Whether a revision is final: by the pages of final predicates that came and by what was opened again.
/// </summary>
internal static class FinalPages
{
    private static readonly string FirstLink = new('0', 64);

    /// <summary>
    /// The pages of one time have one <c>finalSince</c> in their seals. What came later in the agency's numbers counts:
    /// all pages, or the opening.
    /// </summary>
    /// <param name="ranking">The revision that counts.</param>
    /// <param name="facts">All of the period.</param>
    /// <param name="jwks">The published keys.</param>
    /// <param name="waits">Gets what lacks.</param>
    internal static (string State, IEnumerable<ResultRow> NotAssessed) StateOf(
        ReceivedRanking ranking, List<ResultFact> facts, JsonElement jwks, List<string> waits)
    {
        var reopened = facts.Where(fact => fact.Kind == ResultFactKind.Reopened)
            .Select(fact => fact.Event.Sequence).DefaultIfEmpty(0).Max();
        var pages = facts.Where(fact => fact.Kind == ResultFactKind.FinalPage && fact.Revision == ranking.Revision)
            .Where(fact => fact.Event.Sequence > reopened)
            .Select(fact => (Fact: fact, Said: fact.SealedBy(jwks)))
            .ToList();
        var lacks = new List<string>();
        var sealedPages = pages.Where(page => page.Said is { Finality: "final" });
        foreach (var time in sealedPages.GroupBy(page => page.Said!.FinalSince))
        {
            var (people, lack) = PeopleOf(ranking, [.. time.Select(page => page.Fact)]);
            if (lack is null)
            {
                return ("final", people.Where(row => row.NotAssessed is not null));
            }

            lacks.Add(lack);
        }

        if (lacks.Count == 0 && pages.Count > 0)
        {
            lacks.Add("the final pages: their seal does not hold");
        }

        waits.AddRange(lacks);
        return (reopened > 0 ? "reopened" : "open", []);
    }

    private static (IReadOnlyList<ResultRow> People, string? Lack) PeopleOf(
        ReceivedRanking ranking, List<ResultFact> facts)
    {
        var of = facts.GroupBy(fact => fact.Page).ToDictionary(group => group.Key, group => group.First().Event);
        var count = JsonElement.Parse(facts[0].Event.Data).GetProperty("pages").GetInt32();
        var (people, chain) = (new List<ResultRow>(), FirstLink);
        for (var number = 1; number <= count; number++)
        {
            if (!of.TryGetValue(number, out var page))
            {
                return ([], $"final page {number} of {count}");
            }

            var body = JsonElement.Parse(page.Data);
            if (body.GetProperty("chainBeforeSha256").GetString() != chain
                || Text(body, "manifestSha256") != ranking.Sha256)
            {
                return ([], $"final page {number} of {count}: it belongs to another result");
            }

            chain = Convert.ToHexStringLower(SHA256.HashData(
                [.. Convert.FromHexString(chain), .. SHA256.HashData(page.Bytes)]));
            people.AddRange(body.GetProperty("people").EnumerateArray().Select(RowOf));
        }

        return Agrees(ranking, people) ? (people, null) : ([], "final pages that agree with the ranking");
    }

    /// <summary>Everybody of the ranking has the same predicate there, and nobody else has one.</summary>
    private static bool Agrees(ReceivedRanking ranking, List<ResultRow> people) =>
        people.Count(row => row.NotAssessed is not null) == ranking.Manifest.GetProperty("notAssessed").GetInt32()
        && people.Where(row => row.Predicate is not null).Select(row => (row.EmployeeId, row.Predicate!)).ToHashSet()
            .SetEquals(ranking.Lines().Select(line => (line.EmployeeId, line.Predicate)));

    private static ResultRow RowOf(JsonElement person) => new(
        Text(person, "employeeId")!, null, Text(person, "predicate"), null, null, Text(person, "notAssessed"));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
