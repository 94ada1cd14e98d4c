using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

public sealed record OfficeShareRequest(string? From, string? To, int? LeastPercent, IReadOnlyList<string?>? Units, string? Source)
{
    internal static Result<OfficeShare> Read(OfficeShareRequest body, string at)
    {
        var fields = new FieldReader(at);
        var from = fields.Day("from", body.From);
        var to = fields.Day("to", body.To);
        if (to <= from)
        {
            fields.Add("to", "A day after from is expected.");
        }

        var least = fields.Whole("leastPercent", body.LeastPercent, 0, 100);
        var units = FlexibleWorkRequest.Ids(fields, "units", body.Units, UnitId.Parse);
        var source = fields.Text("source", body.Source, 100);
        return fields.Finish(() => new OfficeShare(from!.Value, to!.Value, least!.Value, units, source!));
    }
}

public sealed record WaveRequest(string? From, IReadOnlyList<string?>? Units)
{
    internal static Result<RolloutWave> Read(WaveRequest body, string at)
    {
        var fields = new FieldReader(at);
        var from = fields.Day("from", body.From);
        var units = FlexibleWorkRequest.Ids(fields, "units", body.Units, UnitId.Parse);
        return fields.Finish(() => new RolloutWave(from!.Value, units));
    }
}

/// <summary>An agency's flexible work as a policy document; what is left out has the default that the policy names.</summary>
public sealed record FlexibleWorkRequest(
    IReadOnlyList<string?>? DaysAllowed,
    int? DaysPerWeek,
    int? MostInARow,
    int? NewStaffMonths,
    bool? NeedsEntitlement,
    bool? PlanRequired,
    int? LeastOfficePercent,
    IReadOnlyList<OfficeShareRequest?>? OfficeShares,
    IReadOnlyList<string?>? PilotUnits,
    IReadOnlyList<string?>? PilotPosts,
    IReadOnlyList<WaveRequest?>? Waves,
    IReadOnlyList<string?>? DeniedCategories,
    IReadOnlyList<string?>? DeniedPosts,
    bool? DenyCircularSectors)
{
    private const int MostIds = 500;

    public Result<FlexibleWorkPolicy> Read(string version)
    {
        var (fields, shipped) = (new FieldReader(), new FlexibleWorkPolicy(version));
        var days = DaysAllowed is null ? shipped.DaysAllowed : ReadDays(fields);
        var perWeek = fields.Whole("daysPerWeek", DaysPerWeek ?? shipped.DaysPerWeek, 0, 7);
        var inARow = fields.Whole("mostInARow", MostInARow ?? shipped.MostInARow, 1, 31);
        var months = fields.Whole("newStaffMonths", NewStaffMonths ?? shipped.NewStaffMonths, 0, 60);
        var least = fields.Whole("leastOfficePercent", LeastOfficePercent ?? shipped.LeastOfficePercent, 0, 100);
        var shares = OfficeShares is null ? [] : fields.Each("officeShares", OfficeShares, 100, OfficeShareRequest.Read);
        var units = Ids(fields, "pilotUnits", PilotUnits, UnitId.Parse);
        var posts = Ids(fields, "pilotPosts", PilotPosts, PostId.Parse);
        var waves = Waves is null ? [] : fields.Each("waves", Waves, 100, WaveRequest.Read);
        var categories = Ids(fields, "deniedCategories", DeniedCategories, PostId.Parse);
        var denied = Ids(fields, "deniedPosts", DeniedPosts, PostId.Parse);
        return fields.Finish(() => shipped with
        {
            DaysAllowed = days,
            DaysPerWeek = perWeek!.Value,
            MostInARow = inARow!.Value,
            NewStaffMonths = months!.Value,
            NeedsEntitlement = NeedsEntitlement ?? shipped.NeedsEntitlement,
            PlanRequired = PlanRequired ?? shipped.PlanRequired,
            LeastOfficePercent = least!.Value,
            OfficeShares = shares,
            PilotUnits = units,
            PilotPosts = posts,
            Waves = waves,
            DeniedCategories = [.. categories.Select(c => c.ToString())],
            DeniedPosts = denied,
            DenyCircularSectors = DenyCircularSectors ?? shipped.DenyCircularSectors,
        });
    }

    internal static List<T> Ids<T>(FieldReader fields, string name, IReadOnlyList<string?>? ids, Func<string?, string, Result<T>> parse)
        where T : struct
    {
        if (ids?.Count > MostIds)
        {
            fields.Add(name, $"At most {MostIds} are expected.");
            return [];
        }

        return [.. (ids ?? []).Select((id, i) => fields.Take($"{name}/{i}", p => parse(id, p))).OfType<T>()];
    }

    private List<IsoDayOfWeek> ReadDays(FieldReader fields) =>
    [
        .. DaysAllowed!.Select((day, i) => fields.Enum<IsoDayOfWeek>($"daysAllowed/{i}", day == "none" ? null : day))
            .OfType<IsoDayOfWeek>().Distinct().Order(),
    ];
}
