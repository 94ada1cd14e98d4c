using System.Text.Json;

namespace Kinerja.Local.Ministry;

/// <summary>
/// The table of results over all that came, in any order and however often: of each period the newest revision that
/// came whole and is right. What is not right is never in it; <see cref="PeriodResult.Waits"/> tells of it.
/// </summary>
internal static class ResultsTable
{
    internal static IReadOnlyList<PeriodResult> Of(IEnumerable<ReceivedEvent> events, JsonElement jwks) =>
    [
        .. events.Select(ResultFact.Of).OfType<ResultFact>()
            .GroupBy(fact => (fact.Event.Agency, fact.Period))
            .OrderBy(group => group.Key.Agency, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Period, StringComparer.Ordinal)
            .Select(group => PeriodOf(group.Key.Agency, group.Key.Period, [.. group], jwks)),
    ];

    private static PeriodResult PeriodOf(string agency, string period, List<ResultFact> facts, JsonElement jwks)
    {
        var manifests = facts.Where(fact => fact.Kind == ResultFactKind.Manifest && fact.SealedBy(jwks) is not null)
            .GroupBy(fact => fact.Revision)
            .ToDictionary(group => group.Key, group => RankingOf(group.First()));
        ReceivedRanking? newest = null;
        var waits = new List<string>();
        foreach (var revision in facts.Select(fact => fact.Revision).Distinct().Order())
        {
            var of = facts.Where(fact => fact.Revision == revision).ToList();
            var lacks = manifests.TryGetValue(revision, out var ranking)
                ? LacksOf(ranking, of, manifests)
                : [of.Exists(fact => fact.Kind == ResultFactKind.Manifest)
                    ? $"the manifest of revision {revision}: its seal does not hold"
                    : $"the manifest of revision {revision}"];
            if (lacks.Count == 0)
            {
                (newest, waits) = (ranking, []);
            }

            waits.AddRange(lacks);
        }

        if (newest is null)
        {
            return new(agency, period, null, "waiting", 0, null, waits, []);
        }

        var (state, notAssessed) = FinalPages.StateOf(newest, facts, jwks, waits);
        return new(
            agency, period, newest.Revision, state, newest.Manifest.GetProperty("notAssessed").GetInt32(),
            newest.Sha256, waits, [.. newest.Lines().Select(RowOf), .. notAssessed]);
    }

    private static ReceivedRanking RankingOf(ResultFact manifest)
    {
        var ranking = new ReceivedRanking(manifest.Event.Agency, manifest.Period, manifest.Revision);
        ranking.Take(manifest.Event.Bytes, manifest.Event.Seal);
        return ranking;
    }

    /// <summary>
    /// Empty when every page is there and right. A page is whatever has the hash that the manifest says.
    /// </summary>
    private static List<string> LacksOf(
        ReceivedRanking ranking, List<ResultFact> facts, Dictionary<int, ReceivedRanking> manifests)
    {
        var lacks = new List<string>();
        foreach (var expected in ranking.Manifest.GetProperty("pages").EnumerateArray())
        {
            var number = expected.GetProperty("number").GetInt32();
            var came = facts.Where(fact => fact.Kind == ResultFactKind.Page && fact.Page == number).ToList();
            if (came.Find(fact => fact.Event.Sha256 == expected.GetProperty("sha256").GetString()) is { } right)
            {
                ranking.Take(right.Event.Bytes);
                continue;
            }

            lacks.Add($"page {number} of revision {ranking.Revision}{(came.Count > 0 ? ": other bytes came" : "")}");
        }

        var contradicts = lacks.Count == 0 && (ranking.Faults().Count > 0
            || (ranking.Supersedes is { } named && manifests.TryGetValue(named.Revision, out var before)
                && ranking.FaultsAfter(before).Count > 0));
        return contradicts ? [$"revision {ranking.Revision}, which contradicts itself or the one before"] : lacks;
    }

    private static ResultRow RowOf(ReceivedLine line) => new(
        line.EmployeeId, line.Place, line.Predicate, (double)line.Score, line.TopShare, null);
}
