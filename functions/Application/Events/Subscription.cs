using System.Collections.Frozen;
using System.Text.Json;
using Kinerja.Domain;

namespace Kinerja.Application.Events;

/// <summary>
/// What a subscription of the topic takes (<c>infra/messaging.json</c>): everything without filters, else what has the
/// properties of one of them. What is read over HTTP is judged by the same list as what is sent.
/// </summary>
public sealed class Subscription
{
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _filters;

    /// <param name="filters">Of each filter its properties; none at all take everything.</param>
    internal Subscription(IReadOnlyList<IReadOnlyDictionary<string, string>> filters) => _filters = filters;

    /// <summary>By name.</summary>
    public static FrozenDictionary<string, Subscription> All { get; } = Read();

    /// <summary>Those of these names that there are; one that nobody knows takes nothing.</summary>
    internal static IReadOnlyList<Subscription> Named(IEnumerable<string> names) =>
        [.. names.Select(name => All.GetValueOrDefault(name)).OfType<Subscription>()];

    public bool Takes(OutgoingEvent one) => Takes(one.Type, one.AgencyId, one.Period);

    /// <summary>Whether it takes the events that name the people of that result.</summary>
    internal bool NamesPeopleOf(AgencyId agency, AppraisalPeriod period) =>
        Takes(EventTypes.RankingPage, agency, period) || Takes(EventTypes.PredicateFinalised, agency, period);

    /// <summary>Whether it takes any event of that agency.</summary>
    internal bool TakesFrom(AgencyId agency) =>
        _filters.Count == 0 || _filters.Any(filter => filter.GetValueOrDefault("agency") is not { } only
            || only == agency.ToString());

    private bool Takes(string type, AgencyId agency, AppraisalPeriod period) =>
        _filters.Count == 0 || _filters.Any(filter => filter.All(wanted => wanted.Value == wanted.Key switch
        {
            "type" => type,
            "agency" => agency.ToString(),
            "period" => period.ToString(),
            _ => null,
        }));

    private static FrozenDictionary<string, Subscription> Read()
    {
        using var file = typeof(Subscription).Assembly.GetManifestResourceStream("messaging.json")!;
        using var json = JsonDocument.Parse(file);
        return json.RootElement.GetProperty("topics").EnumerateArray()
            .Where(topic => topic.GetProperty("name").GetString() == EntityNames.EventsTopic)
            .SelectMany(topic => topic.GetProperty("subscriptions").EnumerateArray())
            .ToFrozenDictionary(
                one => one.GetProperty("name").GetString()!,
                one => new Subscription([.. one.GetProperty("filters").EnumerateArray().Select(PropertiesOf)]));
    }

    private static Dictionary<string, string> PropertiesOf(JsonElement filter) => filter.GetProperty("properties")
        .EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!);
}
