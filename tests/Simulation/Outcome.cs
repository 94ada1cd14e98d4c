using System.Security.Cryptography;
using Kinerja.Domain;

namespace Kinerja.Simulation;

/// <summary>All that a quarter leaves behind for others: events, stored pages, who was assessed.</summary>
internal static class Outcome
{
    /// <summary>Event id and hash of its bytes, each id once, in the order of ids; the same for stored pages.</summary>
    internal static List<string> Published(Quarters quarters) =>
    [
        .. quarters.Events.ById.Values.Select(e => $"event {e.Id} {e.Type} {Hash(e.Json)}")
            .Order(StringComparer.Ordinal),
        .. quarters.Rankings.Pages.Select(p => $"page {p.Key} {Hash(p.Value.Json)}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Each person's evaluation and frozen attendance.</summary>
    internal static List<string> People(Quarters quarters) =>
    [
        .. quarters.Results.Evaluations.Select(e => $"{e.Key} {e.Value}").Order(StringComparer.Ordinal),
        .. quarters.Results.Inputs.Select(i => $"{i.Key} {i.Value}").Order(StringComparer.Ordinal),
    ];

    internal static int Assessed(Quarters quarters, AgencyId agency) =>
        quarters.Results.Evaluations.Count(e => e.Key.Item1 == agency && e.Value.Assessment is not null);

    internal static int Listed(Quarters quarters, AgencyId agency) =>
        quarters.Results.Evaluations.Count(e => e.Key.Item1 == agency && e.Value.NotAssessed is not null);

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes.Span));
}
