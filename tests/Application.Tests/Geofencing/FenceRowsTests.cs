using Azure.Data.Tables;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Tests.Tables;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Application.Tests.Geofencing;

/// <summary>A fence of any size comes back equal, and each of its rows keeps within the service's limits.</summary>
public sealed class FenceRowsTests
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void A_fence_comes_back() => Always.HoldsFor(random =>
    {
        var stored = new Any(random).Fence();
        Same(stored, ThereAndBack(stored));
    });

    [Fact]
    public void A_fence_of_100_000_vertices_and_the_longest_lists_comes_back()
    {
        var letters = "abcdefghijklmnopqrstuvwxyz";
        var scope = new GeofenceScope(
            [.. Enumerable.Range(0, 1000).Select(i => Domain.UnitId.Parse($"{i:D4}{new string('u', 28)}").Value)],
            [.. Enumerable.Range(0, 1000).Select(i => Some.Person($"{letters[i % 26]}{i:D4}{new string('p', 35)}"))])
        {
            Posts = [
                .. Enumerable.Range(0, 1000).Select(i => Domain.PostId.Parse($"{i:D4}{new string('j', 44)}").Value)
            ],
        };
        var fence = Some.Fence(999_999, Some.Wheel(100_000), new string('ꦏ', 100)) with { Scope = scope };
        Same(fence, ThereAndBack(fence));
    }

    /// <summary>
    /// Around the size where the area leaves the row: 13 bytes of header, 4 and 9 of parts, 16 a vertex.
    /// </summary>
    [Theory]
    [InlineData(15_350)]
    [InlineData(15_358)]
    [InlineData(15_359)]
    [InlineData(15_360)]
    [InlineData(30_717)]
    public void The_border_between_one_row_and_several_loses_nothing(int vertices)
    {
        var fence = Some.Fence(1, Some.Wheel(vertices));
        Same(fence, ThereAndBack(fence));
    }

    [Fact]
    public void A_hundred_thousand_vertices_take_seven_rows_in_one_transaction()
    {
        var area = FenceAreaRows.Of(Some.Wheel(100_000));
        Assert.False(area.FitsRow);
        Assert.Equal(7, area.Rows("p").Count());
        Assert.InRange(area.Bytes, 1_600_000, 1_600_100);
    }

    [Fact]
    public void Rows_of_one_area_are_named_by_its_bytes_alone()
    {
        var (first, again) = (FenceAreaRows.Of(Some.Wheel(20_000)), FenceAreaRows.Of(Some.Wheel(20_000)));
        Assert.Equal(first.Rows("p").Select(r => r.RowKey), again.Rows("p").Select(r => r.RowKey));
        Assert.NotEqual(first.Sha256, FenceAreaRows.Of(Some.Wheel(20_001)).Sha256);
    }

    [Fact]
    public void An_area_with_a_row_missing_is_a_fault_and_no_smaller_fence()
    {
        var area = FenceAreaRows.Of(Some.Wheel(40_000));
        Assert.Throws<InvalidDataException>(() => FenceAreaRows.Read(area.Rows("p").SkipLast(1), area.Bytes));
    }

    [Fact]
    public void A_summary_knows_everything_but_area_and_scope()
    {
        var fence = Some.Fence(3, Some.Wheel(50));
        var row = GeofenceRows.Write(
            "p", "r", new FenceVersion(fence, Hash, Some.Morning), FenceAreaRows.Of(fence.Area));
        Assert.Equal(
            new FenceSummary(fence.Id, 3, fence.Name, fence.Kind, null, null, 50, Hash, Some.Morning),
            GeofenceRows.ReadSummary(row));
    }

    private static Geofence ThereAndBack(Geofence fence)
    {
        var area = FenceAreaRows.Of(fence.Area);
        var row = Columns.WithinLimits(GeofenceRows.Write("p", "r", new FenceVersion(fence, Hash, Some.Morning), area));
        Assert.Equal(area.FitsRow, GeofenceRows.HoldsArea(row));
        return GeofenceRows.Read(row, area.FitsRow ? null : ReadBack(area));
    }

    private static MultiPolygon ReadBack(FenceAreaRows area)
    {
        IEnumerable<TableEntity> rows = [.. area.Rows("p").Select(Columns.WithinLimits)];
        return FenceAreaRows.Read(rows.OrderBy(r => r.RowKey, StringComparer.Ordinal), area.Bytes);
    }

    private static void Same(Geofence stored, Geofence read)
    {
        Assert.True(stored.Area.EqualsExact(read.Area));
        Assert.Equal(stored.Scope.Units, read.Scope.Units);
        Assert.Equal(stored.Scope.Posts, read.Scope.Posts);
        Assert.Equal(stored.Scope.Employees, read.Scope.Employees);
        Assert.Equal(stored, read with { Area = stored.Area, Scope = stored.Scope });
    }
}
