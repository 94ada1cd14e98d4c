using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

public sealed record OfficeShareRequest(
    string? From, string? To, int? LeastPercent, IReadOnlyList<string?>? Units, string? Source)
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

public sealed record WaveRequest(
    string? From, IReadOnlyList<string?>? Units, IReadOnlyList<string?>? Posts = null)
{
    internal static Result<RolloutWave> Read(WaveRequest body, string at)
    {
        var fields = new FieldReader(at);
        var from = fields.Day("from", body.From);
        var units = FlexibleWorkRequest.Ids(fields, "units", body.Units, UnitId.Parse);
        // Documents from before this member have none.
        var posts = FlexibleWorkRequest.Ids(fields, "posts", body.Posts ?? [], PostId.Parse);
        return fields.Finish(() => new RolloutWave(from!.Value, units) { Posts = posts });
    }
}

/// <summary>
/// An agency's flexible work as a policy document. What its author leaves out is filled from the shipped template
/// before it is read and stored.
/// </summary>
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
    bool? DenyCircularSectors,
    IReadOnlyList<string?>? OtherCategories = null)
{
    private const int MostIds = 500;

    /// <summary>
    /// A share that names no units means every unit; a wave that names neither units nor posts, whom no wave names.
    /// </summary>
    internal FlexibleWorkRequest FilledFrom(FlexibleWorkRequest template) => new(
        DaysAllowed ?? template.DaysAllowed,
        DaysPerWeek ?? template.DaysPerWeek,
        MostInARow ?? template.MostInARow,
        NewStaffMonths ?? template.NewStaffMonths,
        NeedsEntitlement ?? template.NeedsEntitlement,
        PlanRequired ?? template.PlanRequired,
        LeastOfficePercent ?? template.LeastOfficePercent,
        OfficeShares?.Select(s => s is null ? null : s with { Units = s.Units ?? [] }).ToList()
            ?? template.OfficeShares,
        PilotUnits ?? template.PilotUnits,
        PilotPosts ?? template.PilotPosts,
        Waves?.Select(w => w is null ? null : w with { Units = w.Units ?? [], Posts = w.Posts ?? [] }).ToList()
            ?? template.Waves,
        DeniedCategories ?? template.DeniedCategories,
        DeniedPosts ?? template.DeniedPosts,
        DenyCircularSectors ?? template.DenyCircularSectors,
        OtherCategories ?? template.OtherCategories);

    public Result<FlexibleWorkPolicy> Read(string version)
    {
        var fields = new FieldReader();
        var days = fields.Required("daysAllowed", DaysAllowed) is { } named ? ReadDays(fields, named) : [];
        var perWeek = fields.Whole("daysPerWeek", DaysPerWeek, 0, 7);
        var inARow = fields.Whole("mostInARow", MostInARow, 1, 31);
        var months = fields.Whole("newStaffMonths", NewStaffMonths, 0, 60);
        var entitlement = fields.Required("needsEntitlement", NeedsEntitlement);
        var plan = fields.Required("planRequired", PlanRequired);
        var least = fields.Whole("leastOfficePercent", LeastOfficePercent, 0, 100);
        var shares = fields.Each(
            "officeShares", fields.Required("officeShares", OfficeShares), 100, OfficeShareRequest.Read);
        var units = Ids(fields, "pilotUnits", PilotUnits, UnitId.Parse);
        var posts = Ids(fields, "pilotPosts", PilotPosts, PostId.Parse);
        var waves = fields.Each("waves", fields.Required("waves", Waves), 100, WaveRequest.Read);
        var categories = Ids(fields, "deniedCategories", DeniedCategories, PostId.Parse);
        var denied = Ids(fields, "deniedPosts", DeniedPosts, PostId.Parse);
        // Documents from before this member have none.
        var others = Ids(fields, "otherCategories", OtherCategories ?? [], PostId.Parse);
        var sectors = fields.Required("denyCircularSectors", DenyCircularSectors);
        return fields.Finish(() => new FlexibleWorkPolicy(version)
        {
            DaysAllowed = days,
            DaysPerWeek = perWeek!.Value,
            MostInARow = inARow!.Value,
            NewStaffMonths = months!.Value,
            NeedsEntitlement = entitlement!.Value,
            PlanRequired = plan!.Value,
            LeastOfficePercent = least!.Value,
            OfficeShares = shares,
            PilotUnits = units,
            PilotPosts = posts,
            Waves = waves,
            DeniedCategories = [.. categories.Select(c => c.ToString())],
            OtherCategories = [.. others.Select(c => c.ToString())],
            DeniedPosts = denied,
            DenyCircularSectors = sectors!.Value,
        });
    }

    /// <summary>A list that must be there, empty or not.</summary>
    internal static List<T> Ids<T>(
        FieldReader fields, string name, IReadOnlyList<string?>? ids, Func<string?, string, Result<T>> parse)
        where T : struct =>
        fields.Ids(name, fields.Required(name, ids), MostIds, parse);

    private static List<IsoDayOfWeek> ReadDays(FieldReader fields, IReadOnlyList<string?> named) =>
    [
        .. named.Select((day, i) => fields.Enum<IsoDayOfWeek>($"daysAllowed/{i}", day == "none" ? null : day))
            .OfType<IsoDayOfWeek>().Distinct().Order(),
    ];
}
