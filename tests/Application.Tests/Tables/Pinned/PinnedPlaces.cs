using Kinerja.Application.Geofencing;
using Kinerja.Application.Tables;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Tests.Tables.Pinned;

internal static class PinnedPlaces
{
    private const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string Partition = "menpanrb";

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(
            TableNames.Geofences, "version", Fence,
            f => GeofenceRows.Write(Partition, TableKeys.FenceVersion(f.Id, f.Version), Version, Area),
            row => GeofenceRows.Read(row)),
        PinnedRow.Of(
            TableNames.Geofences, "what stands", Summary,
            s => GeofenceRows.Write(Partition, TableKeys.FenceCurrent(s.Id.ToString()), Version, Area),
                GeofenceRows.ReadSummary),
        PinnedRow.Of(
            TableNames.Geofences, "what stands, withdrawn", new StandingFence(
                7, true, Sha256, "") { Actor = Version.Actor },
            s => GeofenceRows.WriteWithdrawn(Partition, Some.FenceId, s),
            row => GeofenceRows.ReadStanding(row) with { Tag = "" }),
        PinnedRow.Of(
            TableNames.Geofences, "stamp", "kantor-pusat 7",
            s => GeofenceRows.WriteStamp(Partition, s), GeofenceRows.ReadStamp),
        PinnedRow.Of(
            TableNames.Geofences, "area", Fence.Area, _ => Area.Rows(Partition).Single(),
            row => FenceAreaRows.Read([row], Area.Bytes)),
    ];

    private static Geofence Fence => Some.Fence(7) with
    {
        Kind = GeofenceKind.WfaArea,
        ValidFrom = new(2026, 1, 1),
        ValidTo = new(2026, 12, 31),
        Scope = new([Some.UnitId], [Some.Person()]) { Posts = [Some.PostId] },
        Hours = new(
            [new(WeekDays.Monday | WeekDays.Friday, new(6, 0), new(19, 30)), new((WeekDays)127, new(22, 0), new(6, 0))],
            HolidayRule.NotInForce),
        CapacityPeople = 40,
    };

    private static FenceAreaRows Area => FenceAreaRows.Of(Fence.Area);

    private static FenceVersion Version => new(Fence, Sha256, Some.Morning)
    {
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };

    private static FenceSummary Summary => new(
        Fence.Id, 7, Fence.Name, Fence.Kind, Fence.ValidFrom, Fence.ValidTo, Fence.Area.NumPoints, Sha256,
            Some.Morning);
}
